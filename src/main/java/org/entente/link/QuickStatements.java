package org.entente.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;
import org.jspecify.annotations.Nullable;

/**
 * What the collection can give to Wikidata, as QuickStatements V1: positions held (P39) and participants of events (P710) that the
 * snapshot lacks. Only between items of accepted links, and every statement with the source that says so. A statement without a
 * citable source, a position without any date, and what is about an item that the snapshot does not hold is left out and named among
 * what was left out. When a source was looked at (S813) is not said, for the collection does not say it.
 *
 * @param lines one command each, its parts separated by tabs
 * @param leftOut what could not be given, and why
 */
public record QuickStatements(List<String> lines, List<LeftOut> leftOut) {
    /**
     * Something that is not among the commands.
     *
     * @param subject Qid of the item it is about
     * @param property of the statement
     * @param value Qid
     * @param reason in a word: known, no-source, not-in-snapshot, undated
     */
    public record LeftOut(String subject, String property, String value, String reason) {}

    /** Reads one state of a store; call inside its transaction. */
    public static QuickStatements of(DatasetGraph dataset) {
        Reader reader = new Reader(dataset);
        Links links = Links.in(dataset);
        links.all().keySet().forEach(entity -> reader.accepted(entity).ifPresent(qid -> {
            reader.positions(NodeFactory.createURI(entity), qid);
            reader.participants(NodeFactory.createURI(entity), qid);
        }));
        return new QuickStatements(List.copyOf(new LinkedHashSet<>(reader.lines)), List.copyOf(reader.leftOut));
    }

