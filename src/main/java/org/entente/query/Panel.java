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
 * @param answer what its rows come to, where the sentence of the query says more than the panel asks for; may be empty
 * @param on kind of entity, as IRIs name it ({@code person}, {@code org}), to the position on its pages; the lowest
 *     comes first
 * @param parameter the parameter that takes the entity
 * @param with the values of other parameters
 * @param columns the columns that the panel shows; the page of the query and the downloads have all
 * @param line line of the declaration in the file, from 1
 */
public record Panel(
        String id,
        LocalText title,
        LocalText answer,
        Map<String, Integer> on,
        String parameter,
        Map<String, List<String>> with,
        View view,
        List<String> columns,
        int line) {
    /** How a panel shows its rows. */
    public enum View {
        TABLE,
        /** Bars on a time axis, labelled by the first column. */
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
