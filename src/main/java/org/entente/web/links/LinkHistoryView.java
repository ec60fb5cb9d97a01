package org.entente.web.links;

import java.util.List;
import org.entente.link.LinkEntry;
import org.entente.vocab.Prefixes;
import org.entente.web.page.View;
import org.entente.wikidata.WikidataEntity;

/**
 * The links of one entity and how they came about.
 *
 * @param row the entity with its choices
 * @param entries oldest first
 * @param accepted the item of the accepted link, if the snapshot holds it; else null
 * @param suggested names that Wikidata has and the collection has not
 * @param writable whether this server takes decisions
 */
public record LinkHistoryView(
        LinkRow row, List<LinkEntry> entries, WikidataEntity accepted, List<SuggestedName> suggested, boolean writable)
        implements View {
    /** A name in another collection. */
    public record SuggestedName(String text, String language) {}

    @Override
    public String template() {
        return "links/link.jte";
    }

    /** The moment of an entry in the form of ISO 8601; empty if it has none. */
    public String at(LinkEntry entry) {
        return entry.at().map(Object::toString).orElse("");
    }

    /** In short, the thing that an entry is about, if it was merged into this one; else empty. */
    public String merged(LinkEntry entry) {
        String of = Prefixes.compact(entry.entity());
        return of.equals(row.id()) ? "" : of;
    }

    /** The score of an entry in percent; empty if it has none. */
    public String score(LinkEntry entry) {
        return entry.score().map(s -> Math.round(100 * s) + " %").orElse("");
    }

    /** What can be decided about an item in this state. */
    public List<String> decisions(String state) {
        return state.isEmpty()
                ? List.of("accepted", "rejected", "unsure")
                : List.of("accepted", "rejected", "unsure", "withdrawn").stream()
                        .filter(w -> !w.equals(state))
                        .toList();
    }
}
