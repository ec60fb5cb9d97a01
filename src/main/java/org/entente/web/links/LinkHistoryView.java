package org.entente.web.links;

import java.util.List;
import java.util.Map;
import org.entente.link.LinkEntry;
import org.entente.link.WikidataOffices;
import org.entente.vocab.Prefixes;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;
import org.entente.wikidata.WikidataEntity;
import org.jspecify.annotations.Nullable;

/**
 * The links of one entity with their history.
 *
 * @param row the entity with its choices
 * @param entries oldest first
 * @param accepted the item of the accepted link; null if there is none or the snapshot does not hold it
 * @param offices what Wikidata says of the offices of a person, beside our sources
 * @param suggested names in Wikidata that the collection lacks
 * @param writable whether this server takes decisions
 * @param asked the item that the reader asked to compare; "" for none
 */
public record LinkHistoryView(
        LinkRow row,
        List<LinkEntry> entries,
        @Nullable WikidataEntity accepted,
        List<WikidataOffices.Row> offices,
        List<SuggestedName> suggested,
        boolean writable,
        String asked,
        LinksView.Decisions decisions)
        implements View {
    /** A name of the item in Wikidata. */
    public record SuggestedName(String text, String language) {}

    @Override
    public String template() {
        return "links/link.jte";
    }

    /** The time of an entry in ISO 8601; "" if it has none. */
    public String at(LinkEntry entry) {
        return entry.at().map(Object::toString).orElse("");
    }

    /** The first value of a property of the accepted item; "" if there is none. */
    public String stated(String property) {
        return accepted == null
                ? ""
                : accepted.values(property).stream().findFirst().orElse("");
    }

    /** The CURIE of the entity of an entry if that was merged into this one, else "". */
    public String merged(LinkEntry entry) {
        String of = Prefixes.compact(entry.entity());
        return of.equals(row.id()) ? "" : of;
    }

    /** The score of an entry in percent; "" if it has none. */
    public String score(LinkEntry entry) {
        return entry.score().map(s -> Math.round(100 * s) + " %").orElse("");
    }

    /** The same page after decisions were refused. */
    LinkHistoryView refused(Map<String, String> typed, ProblemView problem) {
        return new LinkHistoryView(
                row, entries, accepted, offices, suggested, writable, asked, decisions.refused(typed, problem));
    }
}
