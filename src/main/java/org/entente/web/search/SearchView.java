package org.entente.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.query.ExampleValues;
import org.entente.web.http.Urls;
import org.entente.web.page.EvidenceKind;
import org.entente.web.page.Page;
import org.entente.web.page.View;

/**
 * The page of a search.
 *
 * @param groups the hits by kind; the kind with the best hit comes first
 * @param texts the texts in which the words stand, the best first
 * @param similar whether only similar names were found
 * @param examples names to try, before anything is searched
 */
public record SearchView(
        SearchRequest request, List<Group> groups, List<TextHit> texts, boolean similar, List<Page.Link> examples)
        implements View {
    /**
     * The hits of one kind.
     *
     * @param kind word of the kind; "" for all others
     * @param more whether there are more hits
     */
    public record Group(String kind, List<SearchHit> found, boolean more) {}

    private static final int EXAMPLES = 3;
    /** From this score on a hit is the name itself or a distinctive part of it. */
    private static final double NAMED = 0.75;
    /** The same for names that differ by more than their transliteration. */
    private static final double NEARLY_NAMED = 0.85;
    /** Hits below this score are not shown. */
    private static final double SIMILAR = 0.4;
    /** Number of texts. */
    private static final int TEXTS = 30;
    /** Number of hits that are ranked and then grouped. */
    private static final int RANKED = 200;

    @Override
    public String template() {
        return "search/search.jte";
    }

    static SearchView of(
            SearchRequest request,
            NameSearch nameSearch,
            TextSearch textSearch,
            ExampleValues examples,
            Set<String> classes,
            String client) {
        if (request.text().isEmpty()) {
            return new SearchView(
                    request,
                    List.of(),
                    List.of(),
                    false,
                    examples.people(EXAMPLES).stream()
                            .map(name -> new Page.Link(
                                    name,
                                    Urls.with(
                                            "/search", Map.of("q", List.of(name), "lang", List.of(request.language()))),
                                    ""))
                            .toList());
        }
        List<SearchHit> all = nameSearch.search(request.text(), RANKED, classes, request.language(), client);
        boolean named = all.stream().anyMatch(SearchView::isNamed);
        Map<String, List<SearchHit>> byKind = new LinkedHashMap<>();
        all.stream()
                .filter(found -> named ? isNamed(found) : found.score() >= SIMILAR)
                .forEach(found -> byKind.computeIfAbsent(found.type(), k -> new ArrayList<>())
                        .add(found));
        List<Group> groups = byKind.entrySet().stream()
                .map(e -> new Group(
                        e.getKey(),
                        e.getValue().stream().limit(request.limit()).toList(),
                        e.getValue().size() > request.limit()))
                .toList();
        List<TextHit> texts = request.types().isEmpty()
                ? textSearch.search(request.text(), TEXTS, request.language(), client)
                : List.of();
        return new SearchView(request, groups, texts, !named && !groups.isEmpty(), List.of());
    }

    private static boolean isNamed(SearchHit found) {
        return found.score() >= (found.reasons().contains("similar") ? NEARLY_NAMED : NAMED);
    }

    /** The key of the title, or the title itself. */
    public String title() {
        return asked() ? "“" + request.text() + "”" : "search.title";
    }

    public boolean asked() {
        return !request.text().isEmpty();
    }

    public boolean chosen(EvidenceKind kind) {
        return request.types().stream().anyMatch(type -> type.equalsIgnoreCase(kind.word()));
    }

    /** The address of all hits of a kind. */
    public String all(Group group) {
        return Urls.with(
                "/search",
                Map.of(
                        "q", List.of(request.text()),
                        "type", List.of(group.kind),
                        "limit", List.of("100"),
                        "lang", List.of(request.language())));
    }

    /** The score of a hit in percent. */
    public String percent(SearchHit found) {
        return Math.round(found.score() * 100) + " %";
    }
}
