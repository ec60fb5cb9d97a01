package org.entente.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.wikidata.GeoPoint;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;

/** What a reviewer compares: what the collection says of a thing, and what the snapshot says of an item, under the same headings. */
public final class ReviewFacts {
    private static final int MOST = 6;

    private ReviewFacts() {}

    /**
     * One heading.
     *
     * @param key names, class, born, died, office, country, position or identifier
     * @param values for readers, at most six and "…" if there are more
     */
    public record Fact(String key, List<String> values) {}

    /** Of a thing of the collection; call inside a transaction. */
    public static List<Fact> ofThing(DatasetGraph dataset, String entity, String language) {
        EntityFacts facts =
                EntityFacts.of(dataset, entity, iri -> Optional.of(label(dataset.getDefaultGraph(), iri, language)));
        Map<String, Collection<String>> found = new LinkedHashMap<>();
        found.put("names", facts.names());
        found.put("born", facts.birth().isEmpty() ? List.of() : List.of(facts.birth()));
        found.put(
                "office",
                facts.offices().stream()
                        .map(held -> held.qid() + dates(held.time().attested()))
                        .sorted()
                        .distinct()
                        .toList());
        found.put("country", facts.countries());
        found.put(
                "position", facts.point().map(ReviewFacts::point).map(List::of).orElse(List.of()));
        List<String> identifiers = new ArrayList<>();
        facts.identifiers().forEach((scheme, values) -> {
            if (!scheme.equals("wikidata")) {
                values.forEach(v -> identifiers.add(scheme + " " + v));
            }
        });
        found.put("identifier", identifiers);
        return facts(found);
    }

    /** Of an item of the snapshot; none if it is not there. Call inside a transaction. */
    public static List<Fact> ofItem(DatasetGraph dataset, String qid, String language) {
        Snapshot snapshot = Snapshot.in(dataset);
        return snapshot.entity(qid)
                .map(item -> facts(ofItem(item, snapshot, language)))
                .orElse(List.of());
    }

    private static Map<String, Collection<String>> ofItem(WikidataEntity item, Snapshot snapshot, String language) {
        Map<String, Collection<String>> found = new LinkedHashMap<>();
        found.put("names", item.names().distinct().toList());
        found.put("class", items(item, snapshot, language, WikidataProperties.INSTANCE_OF));
        found.put("born", item.values(WikidataProperties.BIRTH));
        found.put("died", item.values(WikidataProperties.DEATH));
        found.put(
                "office",
                item.of(WikidataProperties.POSITION).stream()
                        .sorted(Comparator.comparing(
                                        (WikidataStatement term) -> term.qualifier(WikidataProperties.START))
                                .reversed())
                        .map(term -> name(snapshot, term.value().text(), language)
                                + dates(term.qualifier(WikidataProperties.START) + "/"
                                        + term.qualifier(WikidataProperties.END)))
                        .toList());
        found.put(
                "country",
                items(
                        item,
                        snapshot,
                        language,
                        WikidataProperties.JURISDICTION,
                        WikidataProperties.WITHIN,
                        WikidataProperties.COUNTRY,
                        WikidataProperties.CITIZENSHIP));
        found.put(
                "position",
                item.values(WikidataProperties.COORDINATES).stream()
                        .map(GeoPoint::parse)
                        .flatMap(Optional::stream)
                        .map(ReviewFacts::point)
                        .toList());
        List<String> identifiers = new ArrayList<>();
        WikidataProperties.BY_SCHEME.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(scheme -> scheme.getValue().forEach(property -> item.values(property)
                        .forEach(v -> identifiers.add(scheme.getKey() + " " + v))));
        found.put("identifier", identifiers);
        return found;
    }

    private static List<Fact> facts(Map<String, Collection<String>> found) {
        List<Fact> facts = new ArrayList<>();
        found.forEach((key, values) -> {
            if (!values.isEmpty()) {
                facts.add(new Fact(
                        key,
                        Stream.concat(values.stream().limit(MOST), values.size() > MOST ? Stream.of("…") : Stream.of())
                                .toList()));
            }
        });
        return List.copyOf(facts);
    }

    private static List<String> items(WikidataEntity item, Snapshot snapshot, String language, String... properties) {
        return Stream.of(properties)
                .flatMap(property -> item.values(property).stream())
                .distinct()
                .map(qid -> name(snapshot, qid, language))
                .toList();
    }

    private static String name(Snapshot snapshot, String qid, String language) {
        return snapshot.entity(qid).map(item -> item.label(language)).orElse(qid);
    }

    private static String point(GeoPoint point) {
        return String.format(Locale.ROOT, "%.4f, %.4f", point.latitude(), point.longitude());
    }

    private static String dates(String span) {
        String shown = span.startsWith("..") ? span.substring(2) : span.replaceFirst("/\\.\\.$", "/");
        return shown.length() < 2 ? "" : " (" + shown.replace("/", " – ").strip() + ")";
    }

    private static String label(Graph view, String iri, String language) {
        return Links.label(view, NodeFactory.createURI(iri), language).orElse(iri);
    }
}
