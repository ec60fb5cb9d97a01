package org.entente.link;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.Graphs;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.Snapshot;
import org.jspecify.annotations.Nullable;

/** The links to Wikidata in one state of a store, and how they came about; call inside a transaction. */
public final class Links {
    private static final List<Node> LOGS = List.of(Graphs.FILED_LINKS, Graphs.LINKS);

    private final DatasetGraph dataset;
    private final Graph view;

    private Links(DatasetGraph dataset) {
        this.dataset = dataset;
        this.view = dataset.getDefaultGraph();
    }

    public static Links in(DatasetGraph dataset) {
        return new Links(dataset);
    }

    /** The states of the entity's links to Wikidata as they are now: Qid to state. */
    public Map<String, LinkState> of(String entity) {
        Map<String, LinkState> states = new TreeMap<>();
        view.find(NodeFactory.createURI(entity), EntProperty.IDENTIFIER, Node.ANY)
                .forEachRemaining(t -> {
                    Node link = t.getObject();
                    if (view.contains(link, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA)) {
                        text(view, link, EntProperty.IDENTIFIER_VALUE)
                                .ifPresent(qid -> state(link).ifPresent(s -> states.put(qid, s)));
                    }
                });
        return states;
    }

    /** The accepted identifiers of the entity: local name of the scheme to value. */
    Map<String, List<String>> identifiers(String entity) {
        Map<String, List<String>> identifiers = new TreeMap<>();
        view.find(NodeFactory.createURI(entity), EntProperty.IDENTIFIER, Node.ANY)
                .forEachRemaining(t -> {
                    Node link = t.getObject();
                    Node scheme = object(view, link, EntProperty.IDENTIFIER_SCHEME);
                    if (scheme != null
                            && scheme.isURI()
                            && state(link).filter(LinkState.ACCEPTED::equals).isPresent()) {
                        text(view, link, EntProperty.IDENTIFIER_VALUE).ifPresent(value -> identifiers
                                .computeIfAbsent(scheme.getURI().substring(Ent.NS.length()), s -> new ArrayList<>())
                                .add(value));
                    }
                });
        return identifiers;
    }

