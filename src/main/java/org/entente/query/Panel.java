package org.entente.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A canned query as a panel on the pages of entities.
 *
 * @param id unique among the panels of its query; the anchor on the page
 * @param title its heading
 * @param on kind of entity, as IRIs name it ({@code person}, {@code org}), to the place among the panels of that page: the
 *     lowest number stands first
 * @param parameter of the query that takes the entity
 * @param with values of other parameters
 * @param columns that the panel shows; the query's own page and the downloads have all
 * @param line where the file declares it, from 1
 */
public record Panel(
        String id,
        LocalText title,
        Map<String, Integer> on,
        String parameter,
        Map<String, List<String>> with,
        View view,
        List<String> columns,
        int line) {
    /** How a panel shows its rows. */
    public enum View {
        TABLE,
        /** Bars along the years; the first of the columns names them. */
        BARS;

        static Optional<View> named(String word) {
            return Arrays.stream(values())
                    .filter(view -> view.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Panel {
        on = Map.copyOf(on);
        with = Map.copyOf(with);
        columns = List.copyOf(columns);
    }
}
