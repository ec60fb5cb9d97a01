package org.entente.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * The valid values of the parameters of one canned query.
 *
 * @param lang language of labels
 * @param scalars variable name to node; a date also under {@code …Start} and {@code …End}
 * @param lists variable name to nodes, for parameters that may be repeated
 * @param canonical parameter name to the texts for a permanent link, which give the same nodes again: CURIEs instead of
 *     names, without defaults
 * @param readings how texts were read that say the same in other words
 */
public record Arguments(
        String lang,
        Map<String, Node> scalars,
        Map<String, List<Node>> lists,
        Map<String, List<String>> canonical,
        List<Reading> readings) {
    /**
     * A text that was read as something else.
     *
     * @param parameter its name
     * @param text as given
     * @param meant IRI of the entity, or a date in EDTF
     * @param type of the parameter
     */
    public record Reading(String parameter, String text, String meant, ParameterType type) {}

    /** Values that were given as they are meant. */
    public Arguments(
            String lang,
            Map<String, Node> scalars,
            Map<String, List<Node>> lists,
            Map<String, List<String>> canonical) {
        this(lang, scalars, lists, canonical, List.of());
    }

    public Arguments {
        scalars = Map.copyOf(scalars);
        lists = Map.copyOf(lists);
        readings = List.copyOf(readings);
        canonical = java.util.Collections.unmodifiableMap(new TreeMap<>(canonical));
    }
}
