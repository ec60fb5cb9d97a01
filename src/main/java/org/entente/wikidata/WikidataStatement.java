package org.entente.wikidata;

import java.util.List;
import java.util.Map;

/**
 * A statement about an item.
 *
 * @param id its id within Wikidata, with a hyphen after the Qid
 * @param property such as P39
 * @param value what is stated
 * @param best whether no other statement of the property has a higher rank
 * @param qualifiers property to values
 * @param references web addresses (P854) and items (P248) that the statement names as its sources
 */
public record WikidataStatement(
        String id,
        String property,
        WikidataValue value,
        boolean best,
        Map<String, List<WikidataValue>> qualifiers,
        List<WikidataValue> references) {

    public WikidataStatement {
        qualifiers = Map.copyOf(qualifiers);
        references = List.copyOf(references);
    }

    /** The first value of a qualifier as text; empty if there is none. */
    public String qualifier(String name) {
        List<WikidataValue> values = qualifiers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().text();
    }
}
