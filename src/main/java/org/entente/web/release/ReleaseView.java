package org.entente.web.release;

import java.util.List;
import org.entente.release.Manifest;
import org.entente.web.page.View;

/**
 * One release.
 *
 * @param dumps its statements as files
 * @param now id of the present state
 * @param writable whether this server takes writes
 */
public record ReleaseView(Manifest manifest, List<Dump> dumps, String now, boolean writable) implements View {
    /** A file and its size in kilobytes. */
    public record Dump(String name, long kilobytes) {}

    @Override
    public String template() {
        return "release/one.jte";
    }
}
