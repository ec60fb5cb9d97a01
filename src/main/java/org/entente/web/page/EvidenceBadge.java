package org.entente.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;

/**
 * A sign that links to the evidence of a statement.
 *
 * @param href the evidence page
 * @param sign stated, doubt, derived, dispute, decided, announced, announcement or unnamed, as {@code page/sign.jte} draws it
 * @param witnesses number of independent sources; 0 to leave it out
 * @param note what there is to say besides: the decision by which somebody was identified, its reason and author; else ""
 */
public record EvidenceBadge(String href, String sign, long witnesses, String note) {
    /** The badge of an entity, linked to its evidence page in the reader's language. */
    public static EvidenceBadge of(String iri, String sign, long witnesses, String language) {
        return new EvidenceBadge(
                "/evidence?of=" + Urls.encode(Prefixes.compact(iri)) + "&lang=" + language, sign, witnesses, "");
    }

    /** Columns that say what a row of a canned query is about, the most specific first. */
    private static final List<String> ABOUT = List.of(
            "encounter",
            "participation",
            "conflict",
            "observation",
            "change",
            "tenure",
            "agreement",
            "batch",
            "report",
            "event",
            "session",
            "thing");

    private static final Set<String> ANNOUNCED =
            Set.of("announced", "levelAnnounced", "levelAnnouncedHolderOf", "agreementAnnounced");

    /** A badge for each row; empty if no column says what the rows are about. */
    static List<EvidenceBadge> ofRows(Rows rows, String language) {
        Optional<String> about = about(rows);
        return about.isEmpty()
                ? List.of()
                : rows.rows().stream()
                        .map(row -> of(
                                        row.node(about.get()).orElseThrow().getURI(),
                                        sign(row, about.get()),
                                        witnesses(row),
                                        language)
                                .saying(row.text("identification")))
                        .toList();
    }

    /** The column to whose things the badges of these rows lead. */
    static Optional<String> about(Rows rows) {
        return ABOUT.stream().filter(column -> isAbout(rows, column)).findFirst();
    }

    private EvidenceBadge saying(String note) {
        return new EvidenceBadge(href, sign, witnesses, note);
    }

    private static boolean isAbout(Rows rows, String column) {
        return rows.columns().contains(column)
                && !rows.isEmpty()
                && rows.rows().stream().allMatch(row -> row.node(column)
                        .filter(node -> node.isURI() && IdSpaces.isThing(node.getURI()))
                        .isPresent());
    }

    private static String sign(Row row, String about) {
        String level = term(row, "level");
        if (level.equals("levelCandidate") || row.node("fit").isPresent()) {
            return "derived";
        }
        if (about.equals("conflict")
                || row.node("conflict").isPresent()
                || term(row, "status").equals("contradicted")) {
            return "dispute";
        }
        if (ANNOUNCED.contains(level) || ANNOUNCED.contains(term(row, "status"))) {
            // A single report may announce what others confirm.
            return about.equals("report") ? "announcement" : "announced";
        }
        if (row.node("identification").isPresent()) {
            return "decided";
        }
        return term(row, "confidence").equals("low") ? "doubt" : "stated";
    }

    private static String term(Row row, String column) {
        return row.node(column)
                .filter(Node::isURI)
                .map(node -> node.getURI().replaceFirst(".*#", ""))
                .orElse("");
    }

    private static long witnesses(Row row) {
        return row.node("witnesses").filter(Node::isLiteral).isPresent() ? row.number("witnesses") : 0;
    }
}