    /** The item to which an accepted link leads; empty if there is none. */
    public Optional<String> accepted(String entity) {
        return of(entity).entrySet().stream()
                .filter(e -> e.getValue() == LinkState.ACCEPTED)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * IRIs of the entities that are accepted to be this item, or one that Wikidata merged into it: those that act before the places
     * where they are, then by IRI.
     */
    public List<String> entities(String qid) {
        Set<String> qids = new TreeSet<>(Snapshot.in(dataset).merged(qid));
        qids.add(qid);
        Set<String> found = new TreeSet<>();
        qids.forEach(one -> view.find(Node.ANY, EntProperty.IDENTIFIER_VALUE, NodeFactory.createLiteralString(one))
                .forEachRemaining(t -> {
                    Node link = t.getSubject();
                    if (view.contains(link, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA)
                            && state(link).filter(LinkState.ACCEPTED::equals).isPresent()) {
                        view.find(Node.ANY, EntProperty.IDENTIFIER, link)
                                .forEachRemaining(e -> found.add(e.getSubject().getURI()));
                    }
                }));
        List<String> entities = new ArrayList<>(found);
        entities.sort(Comparator.comparing((String e) -> !isAgent(e)).thenComparing(Comparator.naturalOrder()));
        return entities;
    }

    /** All entities with any link to Wikidata: IRI to Qid to state, sorted. */
    public Map<String, Map<String, LinkState>> all() {
        Map<String, Map<String, LinkState>> all = new TreeMap<>();
        view.find(Node.ANY, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA).forEachRemaining(t -> view.find(
                        Node.ANY, EntProperty.IDENTIFIER, t.getSubject())
                .forEachRemaining(e -> all.computeIfAbsent(e.getSubject().getURI(), this::of)));
        return all;
    }

    /** The thing that is left where decisions merged this one into another; else the same. */
    public String survivor(String entity) {
        return view.find(NodeFactory.createURI(entity), EntProperty.MERGED_INTO, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(into -> into.isURI() && !view.contains(into, EntProperty.MERGED_INTO, Node.ANY))
                .nextOptional()
                .map(Node::getURI)
                .orElse(entity);
    }

    /** What was stated and decided about the links of the entity and of those that were merged into it, oldest first. */
    public List<LinkEntry> history(String entity) {
        Set<String> all = new TreeSet<>(Set.of(entity));
        view.find(Node.ANY, EntProperty.MERGED_INTO, NodeFactory.createURI(entity))
                .filterKeep(t -> survivor(t.getSubject().getURI()).equals(entity))
                .forEachRemaining(t -> all.add(t.getSubject().getURI()));
        List<LinkEntry> entries = new ArrayList<>();
        all.forEach(one -> entries.addAll(stated(one)));
        entries.addAll(entries(e -> all.contains(e.entity())));
        return entries;
    }

    /** The newest entry about this link, those about merged things included; empty if there is none. */
    public Optional<LinkEntry> newest(String entity, String qid) {
        List<LinkEntry> entries =
                history(entity).stream().filter(e -> e.qid().equals(qid)).toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    /** The entries of the log, oldest first. */
    public List<LinkEntry> log() {
        return entries(e -> true);
    }

    /** The triples of the log: filed ones and those that were decided here. */
    public List<Triple> triples() {
        List<Triple> triples = new ArrayList<>();
        LOGS.forEach(log -> dataset.getGraph(log).find().forEachRemaining(triples::add));
        return triples.stream().distinct().toList();
    }

    boolean isAgent(String entity) {
        return view.contains(NodeFactory.createURI(entity), RDF.type.asNode(), EntClass.AGENT);
    }

    /** What the files of identities state, which is where the history of a link may begin. */
    private List<LinkEntry> stated(String entity) {
        List<LinkEntry> entries = new ArrayList<>();
        for (Node graph : Graphs.ALL_AUTHORITY) {
            Graph authority = dataset.getGraph(graph);
            authority
                    .find(NodeFactory.createURI(entity), EntProperty.IDENTIFIER, Node.ANY)
                    .forEachRemaining(t -> {
                        Node link = t.getObject();
                        Optional<String> qid = text(authority, link, EntProperty.IDENTIFIER_VALUE);
                        Optional<LinkState> state = Optional.ofNullable(object(authority, link, EntProperty.LINK_STATE))
                                .flatMap(LinkState::of);
                        if (authority.contains(link, EntProperty.IDENTIFIER_SCHEME, EntConcept.WIKIDATA)
                                && qid.isPresent()
                                && state.isPresent()) {
                            entries.add(new LinkEntry(
                                    "",
                                    entity,
                                    qid.get(),
                                    state.get(),
                                    "data/authority",
                                    Optional.empty(),
                                    "",
                                    text(authority, link, EntProperty.LINK_EVIDENCE)
                                            .orElse(""),
                                    "",
                                    "",
                                    Optional.empty(),
                                    Optional.empty()));
                        }
                    });
        }
        entries.sort(Comparator.comparing(LinkEntry::qid));
        return entries;
    }

    private List<LinkEntry> entries(Predicate<LinkEntry> wanted) {
        Map<String, LinkEntry> entries = new TreeMap<>();
        for (Node name : LOGS) {
            Graph log = dataset.getGraph(name);
            log.find(Node.ANY, RDF.type.asNode(), EntClass.LINK_DECISION)
                    .forEachRemaining(
                            t -> entry(log, t.getSubject()).filter(wanted).ifPresent(e -> entries.put(e.iri(), e)));
        }
        return entries.values().stream()
                .sorted(Comparator.comparing((LinkEntry e) -> e.at().orElse(Instant.MIN))
                        .thenComparing(LinkEntry::iri))
                .toList();
    }

    /** Empty for an entry that an update wrote and that lacks what an entry has. */
    private static Optional<LinkEntry> entry(Graph log, Node decision) {
        Node link = object(log, decision, EntProperty.DECIDES_LINK);
        Optional<LinkState> state = Optional.ofNullable(object(log, decision, EntProperty.DECIDES_STATE))
                .flatMap(LinkState::of);
        if (link == null || state.isEmpty() || !decision.isURI()) {
            return Optional.empty();
        }
        Optional<String> qid = text(log, link, EntProperty.IDENTIFIER_VALUE);
        var owners = log.find(Node.ANY, EntProperty.IDENTIFIER, link).toList();
        if (qid.isEmpty() || owners.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LinkEntry(
                decision.getURI(),
                owners.getFirst().getSubject().getURI(),
                qid.get(),
                state.get(),
                text(log, decision, EntProperty.LINK_DECIDED_BY).orElse(""),
                text(log, decision, EntProperty.LINK_DECIDED_AT).flatMap(Links::instant),
                text(log, decision, EntProperty.LINK_REASON).orElse(""),
                text(log, decision, EntProperty.DECISION_EVIDENCE).orElse(""),
                text(log, decision, EntProperty.UNDER_SNAPSHOT).orElse(""),
                text(log, decision, EntProperty.UNDER_RULE).orElse(""),
                text(log, decision, EntProperty.LINK_SCORE).flatMap(Links::number),
                text(log, decision, EntProperty.MEASURED_PRECISION).flatMap(Links::number)));
    }

    private Optional<LinkState> state(Node link) {
        return Optional.ofNullable(object(view, link, EntProperty.LINK_STATE)).flatMap(LinkState::of);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What the collection calls something: in the language if it can, else in English, else in any. */
    static Optional<String> label(Graph view, Node entity, String language) {
        List<Node> labels = view.find(entity, RDFS.label.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .toList();
        return Stream.of(language, "en")
                .flatMap(wanted ->
                        labels.stream().filter(l -> l.getLiteralLanguage().equals(wanted)))
                .findFirst()
                .or(() -> labels.stream().findFirst())
                .map(Node::getLiteralLexicalForm);
    }

    static Optional<String> text(Graph graph, Node subject, Node property) {
        return Optional.ofNullable(object(graph, subject, property))
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm);
    }

    static @Nullable Node object(Graph graph, Node subject, Node property) {
        var found = graph.find(subject, property, Node.ANY);
        try {
            return found.hasNext() ? found.next().getObject() : null;
        } finally {
            found.close();
        }
    }
}
