package org.entente.web.dossier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.encounter.Confidence;
import org.entente.encounter.Named;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Cell;
import org.entente.web.page.EvidenceBadge;

/**
 * How the parts of a dossier are written on its page.
 *
 * @param passages report to address of its passage, where the archive holds the text
 */
public record DossierText(String language, Map<Node, String> passages) {
    DossierSentences sentences() {
        return DossierSentences.in(language);
    }

    /** The sign of a row: it leads to the evidence of the encounter, or of the event where there are several or none. */
    public EvidenceBadge evidence(DossierRow row) {
        Node thing = row.pairs().size() == 1
                ? row.pairs().getFirst().encounter()
                : row.event().node();
        return EvidenceBadge.of(thing.getURI(), sign(row), row.witnesses(), language);
    }

    private static String sign(DossierRow row) {
        if (!row.disputes().isEmpty() || row.tier() == ContactCategory.CONTRADICTED) {
            return "dispute";
        }
        return switch (row.tier()) {
            case ANNOUNCED -> "announced";
            case SAME_PLACE_AND_TIME -> "derived";
            default -> row.confidence() == Confidence.LOW ? "doubt" : "stated";
        };
    }

    /** Where the thing is described; "" for unnamed groups and literals. */
    public String href(Node node) {
        return node.isURI() && !Prefixes.compact(node.getURI()).startsWith("participation:")
                ? Cell.href(node.getURI())
                : "";
    }

    /** Where the archive shows what the report cites; "" where it does not hold the text. */
    public String passage(Node report) {
        return passages.getOrDefault(report, "");
    }

    public String dates(DossierRow row) {
        return sentences().dates(row.dates());
    }

    /** An EDTF date in words; "" stays empty. */
    public String date(String edtf) {
        return edtf.isEmpty() ? "" : sentences().dates(List.of(edtf.split(" \\| ")));
    }

    public String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(", "));
    }

    /** A language for the lang attribute; null where it is not known. */
    public String langOf(String code) {
        return code.isEmpty() ? null : code;
    }
}
