package org.entente.web.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.encounter.Confidence;
import org.entente.encounter.Named;
import org.entente.execution.Problem;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.Cell;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.ProblemView;
import org.entente.web.picture.Picture;

/**
 * A dossier as its page shows it.
 *
 * @param a what stands in the first box
 * @param b what stands in the second box
 * @param problem what is wrong with a name; null if nothing is
 * @param dossier null where only the form is shown
 * @param timeline its events along the years; null where there are too few
 * @param passages report to address of its passage, where the archive holds the text
 */
public record DossierView(
        String title,
        List<String> a,
        List<String> b,
        ProblemView problem,
        Dossier dossier,
        String answer,
        String searched,
        List<TierView> tiers,
        Picture timeline,
        String self,
        List<Page.Link> downloads,
        Map<Node, String> passages,
        String language) {

    /** The rows of one tier on this page. */
    public record TierView(ContactCategory tier, List<DossierRow> rows, int total, String previous, String next) {}

    static DossierView form(DossierRequest request, Problem problem) {
        return new DossierView(
                "",
                box(request.a()),
                box(request.b()),
                problem == null ? null : ProblemView.of(problem),
                null,
                "",
                "",
                List.of(),
                null,
                "",
                List.of(),
                Map.of(),
                request.language());
    }

    static DossierView of(
            Dossier dossier, DossierRequest request, Map<String, List<String>> permanent, Map<Node, String> passages) {
        DossierSentences say = DossierSentences.in(request.language());
        List<TierView> tiers = request.tiers().stream()
                .map(tier -> tier(dossier.rows(tier), tier, request, permanent))
                .filter(tier -> tier.total() > 0)
                .toList();
        return new DossierView(
                say.title(dossier),
                box(request.a()),
                box(request.b()),
                null,
                dossier,
                say.answer(dossier),
                say.searched(dossier),
                tiers,
                DossierTimeline.of(dossier, request.tiers(), say.title(dossier), Messages.in(request.language())),
                Urls.with("/dossier", permanent),
                List.of(Format.PLAIN_JSON, Format.CSV, Format.TSV).stream()
                        .map(f -> new Page.Link(
                                f.label().toUpperCase(Locale.ROOT),
                                Urls.with("/dossier", with(permanent, "format", f.label())),
                                f.mediaType()))
                        .toList(),
                passages,
                request.language());
    }

    private static TierView tier(
            List<DossierRow> rows, ContactCategory tier, DossierRequest request, Map<String, List<String>> permanent) {
        int from = Math.min(rows.size(), (int) Math.min(Integer.MAX_VALUE, (request.page() - 1L) * request.size()));
        int to = Math.min(rows.size(), from + request.size());
        Map<String, List<String>> own = with(permanent, "tier", tier.word());
        own.put("limit", List.of(Integer.toString(request.size())));
        return new TierView(
                tier,
                rows.subList(from, to),
                rows.size(),
                from > 0 ? Urls.with("/dossier", with(own, "page", Integer.toString(request.page() - 1))) : "",
                to < rows.size() ? Urls.with("/dossier", with(own, "page", Integer.toString(request.page() + 1))) : "");
    }

    private static Map<String, List<String>> with(Map<String, List<String>> parameters, String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        all.put(name, List.of(value));
        return all;
    }

    private static List<String> box(List<String> texts) {
        return texts.isEmpty() ? List.of("") : texts;
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
        return DossierSentences.in(language).dates(row.dates());
    }

    /** An EDTF date in words; "" stays empty. */
    public String date(String edtf) {
        return edtf.isEmpty() ? "" : DossierSentences.in(language).dates(List.of(edtf.split(" \\| ")));
    }

    public String labels(List<Named> named) {
        return named.stream().map(Named::label).collect(Collectors.joining(", "));
    }

    /** The title of the other document language, for the lang attribute; null where it is not known. */
    public String langOf(String code) {
        return code.isEmpty() ? null : code;
    }
}
