package org.entente.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import org.apache.jena.vocabulary.RDFS;
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
 * What the collection can give to Wikidata: positions held (P39) and participants of events (P710) that Wikidata lacks, as far as the
 * snapshot tells. Only between items of accepted links, and every statement with the source that says so. A statement without a citable
 * source and a position without any date are left out and named among what was left out. Where the snapshot does not hold the item,
 * nobody looked whether Wikidata has the statement already: these are kept apart. When a source was read at its address (S813) is said
 * where the collection says it ({@code ent:retrievedOn}).
 *
 * @param statements in the order of the entities
 * @param leftOut what could not be given, and why
 */
public record QuickStatements(List<Statement> statements, List<LeftOut> leftOut) {
    private static final List<String> POSITION_COLUMNS =
            List.of(WikidataProperties.POSITION, "qal580", "qal582", "S854", "s577", "s813", "S248", "s577");
    private static final List<String> PARTICIPANT_COLUMNS =
            List.of(WikidataProperties.PARTICIPANT, "S854", "s577", "s813", "S248", "s577");

    /**
     * Something that is not among the commands.
     *
     * @param subject Qid of the item it is about
     * @param property of the statement
     * @param value Qid
     * @param reason in a word: known, no-source, undated
     */
    public record LeftOut(String subject, String property, String value, String reason) {}

    /**
     * A document that says so.
     *
     * @param item the document as an item; empty if it is none
     * @param address its web address; empty if it is an item
     * @param published when, as a date of any precision; empty if it is not known
     * @param retrieved the day on which somebody read it at its address; empty if nobody says so
     */
    public record Source(String item, String address, String published, String retrieved)
            implements Comparable<Source> {
        @Override
        public int compareTo(Source other) {
            return Comparator.comparing(Source::item)
                    .thenComparing(Source::address)
                    .thenComparing(Source::published)
                    .thenComparing(Source::retrieved)
                    .compare(this, other);
        }
    }

    /**
     * One statement with its sources.
     *
     * @param subject Qid
     * @param subjectLabel what the collection calls it
     * @param property P39 or P710
     * @param value Qid
     * @param valueLabel what the collection calls it
     * @param start a date of any precision; empty if it is not known
     * @param end as the start
     * @param sources at least one
     * @param checked whether the snapshot holds the item and lacks the statement
     */
    public record Statement(
            String subject,
            String subjectLabel,
            String property,
            String value,
            String valueLabel,
            String start,
            String end,
            List<Source> sources,
            boolean checked) {
        /** One command for each source: the same statement again adds the next source to it. */
        List<String> commands() {
            return sources.stream()
                    .map(source -> subject + "\t" + property + "\t" + value
                            + part(WikidataProperties.START, start.isEmpty() ? "" : time(start))
                            + part(WikidataProperties.END, end.isEmpty() ? "" : time(end))
                            + part("S248", source.item())
                            + part("S854", source.address().isEmpty() ? "" : "\"" + source.address() + "\"")
                            + part("S577", source.published().isEmpty() ? "" : time(source.published()))
                            + part("S813", source.retrieved().isEmpty() ? "" : time(source.retrieved())))
                    .toList();
        }

        private static String part(String property, String value) {
            return value.isEmpty() ? "" : "\t" + property + "\t" + value;
        }

        /** The row of the table for one source; all columns but the first are those of the property. */
        private List<String> row(Source source) {
            String published = source.published().isEmpty() ? "" : time(source.published());
            List<String> row = new ArrayList<>(List.of(subject, value));
            if (property.equals(WikidataProperties.POSITION)) {
                row.add(start.isEmpty() ? "" : time(start));
                row.add(end.isEmpty() ? "" : time(end));
            }
            row.add(source.address().isEmpty() ? "" : "\"" + source.address() + "\"");
            row.add(source.address().isEmpty() ? "" : published);
            row.add(source.retrieved().isEmpty() ? "" : time(source.retrieved()));
            row.add(source.item());
            row.add(source.item().isEmpty() ? "" : published);
            return row;
        }
    }

    /** Reads one state of a store; call inside its transaction. */
    public static QuickStatements of(DatasetGraph dataset) {
        Reader reader = new Reader(dataset);
        Links links = Links.in(dataset);
        links.all().keySet().forEach(entity -> reader.accepted(entity).ifPresent(qid -> {
            reader.positions(NodeFactory.createURI(entity), qid);
            reader.participants(NodeFactory.createURI(entity), qid);
        }));
        return new QuickStatements(List.copyOf(reader.statements), List.copyOf(reader.leftOut));
    }

    /** The statements that the snapshot lacks, or those about items that it does not hold. */
    public List<Statement> checked(boolean checked) {
        return statements.stream().filter(s -> s.checked() == checked).toList();
    }

