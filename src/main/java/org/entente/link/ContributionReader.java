package org.entente.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.link.Contribution.LeftOut;
import org.entente.link.Contribution.Reason;
import org.entente.link.Contribution.Source;
import org.entente.link.Contribution.Time;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;

/** Reads of one state of a store what contributions of every kind need, and takes them. */
final class ContributionReader {
    private final DatasetGraph dataset;
    private final Graph view;
    private final Links links;
    private final Snapshot snapshot;
    private final String language;
    private final Map<String, Optional<String>> items = new HashMap<>();
    private final List<Contribution> given = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    ContributionReader(DatasetGraph dataset, String language) {
        this.dataset = dataset;
        this.view = dataset.getDefaultGraph();
        this.links = Links.in(dataset);
        this.snapshot = Snapshot.in(dataset);
        this.language = language;
    }

    List<Contribution> given() {
        return List.copyOf(given);
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    Graph view() {
        return view;
    }

    /** The item of an accepted link; where Wikidata merged it into another one, that. */
    Optional<String> accepted(Node entity) {
        return items.computeIfAbsent(entity.getURI(), iri -> links.accepted(iri)
                .map(qid -> snapshot.mergedInto(qid).orElse(qid)));
    }

    /** The item as the snapshot has it; empty if it is outside. */
    Optional<WikidataEntity> item(String qid) {
        return snapshot.entity(qid);
    }

    /** Gives a statement, or leaves it out where it has no source. */
    void give(
            GivenProperty property,
            Node entity,
            String qid,
            String value,
            Optional<Node> of,
            Time time,
            Set<Source> sources) {
        if (sources.isEmpty()) {
            leave(property, entity, qid, value, Reason.NO_SOURCE, List.of());
            return;
        }
        Optional<WikidataEntity> item = item(qid);
        given.add(new Contribution(
                property,
                entity.getURI(),
                qid,
                label(entity),
                value,
                of.map(this::label).orElse(""),
                time,
                List.copyOf(sources),
                item.isPresent(),
                item.filter(i -> i.revision() == 0).isPresent()));
    }

    void leave(GivenProperty property, Node entity, String qid, String value, Reason reason, List<String> theirs) {
        leftOut.add(new LeftOut(property, entity.getURI(), label(entity), qid, value, reason, theirs));
    }

    private String label(Node entity) {
        return Links.label(view, entity, language).orElse("");
    }

    /** The documents that support what is in the view: by address, or as an item that they are linked to. */
    Set<Source> sources(Node supported) {
        Set<Source> sources = new TreeSet<>();
        view.find(supported, EntProperty.SUPPORTED_BY, Node.ANY)
                .forEachRemaining(t -> dataset.find(Node.ANY, t.getObject(), EntProperty.STATED_IN, Node.ANY)
                        .forEachRemaining(q -> source(q.getObject()).ifPresent(sources::add)));
        return sources;
    }

    private Optional<Source> source(Node document) {
        String published = named(document, EntProperty.PUBLISHED)
                .flatMap(span -> named(span, EntProperty.EDTF))
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(d -> d.matches("[0-9]{4}(-[0-9]{2}){0,2}"))
                .orElse("");
        Optional<String> item = accepted(document);
        if (item.isPresent()) {
            return Optional.of(new Source(item.get(), "", published, ""));
        }
        return named(document, EntProperty.URL)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(url -> url.matches("https?://[^\\s\"<>|]+"))
                .map(url -> new Source("", url, published, retrieved(document)));
    }

    /** The day on which a document or link was looked at, where somebody says it. */
    String retrieved(Node document) {
        return named(document, EntProperty.RETRIEVED_ON)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(time -> time.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?"))
                .map(time -> time.substring(0, 10))
                .orElse("");
    }

    /** A value in any graph. */
    Optional<Node> named(Node subject, Node property) {
        var found = dataset.find(Node.ANY, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    /** The subjects in the view, in one order for equal stores. */
    List<Node> subjects(Node property, Node object) {
        return view.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }
}
