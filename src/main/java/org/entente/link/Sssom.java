package org.entente.link;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.CollectionDescription;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.Snapshot;

/**
 * Links as mappings in SSSOM's TSV: accepted ones as {@code skos:exactMatch}, rejected ones as the same with the modifier
 * {@code Not}. What is not decided is no mapping.
 */
public final class Sssom {
    /** The media type that SSSOM/TSV has in practice. */
    public static final String MEDIA_TYPE = "text/tab-separated-values";

    private static final List<String> COLUMNS = List.of(
            "subject_id",
            "subject_label",
            "predicate_modifier",
            "predicate_id",
            "object_id",
            "object_label",
            "mapping_justification",
            "author_label",
            "mapping_date",
            "confidence",
            "comment");

    private Sssom() {}

    /**
     * Writes all mappings, sorted; call inside a transaction.
     *
     * @param version of the collection and its links
     */
    public static String write(DatasetGraph dataset, String version) {
        Links links = Links.in(dataset);
        Snapshot snapshot = Snapshot.in(dataset);
        Map<String, String> prefixes = new TreeMap<>(Map.of(
                "skos", Prefixes.all().get("skos"),
                "semapv", "https://w3id.org/semapv/vocab/",
                "wikidata", "http://www.wikidata.org/entity/"));
        List<String> rows = new ArrayList<>();
        links.all()
                .forEach((entity, states) -> states.forEach((qid, state) -> {
                    if (state == LinkState.ACCEPTED || state == LinkState.REJECTED) {
                        rows.add(row(dataset, links, snapshot, entity, qid, state, prefixes));
                    }
                }));
        StringBuilder out = new StringBuilder("#curie_map:\n");
        prefixes.forEach((prefix, iri) ->
                out.append("#  ").append(prefix).append(": \"").append(iri).append("\"\n"));
        CollectionDescription about = CollectionDescription.in(dataset);
        if (!about.licence().isEmpty()) {
            out.append("#license: \"").append(about.licence()).append("\"\n");
        }
        out.append("#mapping_set_id: \"")
                .append(about.ids().replaceFirst("id/$", ""))
                .append("links\"\n");
        out.append("#mapping_set_title: \"Links from ")
                .append(about.title("en").replace("\"", "'"))
                .append(" to Wikidata\"\n");
        out.append("#mapping_set_version: \"").append(version).append("\"\n");
        out.append(String.join("\t", COLUMNS)).append('\n');
        rows.forEach(row -> out.append(row).append('\n'));
        return out.toString();
    }

    private static String row(
            DatasetGraph dataset,
            Links links,
            Snapshot snapshot,
            String entity,
            String qid,
            LinkState state,
            Map<String, String> prefixes) {
        Optional<LinkEntry> entry = links.newest(entity, qid);
        String label = dataset.getDefaultGraph()
                .find(NodeFactory.createURI(entity), RDFS.label.asNode(), org.apache.jena.graph.Node.ANY)
                .mapWith(t -> t.getObject())
                .filterKeep(n -> n.getLiteralLanguage().equals("en"))
                .nextOptional()
                .map(n -> n.getLiteralLexicalForm())
                .orElse("");
        boolean automatic = entry.flatMap(LinkEntry::precision).isPresent();
        return String.join(
                "\t",
                curie(entity, prefixes),
                cell(label),
                state == LinkState.REJECTED ? "Not" : "",
                "skos:exactMatch",
                "wikidata:" + qid,
                cell(snapshot.entity(qid).map(item -> item.label("en")).orElse("")),
                automatic ? "semapv:CompositeMatching" : "semapv:ManualMappingCuration",
                // Who wrote a link into a file of the collection is not told there; its evidence stands in the comment.
                cell(entry.filter(e -> !e.iri().isEmpty()).map(LinkEntry::by).orElse("")),
                entry.flatMap(LinkEntry::at)
                        .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString())
                        .orElse(""),
                entry.flatMap(LinkEntry::precision).map(String::valueOf).orElse(""),
                cell(entry.map(e -> e.evidence().isEmpty() ? e.why() : e.evidence())
                        .orElse("")));
    }

    private static String curie(String entity, Map<String, String> prefixes) {
        String name = IdSpaces.local(entity);
        int slash = name.indexOf('/');
        String prefix = name.substring(0, slash);
        prefixes.put(prefix, IdSpaces.of(entity).orElse(Ent.ID) + prefix + "/");
        return prefix + ":" + name.substring(slash + 1);
    }

    /**
     * Tabs, line ends of any script and other control characters become spaces. A quotation mark is doubled within quotation marks, as CSV has it:
     * readers take one at the beginning of a cell for the beginning of a text that may go on over the next lines.
     */
    private static String cell(String text) {
        String plain = text.replaceAll("(?U)[\\p{Cntrl}\\s]+", " ").strip();
        return plain.contains("\"") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
    }
}