    /** Commands of version 1, one each, their parts separated by tabs: of what the snapshot lacks. */
    public List<String> lines() {
        return lines(checked(true));
    }

    private static List<String> lines(List<Statement> of) {
        return of.stream().flatMap(s -> s.commands().stream()).distinct().toList();
    }

    /** The commands of what the snapshot lacks as one text. */
    public String text() {
        return text(lines());
    }

    /** The commands about items that the snapshot does not hold: Wikidata may have these statements already. */
    public String uncheckedText() {
        return text(lines(checked(false)));
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** What the snapshot lacks as a table for QuickStatements, one source a row; the columns of positions, then of participants. */
    public String csv() {
        StringBuilder out = new StringBuilder("qid,")
                .append(String.join(",", POSITION_COLUMNS))
                .append(',')
                .append(String.join(",", PARTICIPANT_COLUMNS))
                .append('\n');
        for (Statement statement : checked(true)) {
            boolean position = statement.property().equals(WikidataProperties.POSITION);
            for (Source source : statement.sources()) {
                List<String> cells = new ArrayList<>(statement.row(source));
                List<String> empty =
                        Collections.nCopies((position ? PARTICIPANT_COLUMNS : POSITION_COLUMNS).size(), "");
                cells.addAll(position ? cells.size() : 1, empty);
                out.append(cells.stream().map(QuickStatements::csvCell).collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String csvCell(String text) {
        return text.contains("\"") || text.contains(",") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** A date of any precision as Wikidata writes it, "+2017-00-00T00:00:00Z/9". */
    private static String time(String date) {
        int precision = 9 + (date.length() - 4) / 3;
        String full = date + "-00".repeat(2 - (date.length() - 4) / 3);
        return "+" + full + "T00:00:00Z/" + precision;
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
        private final Set<Statement> statements = new LinkedHashSet<>();
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
                if (item.isPresent() && isKnown(item.get(), position.get(), start, end, span)) {
                    leave(qid, WikidataProperties.POSITION, position.get(), "known");
                } else if (start.isEmpty() && end.isEmpty()) {
                    leave(qid, WikidataProperties.POSITION, position.get(), "undated");
                } else {
                    give(
                            person,
                            qid,
                            WikidataProperties.POSITION,
                            post,
                            position.get(),
                            start,
                            end,
                            tenure,
                            item.isPresent());
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
                if (item.isPresent()
                        && item.get().of(WikidataProperties.PARTICIPANT).stream()
                                .anyMatch(s -> s.value().text().equals(person.get()))) {
                    leave(qid, WikidataProperties.PARTICIPANT, person.get(), "known");
                } else {
                    give(
                            event,
                            qid,
                            WikidataProperties.PARTICIPANT,
                            who,
                            person.get(),
                            "",
                            "",
                            participation,
                            item.isPresent());
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

        private void give(
                Node subject,
                String qid,
                String property,
                @Nullable Node value,
                String valueQid,
                String start,
                String end,
                Node supported,
                boolean checked) {
            Set<Source> sources = sources(supported);
            if (sources.isEmpty()) {
                leave(qid, property, valueQid, "no-source");
            } else {
                statements.add(new Statement(
                        qid,
                        label(subject),
                        property,
                        valueQid,
                        label(value),
                        start,
                        end,
                        List.copyOf(sources),
                        checked));
            }
        }

        /** What the collection calls it, in English if it can. */
        private String label(@Nullable Node entity) {
            if (entity == null) {
                return "";
            }
            List<Node> labels = view.find(entity, RDFS.label.asNode(), Node.ANY)
                    .mapWith(t -> t.getObject())
                    .toList();
            return labels.stream()
                    .filter(l -> l.getLiteralLanguage().equals("en"))
                    .findFirst()
                    .or(() -> labels.stream().findFirst())
                    .map(Node::getLiteralLexicalForm)
                    .orElse("");
        }

        private void leave(String qid, String property, String value, String reason) {
            leftOut.add(new LeftOut(qid, property, value, reason));
        }

        /** The documents that say so: by address, or as an item that they are linked to. */
        private Set<Source> sources(Node supported) {
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
            Optional<String> item = accepted(document.getURI());
            if (item.isPresent()) {
                return Optional.of(new Source(item.get(), "", published, ""));
            }
            return named(document, EntProperty.URL)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(url -> url.matches("https?://[^\\s\"<>]+"))
                    .map(url -> new Source("", url, published, retrieved(document)));
        }

        private String retrieved(Node document) {
            return named(document, EntProperty.RETRIEVED_ON)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(time -> time.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?"))
                    .map(time -> time.substring(0, 10))
                    .orElse("");
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
    }
}
