package org.entente.web.canned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.entente.web.page.Messages;
import org.entente.web.picture.Picture;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a result, and the pictures that its rows allow.
 *
 * @param kind what is shown
 * @param possible the ways to show the result
 * @param picture null if only the table is shown
 * @param more whether the result has more rows than the picture
 */
public record ResultView(
        ViewKind kind, List<ViewKind> possible, @Nullable Picture picture, boolean more) {
    /** Largest number of rows in a picture. */
    public static int shownAtMost() {
        return ChartData.MOST;
    }

    /** The ways to show rows with these columns; a table is always possible. */
    static List<ViewKind> possible(RowColumns columns) {
        List<ViewKind> kinds = new ArrayList<>(List.of(ViewKind.TABLE));
        if (!columns.dates().isEmpty() && columns.subject().isPresent()) {
            kinds.add(ViewKind.TIMELINE);
        }
        if (columns.place().isPresent() || columns.latitude().isPresent()) {
            kinds.add(ViewKind.MAP);
        }
        if (columns.ends().size() == 2) {
            kinds.add(ViewKind.NETWORK);
        }
        if (columns.number().isPresent()) {
            kinds.add(ViewKind.CHART);
        }
        return kinds;
    }

    /**
     * Draws the requested picture. If none is requested, or the rows do not allow it, only the table is shown.
     *
     * @param asked the picture that the reader, or else the query, asks for
     * @param year the link of a year on a time axis; empty for none
     */
    public static ResultView choose(
            Optional<ViewKind> asked,
            String title,
            ChartData data,
            Messages messages,
            Optional<IntFunction<String>> year) {
        List<ViewKind> possible = possible(data.columns());
        ViewKind kind = asked.filter(possible::contains).orElse(ViewKind.TABLE);
        Picture picture =
                switch (kind) {
                    case TABLE -> null;
                    case TIMELINE ->
                        RowTimeline.of(
                                title, data.rows(), data.columns(), data.labels(), messages, year.orElse(any -> ""));
                    case MAP ->
                        RowMap.of(title, data.rows(), data.columns(), data.labels(), messages, data.positions());
                    case CHART -> RowChart.of(title, data.rows(), data.columns(), data.labels(), messages);
                    case NETWORK -> RowNetwork.of(title, data.rows(), data.columns(), data.labels(), messages);
                };
        return new ResultView(kind, possible, picture, data.rows().more());
    }

    /**
     * The ways to show the result; empty if there is only one.
     *
     * @param href gives the address of each way
     */
    public List<ViewLink> views(Function<ViewKind, String> href) {
        return possible.size() < 2
                ? List.of()
                : possible.stream()
                        .map(k -> new ViewLink(k.word(), href.apply(k), k == kind))
                        .toList();
    }
}
