package org.entente.web.canned;

import java.util.List;
import java.util.Locale;
import org.entente.web.page.View;

/**
 * The page with the list of queries.
 *
 * @param search words that all listed queries contain
 */
public record CatalogView(List<QueryThemes.Theme> themes, String search) implements View {
    @Override
    public String template() {
        return "canned/catalog.jte";
    }

    /** The queries that contain all words of a search; all queries if it is empty. */
    static CatalogView of(List<QueryThemes.Theme> all, String search) {
        List<String> words = List.of(search.toLowerCase(Locale.ROOT).split("\\s+"));
        List<QueryThemes.Theme> found = all.stream()
                .map(theme -> new QueryThemes.Theme(
                        theme.tag(),
                        theme.label(),
                        theme.cards().stream()
                                .filter(card ->
                                        words.stream().allMatch(card.words().toLowerCase(Locale.ROOT)::contains))
                                .toList()))
                .filter(theme -> !theme.cards().isEmpty())
                .toList();
        return new CatalogView(found, search);
    }

    /** The number of listed queries. */
    public int count() {
        return themes.stream().mapToInt(theme -> theme.cards().size()).sum();
    }
}
