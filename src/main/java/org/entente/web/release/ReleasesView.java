package org.entente.web.release;

import java.util.List;
import org.entente.release.KeptRelease;
import org.entente.web.page.View;

/**
 * The list of releases, the newest first.
 *
 * @param now id of the present state
 * @param kept whether it was kept
 * @param setBackFrom id of the release that was left for an earlier one; "" if none was
 * @param writable whether this server takes writes
 */
public record ReleasesView(String now, boolean kept, String setBackFrom, List<KeptRelease> releases, boolean writable)
        implements View {
    @Override
    public String template() {
        return "release/list.jte";
    }
}
