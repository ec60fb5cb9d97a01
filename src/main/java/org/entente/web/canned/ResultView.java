package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.entente.execution.Problem;
import org.entente.execution.Rows;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.Messages;
import org.entente.web.picture.Picture;

/**
 * The picture of a result: which pictures its rows can make, and the one that is wanted.
 *
 * @param kind what is shown
 * @param possible the ways in which the result can be shown
 * @param picture null where only the table is shown
 * @param more whether the result has more rows than the picture
 */
public record ResultView(Kind kind, List<Kind> possible, Picture picture, boolean more) {
    /** The most rows of a picture. */
    static final int MOST = 1_000;

    /** The most rows of a picture, for templates. */
    public static int shownAtMost() {
        return MOST;
    }

    /** How rows can be shown. */
    public enum Kind {
        TABLE,
        TIMELINE,
        MAP,
        NETWORK,
        CHART;

        /** The value of {@code ?view=} and of {@code view} in the header of a query. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that name; empty for any other text. */
        static Optional<Kind> named(String word) {
            return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
        }
    }

    /** What the rows can be shown as; the table always. */
    static List<Kind> possible(RowColumns columns) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.TABLE));
        if (!columns.dates().isEmpty() && columns.subject().isPresent()) {
            kinds.add(Kind.TIMELINE);
        }
        if (columns.place().isPresent() || columns.latitude().isPresent()) {
            kinds.add(Kind.MAP);
        }
        if (columns.ends().size() == 2) {
            kinds.add(Kind.NETWORK);
        }
        if (columns.number().isPresent()) {
            kinds.add(Kind.CHART);
        }
        return kinds;
    }

    /**
     * The picture of the rows; empty for the table and where the rows cannot make that picture.
     *
     * @param year where a year on a time axis leads; null if nowhere
     */
    static Optional<Picture> of(
            Kind kind,
            String title,
            Rows rows,
            RowColumns columns,
            EntityLabels labels,
            Messages messages,
            Coordinates positions,
            IntFunction<String> year) {
        if (!possible(columns).contains(kind)) {
            return Optional.empty();
        }
        return switch (kind) {
            case TABLE -> Optional.empty();
            case TIMELINE -> Optional.of(RowTimeline.of(title, rows, columns, labels, messages, year));
            case MAP -> Optional.of(RowMap.of(title, rows, columns, labels, messages, positions));
            case CHART -> Optional.of(RowChart.of(title, rows, columns, labels, messages));
            case NETWORK -> Optional.of(RowNetwork.of(title, rows, columns, labels, messages));
        };
    }

    /**
     * What is shown of a result whose reader wants a certain view, or none in particular.
     *
     * @param wanted the reader's wish, else the one of the query
     */
    public static ResultView choose(
            Optional<Kind> wanted,
            String title,
            Rows rows,
            RowColumns columns,
            EntityLabels labels,
            Messages messages,
            Coordinates positions,
            IntFunction<String> year) {
        Kind kind = wanted.orElse(Kind.TABLE);
        Optional<Picture> picture = of(kind, title, rows, columns, labels, messages, positions, year);
        return new ResultView(
                picture.isPresent() ? kind : Kind.TABLE, possible(columns), picture.orElse(null), rows.more());
    }

    /** The ways to choose from; none where there is only one. @param href where the result is shown as a kind */
    public List<CannedView.View> views(Function<Kind, String> href) {
        return possible.size() < 2
                ? List.of()
                : possible.stream()
                        .map(k -> new CannedView.View(k.word(), href.apply(k), k == kind))
                        .toList();
    }

    /** The wish of a request: an unknown word is refused, no word is no wish. */
    public static Optional<Kind> wish(String word) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Kind.named(word).orElseThrow(() -> Problem.of(
                        422,
                        "parameter",
                        "The parameter view is invalid",
                        "Parameter view: expected one of "
                                + String.join(
                                        ", ",
                                        Stream.of(Kind.values()).map(Kind::word).toList()) + ".")
                .with("parameter", "view")
                .with("given", word)));
    }
}
