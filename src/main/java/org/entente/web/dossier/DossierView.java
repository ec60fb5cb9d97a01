package org.entente.web.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierRow;
import org.entente.execution.Problem;
import org.entente.web.http.Format;
import org.entente.web.http.Urls;
import org.entente.web.page.AtLeast;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;
import org.entente.web.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * The page of a dossier.
 *
 * @param a the values of the first input
 * @param b the values of the second input
 * @param problem the error in a name
 * @param found empty if only the form is shown
 */
public record DossierView(List<String> a, List<String> b, Optional<ProblemView> problem, Optional<Found> found)
        implements View {
    /**
     * An answer.
     *
     * @param readings how names were read, in sentences
     * @param timeline null if there are too few events
     * @param self the permanent link
     * @param atLeast what there is to say beside the number of events that took place
     */
    public record Found(
            Dossier dossier,
            DossierText text,
            List<String> readings,
            List<TierView> tiers,
            @Nullable Picture timeline,
            String self,
            List<Page.Link> downloads,
            Optional<AtLeast> atLeast) {
        public String title() {
            return text.sentences().title(dossier);
        }

        public String answer() {
            return text.sentences().answer(dossier);
        }

        public String searched() {
            return text.sentences().searched(dossier);
        }
    }

    /** The rows of one tier on this page. */
    public record TierView(ContactCategory tier, List<DossierRow> rows, int total, String previous, String next) {}

    @Override
    public String template() {
        return "dossier/dossier.jte";
    }

    static DossierView form(DossierRequest request, Optional<Problem> problem) {
        return new DossierView(box(request.a()), box(request.b()), problem.map(ProblemView::of), Optional.empty());
    }

    static DossierView of(
            Dossier dossier,
            DossierRequest request,
            Map<String, List<String>> permanent,
            Map<Node, String> passages,
            Optional<AtLeast> atLeast,
            List<String> readings) {
        DossierText text = new DossierText(request.language(), passages);
        List<TierView> tiers = request.tiers().stream()
                .map(tier -> tier(dossier.rows(tier), tier, request, permanent))
                .filter(tier -> tier.total() > 0)
                .toList();
        List<Page.Link> downloads = List.of(Format.PLAIN_JSON, Format.CSV, Format.TSV).stream()
                .map(f -> new Page.Link(
                        f.label().toUpperCase(Locale.ROOT),
                        Urls.with("/dossier", with(permanent, "format", f.label())),
                        f.mediaType()))
                .toList();
        Found found = new Found(
                dossier,
                text,
                readings,
                tiers,
                DossierTimeline.of(
                        dossier, request.tiers(), text.sentences().title(dossier), Messages.in(request.language())),
                Urls.with("/dossier", permanent),
                downloads,
                atLeast);
        return new DossierView(box(request.a()), box(request.b()), Optional.empty(), Optional.of(found));
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
}
