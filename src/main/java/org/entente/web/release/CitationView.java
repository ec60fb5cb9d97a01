package org.entente.web.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.release.Manifest;
import org.entente.release.StoredCitation;
import org.entente.web.page.View;

/**
 * The landing page of a citation.
 *
 * @param text the citation as it stands in a footnote
 * @param release the release that was cited; empty if it was not kept
 * @param kept whether the state that was cited can be read as it was
 * @param parameters of the question
 * @param again what the same question gives now, if it was asked
 * @param rows what differs, in words
 * @param causes why
 */
public record CitationView(
        StoredCitation cited,
        String text,
        Optional<Manifest> release,
        Kept kept,
        Map<String, List<String>> parameters,
        Optional<Rerun> again,
        List<ComparisonView.Line> rows,
        List<ComparisonView.Link> causes)
        implements View {
    /** Whether a state is kept. */
    public enum Kept {
        YES,
        UNDER_WAY,
        /** It is the present one, and whoever has the key may keep it. */
        NOT_YET,
        NO;

        /** The word in JSON and in the names of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String template() {
        return "release/citation.jte";
    }

    /** Whether the same question gives the same result now. */
    public boolean same() {
        return again.filter(Rerun::same).isPresent();
    }

    /** Id of the present state, of which the question was asked again. */
    public String now() {
        return again.map(Rerun::now).orElse("");
    }

    /** Number of rows now; -1 if there is no answer any more. */
    public long rowsNow() {
        return again.map(Rerun::rows).orElse(-1L);
    }
}
