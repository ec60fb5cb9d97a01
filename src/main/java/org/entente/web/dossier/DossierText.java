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
import org.jspecify.annotations.Nullable;

/**
 * Formats the parts of a dossier for its page.
 *
 * @param passages address of the passage of each report, if the archive has its text
 */
public record DossierText(String language, Map<Node, String> passages) {
    DossierSentences sentences() {
        return DossierSentences.in(language);
    }

    /**
     * The badge of a row, linked to the evidence of its encounter, or of its event if there are several encounters or
     * none.
     */
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

    /** The address of the page of an entity; "" for unnamed groups and literals. */
    public String href(Node node) {
        return node.isURI() && !Prefixes.compact(node.getURI()).startsWith("participation:")
                ? Cell.href(node.getURI())
                : "";
    }

    /** The address of the passage that a report cites; "" if the archive does not have the text. */
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

    /** The value of the attribute {@code lang}; null if the language is not known. */
    public @Nullable String langOf(String code) {
        return code.isEmpty() ? null : code;
    }
}
