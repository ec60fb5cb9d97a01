package org.entente.web.release;

import org.entente.release.Manifest;
import org.entente.web.page.View;

/**
 * One release.
 *
 * @param kilobytes size of its statements
 * @param now id of the present state
 */
public record ReleaseView(Manifest manifest, long kilobytes, String now) implements View {
    @Override
    public String template() {
        return "release/one.jte";
    }
}
