package org.entente.web.canned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.entente.web.page.Messages;
import org.entente.web.picture.Picture;

/**
 * The picture of a result: which pictures its rows can make, and the one that is asked for.
 *
 * @param kind what is shown
 * @param possible the ways in which the result can be shown
 * @param picture null where only the table is shown
 * @param more whether the result has more rows than the picture
 */
public record ResultView(ViewKind kind, List<ViewKind> possible, Picture picture, boolean more) {
    /** The most rows of a picture, for templates. */
    public static int shownAtMost() {
        return ChartData.MOST;
    }

    /** What rows can be shown as; the table always. */
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
     * What is shown of a result: the picture that is asked for, else the table, and the table also where the rows cannot make that
     * picture.
     *
     * @param asked by the reader, else by the query
     * @param year where a year on a time axis leads; empty if nowhere
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
                        RowTimeline.of(title, data.rows(), data.columns(), data.labels(), messages, year.orElse(null));
                    case MAP ->
                        RowMap.of(title, data.rows(), data.columns(), data.labels(), messages, data.positions());
                    case CHART -> RowChart.of(title, data.rows(), data.columns(), data.labels(), messages);
                    case NETWORK -> RowNetwork.of(title, data.rows(), data.columns(), data.labels(), messages);
                };
        return new ResultView(kind, possible, picture, data.rows().more());
    }

    /** The ways to choose from; none where there is only one. @param href where the result is shown as a kind */
    public List<ViewLink> views(Function<ViewKind, String> href) {
        return possible.size() < 2
                ? List.of()
                : possible.stream()
                        .map(k -> new ViewLink(k.word(), href.apply(k), k == kind))
                        .toList();
    }
}