    /** All commands as one text. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** How many statements were left out for each reason, sorted by reason. */
    public Map<String, Long> reasons() {
        return leftOut.stream().collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.counting()));
    }

    private static final class Reader {
        private final DatasetGraph dataset;
        private final Graph view;
        private final Links links;
        private final Snapshot snapshot;
        private final List<String> lines = new ArrayList<>();
        private final Set<LeftOut> leftOut = new LinkedHashSet<>();

        Reader(DatasetGraph dataset) {
            this.dataset = dataset;
            this.view = dataset.getDefaultGraph();
            this.links = Links.in(dataset);
            this.snapshot = Snapshot.in(dataset);
        }

        /** The item of an accepted link; where Wikidata merged it into another one, that. */
        Optional<String> accepted(String entity) {
            return links.accepted(entity).map(qid -> snapshot.mergedInto(qid).orElse(qid));
        }

        void positions(Node person, String qid) {
            for (Node tenure : subjects(EntProperty.HOLDER, person)) {
                Node post = Links.object(view, tenure, EntProperty.OF_POST);
                Optional<String> position = post == null ? Optional.empty() : accepted(post.getURI());
                if (position.isEmpty()) {
                    continue;
                }
                Node span = Links.object(view, tenure, EntProperty.TIME);
                String start = bound(span, "earliestStart", "latestStart");
                String end = bound(span, "earliestEnd", "latestEnd");
                Optional<WikidataEntity> item = snapshot.entity(qid);
                if (item.isEmpty()) {
                    leave(qid, WikidataProperties.POSITION, position.get(), "not-in-snapshot");
                } else if (isKnown(item.get(), position.get(), start, end, span)) {
                    leave(qid, WikidataProperties.POSITION, position.get(), "known");
                } else if (start.isEmpty() && end.isEmpty()) {
                    leave(qid, WikidataProperties.POSITION, position.get(), "undated");
                } else {
                    String dates = qualifier(WikidataProperties.START, start) + qualifier(WikidataProperties.END, end);
                    give(qid, WikidataProperties.POSITION, position.get(), dates, tenure);
                }
            }
        }

        void participants(Node event, String qid) {
            if (!view.contains(event, RDF.type.asNode(), EntClass.HELD_EVENT)) {
                return;
            }
            for (Node participation : subjects(EntProperty.IN_EVENT, event)) {
                if (!view.contains(participation, EntProperty.ATTENDANCE, EntConcept.ATTENDED)) {
                    continue;
                }
                Node who = Links.object(view, participation, EntProperty.PARTICIPANT);
                Optional<String> person = who == null ? Optional.empty() : accepted(who.getURI());
                if (person.isEmpty()) {
                    continue;
                }
                Optional<WikidataEntity> item = snapshot.entity(qid);
                if (item.isEmpty()) {
                    leave(qid, WikidataProperties.PARTICIPANT, person.get(), "not-in-snapshot");
                } else if (item.get().of(WikidataProperties.PARTICIPANT).stream()
                        .anyMatch(s -> s.value().text().equals(person.get()))) {
                    leave(qid, WikidataProperties.PARTICIPANT, person.get(), "known");
                } else {
                    give(qid, WikidataProperties.PARTICIPANT, person.get(), "", participation);
                }
            }
        }

        /** A position whose time cannot be another one is known: Wikidata's statement is not said twice in other words. */
        private boolean isKnown(WikidataEntity item, String position, String start, String end, @Nullable Node span) {
            String from = start.isEmpty() ? day(span, "earliestStart") : start;
            String to = end.isEmpty() ? day(span, "latestEnd") : end;
            return item.of(WikidataProperties.POSITION).stream()
                    .filter(s -> s.value().text().equals(position))
                    .anyMatch((WikidataStatement s) -> CandidateRanking.overlaps(
                            from, to, s.qualifier(WikidataProperties.START), s.qualifier(WikidataProperties.END)));
        }

        private void give(String qid, String property, String value, String qualifiers, Node supported) {
            Set<String> references = references(supported);
            if (references.isEmpty()) {
                leave(qid, property, value, "no-source");
            } else {
                // A line carries one reference; the same statement again adds the next one to it.
                references.forEach(r -> lines.add(qid + "\t" + property + "\t" + value + qualifiers + r));
            }
        }

        private void leave(String qid, String property, String value, String reason) {
            leftOut.add(new LeftOut(qid, property, value, reason));
        }

        /** The documents that say so: by address, or as an item that they are linked to. */
        private Set<String> references(Node supported) {
            Set<String> references = new TreeSet<>();
            view.find(supported, EntProperty.SUPPORTED_BY, Node.ANY)
                    .forEachRemaining(t -> dataset.find(Node.ANY, t.getObject(), EntProperty.STATED_IN, Node.ANY)
                            .forEachRemaining(q -> reference(q.getObject()).ifPresent(references::add)));
            return references;
        }

        private Optional<String> reference(Node document) {
            String published = named(document, EntProperty.PUBLISHED)
                    .flatMap(span -> named(span, EntProperty.EDTF))
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(d -> d.matches("[0-9]{4}(-[0-9]{2}){0,2}"))
                    .map(d -> "\tS577\t" + time(d))
                    .orElse("");
            Optional<String> item = accepted(document.getURI());
            if (item.isPresent()) {
                return Optional.of("\tS248\t" + item.get() + published);
            }
            return named(document, EntProperty.URL)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(url -> url.matches("https?://[^\\s\"<>]+"))
                    .map(url -> "\tS854\t\"" + url + "\"" + published);
        }

        private Optional<Node> named(Node subject, Node property) {
            var found = dataset.find(Node.ANY, subject, property, Node.ANY);
            return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
        }

        private List<Node> subjects(Node property, Node object) {
            return view.find(Node.ANY, property, object).mapWith(t -> t.getSubject()).toList().stream()
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }

        /** The date between two bounds at the precision that they leave: the day, month or year that both share. */
        private String bound(@Nullable Node span, String earliest, String latest) {
            String from = day(span, earliest);
            String to = day(span, latest);
            if (from.isEmpty() || to.isEmpty()) {
                return "";
            }
            if (from.equals(to)) {
                return from;
            }
            if (from.substring(0, 7).equals(to.substring(0, 7))) {
                return from.substring(0, 7);
            }
            return from.substring(0, 4).equals(to.substring(0, 4)) ? from.substring(0, 4) : "";
        }

        private String day(@Nullable Node span, String bound) {
            return span == null
                    ? ""
                    : Links.text(view, span, NodeFactory.createURI(Ent.NS + bound))
                            .filter(t -> t.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*"))
                            .map(t -> t.substring(0, 10))
                            .orElse("");
        }

        private static String qualifier(String property, String date) {
            return date.isEmpty() ? "" : "\t" + property + "\t" + time(date);
        }

        private static String time(String date) {
            int precision = 9 + (date.length() - 4) / 3;
            String full = date + "-00".repeat(2 - (date.length() - 4) / 3);
            return "+" + full + "T00:00:00Z/" + precision;
        }
    }
}
