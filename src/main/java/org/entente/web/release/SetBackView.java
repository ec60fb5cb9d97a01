package org.entente.web.release;

import java.util.List;
import java.util.Optional;
import org.entente.release.Manifest;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page before the collection is set back.
 *
 * @param manifest of the release
 * @param now id of the present state
 * @param setBackFrom id of the release that was left for an earlier one; "" if none was
 * @param stays what was decided and linked in the service since the release, in words
 * @param more number of such statements that are not shown
 * @param writable whether this server takes writes
 * @param by what was typed, if it is shown again
 * @param note as by
 */
public record SetBackView(
        Manifest manifest,
        String now,
        String setBackFrom,
        List<String> stays,
        int more,
        boolean writable,
        String by,
        String note,
        Optional<ProblemView> problem)
        implements View {
    @Override
    public String template() {
        return "release/setBack.jte";
    }

    /** Whether this is the state that was left, so that one goes forward. */
    public boolean isForward() {
        return manifest.release().equals(setBackFrom);
    }

    public boolean isPresent() {
        return manifest.release().equals(now);
    }
}
