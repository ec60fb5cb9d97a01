package org.entente.link;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.vocab.Ent;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Accepted identifiers of one register as a BEACON file, by which libraries and encyclopedias find what the collection has on them. */
public final class Beacon {
    /** Local name of the identifier scheme to the address before its identifiers. */
    public static final Map<String, String> PREFIXES = Map.of(
            "gnd", "https://d-nb.info/gnd/",
            "viaf", "https://viaf.org/viaf/",
            "isni", "https://isni.org/isni/",
            "ror", "https://ror.org/",
            "geonames", "https://sws.geonames.org/",
            "wikidata", "http://www.wikidata.org/entity/");

    private Beacon() {}

    /**
     * Writes the file, sorted; call inside a transaction.
     *
     * @param scheme a key of {@link #PREFIXES}
     */
    public static String write(DatasetGraph dataset, String scheme) {
        String prefix = PREFIXES.getOrDefault(scheme, "");
        Map<String, String> lines = new TreeMap<>();
        var view = dataset.getDefaultGraph();
        view.find(Node.ANY, EntProperty.LINK_STATE, EntConcept.LINK_ACCEPTED).forEachRemaining(t -> {
            Node link = t.getSubject();
            Node of = Links.object(view, link, EntProperty.IDENTIFIER_SCHEME);
            if (of != null && of.isURI() && of.getURI().equals(Ent.NS + scheme)) {
                Links.text(view, link, EntProperty.IDENTIFIER_VALUE)
                        .ifPresent(value -> view.find(Node.ANY, EntProperty.IDENTIFIER, link)
                                .forEachRemaining(e -> lines.put(
                                        (scheme.equals("isni") ? value.replace(" ", "") : value) + "||"
                                                + e.getSubject().getURI(),
                                        "")));
            }
        });
        return "#FORMAT: BEACON\n#PREFIX: " + prefix + "\n#TARGET: {ID}\n#NAME: Entente\n"
                + String.join("\n", lines.keySet()) + (lines.isEmpty() ? "" : "\n");
    }
}
