package org.entente.web.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.query.QueryCatalog;
import org.entente.release.AnswerChange;
import org.entente.release.ReleaseComparison;
import org.entente.release.RowChange;
import org.entente.release.RowChange.Cause;
import org.entente.release.RowChange.CauseKind;
import org.entente.release.StatementChanges.Change;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;
import org.entente.web.page.View;

/**
 * What differs between two releases, in sentences.
 *
 * @param answers a sentence and its rows for each answer that changed
 * @param documents what each graph says more and less
 * @param left statements that are not shown
 */
public record ComparisonView(
        String from, String to, List<Answer> answers, List<Stated> documents, int left, int asked, int notAsked)
        implements View {
    private static final int SHOWN = 600;
    private static final int ROWS = 50;

    /**
     * An answer that changed.
     *
     * @param href address of the question
     */
    public record Answer(String sentence, String href, List<Line> rows) {}

    /** A line of text; {@code kind} is more, fewer or changed. */
    public record Line(String kind, String text, List<Link> causes) {}

    /** A text with an address; "" for none. */
    public record Link(String text, String href) {}

    /** What a source, or another graph, says more or less. */
    public record Stated(Link about, long added, long removed, List<Line> statements) {}

    @Override
    public String template() {
        return "release/comparison.jte";
    }

    /** Call in a transaction on the newer state. */
    static ComparisonView of(
            ReleaseComparison comparison, DatasetGraph dataset, QueryCatalog catalog, String language) {
        Sentences say = new Sentences(dataset, Messages.in(language));
        List<Answer> answers = comparison.mostChanged().stream()
                .map(change -> new Answer(say.sentence(change, catalog), href(change), say.rows(change.rows())))
                .toList();
        Map<String, List<Change>> byGraph = comparison.statements().changes().stream()
                .limit(SHOWN)
                .collect(Collectors.groupingBy(Change::graph, LinkedHashMap::new, Collectors.toList()));
        List<Stated> documents = new ArrayList<>();
        comparison
                .statements()
                .graphs()
                .forEach((graph, count) -> documents.add(new Stated(
                        say.graph(graph, comparison.causes()),
                        count.added(),
                        count.removed(),
                        byGraph.getOrDefault(graph, List.of()).stream()
                                .map(say::statement)
                                .toList())));
        return new ComparisonView(
                comparison.from(),
                comparison.to(),
                answers,
                documents,
                Math.max(0, comparison.statements().changes().size() - SHOWN),
                comparison.asked(),
                comparison.left());
    }

    private static String href(AnswerChange change) {
        return Urls.with("/queries/" + change.query(), change.parameters());
    }

    /** Puts changes into words. */
    static final class Sentences {
        private final DatasetGraph dataset;
        private final Messages messages;

        Sentences(DatasetGraph dataset, Messages messages) {
            this.dataset = dataset;
            this.messages = messages;
        }

        /** Such as: "who-met of Roman Vassilenko: one row more, one changed, because of d121". */
        String sentence(AnswerChange change, QueryCatalog catalog) {
            String question = catalog.query(change.query())
                    .map(query -> query.header().summary().in(messages.language()))
                    .orElse(change.query());
            String subject = change.subject().isEmpty() ? "" : " (" + change.subject() + ")";
            List<String> parts = new ArrayList<>();
            for (RowChange.Kind kind : RowChange.Kind.values()) {
                long count = change.count(kind);
                if (count > 0) {
                    parts.add(messages.get("releases.rows." + kind.name().toLowerCase(java.util.Locale.ROOT), count));
                }
            }
            return question + subject + ": " + String.join(", ", parts);
        }

        List<Line> rows(List<RowChange> rows) {
            return rows.stream().limit(ROWS).map(this::row).toList();
        }

        private Line row(RowChange row) {
            String what = row.row().values().stream()
                    .filter(text -> !text.startsWith("http"))
                    .limit(4)
                    .collect(Collectors.joining(" · "));
            String changed = row.cells().stream()
                    .map(cell -> heading(cell.column()) + ": " + shown(cell.before()) + " → " + shown(cell.after()))
                    .collect(Collectors.joining("; "));
            return new Line(
                    row.kind().name().toLowerCase(java.util.Locale.ROOT),
                    changed.isEmpty() ? what : what + " – " + changed,
                    row.causes().stream().map(this::cause).toList());
        }

        private String heading(String column) {
            String key = "column." + column.replaceFirst("Label$", "");
            String text = messages.get(key);
            return text.equals(key) ? column.replaceFirst("Label$", "") : text;
        }

        private static String shown(String text) {
            String short_ = text.startsWith("http") ? Prefixes.compact(text) : text;
            return short_.isEmpty() ? "–" : short_.length() > 120 ? short_.substring(0, 120) + "…" : short_;
        }

        Link cause(Cause cause) {
            return cause.kind() == CauseKind.DOCUMENT
                    ? new Link(Prefixes.compact(cause.iri()), Urls.page(cause.iri()))
                    : new Link(
                            messages.get("releases.cause." + cause.kind().name().toLowerCase(java.util.Locale.ROOT))
                                    + (cause.iri().isEmpty() ? " " + cause.label() : ""),
                            "");
        }

        Link graph(String graph, List<Cause> causes) {
            String id = graph.substring(Ent.GRAPH.length());
            return causes.stream()
                    .filter(c -> c.kind() == CauseKind.DOCUMENT
                            && graph.endsWith("/" + c.iri().replaceFirst(".*/", "")))
                    .findFirst()
                    .map(c -> new Link(Prefixes.compact(c.iri()) + ": " + c.label(), Urls.page(c.iri())))
                    .orElseGet(() -> new Link(id, "/graph/" + id));
        }

        Line statement(Change change) {
            return new Line(change.added() ? "more" : "fewer", words(change.line()), List.of());
        }

        /** A statement by the labels of its terms. */
        String words(String line) {
            DatasetGraph one = DatasetGraphFactory.createGeneral();
            RDFParser.fromString(line, Lang.NQUADS).parse(one);
            Quad quad = one.find().next();
            return term(quad.getSubject()) + " – " + term(quad.getPredicate()) + " – " + term(quad.getObject());
        }

        private String term(Node node) {
            if (node.isLiteral()) {
                return "“" + shown(node.getLiteralLexicalForm()) + "”";
            }
            String label = org.entente.release.StateLabels.of(dataset, node, messages.language());
            return label.isEmpty() ? node.isURI() ? Prefixes.compact(node.getURI()) : "·" : label;
        }
    }
}
