package org.entente.web.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.entente.text.ShortText;
import org.entente.time.TimeBounds;
import org.jspecify.annotations.Nullable;

/**
 * A timeline. A date known to the day is a sign. A less precise one is a bar, dark while the event certainly lasted and
 * fading where it may have lasted. What was only announced is dashed.
 *
 * <p>Up to {@link #ROWS} items have a row with a label, under the headings of their lanes. More items are stacked as
 * signs above the axis, with long spans below it; their labels are in the table.
 */
public final class Timeline {
    /** Largest number of items that have a row each. */
    public static final int ROWS = 40;

    /** Largest number of stacks that fit on a phone. */
    private static final int BINS = 72;
    /** Length of the fading part at an open end, in percent of the axis. */
    private static final double OPEN = 7;

    private static final int ROW = 34;
    private static final int HEADING = 30;
    private static final int AXIS = 24;
    private static final int PILE = 12;
    /** Width in pixels for which the names beside signs are measured, and that of a letter. */
    private static final double DESK = 1080;

    private static final double LETTER = 5.9;
    /** A name is left out rather than cut to fewer letters than this. */
    private static final int LEAST = 24;

    private static final int WIDE = 78;
    private static final int NARROW = 44;

    private final String title;
    private final List<Item> items;
    private final int undated;
    private final TimeScale scale;
    private final IntFunction<String> year;
    private final Translator words;
    private final String id;
    private final Svg svg = new Svg();

    /**
     * An item of the timeline.
     *
     * @param when the date in words
     * @param lane heading of the lane; "" if there is only one lane
     * @param href where it leads; "" nowhere
     * @param span {@link TimeBounds#UNKNOWN} if no date is known
     */
    public record Item(String label, String when, String lane, String href, Sign sign, TimeBounds span) {
        public boolean isDated() {
            return !span.equals(TimeBounds.UNKNOWN);
        }
    }

    private Timeline(
            String title, List<Item> items, int undated, TimeScale scale, IntFunction<String> year, Translator words) {
        this.title = title;
        this.items = items;
        this.undated = undated;
        this.scale = scale;
        this.year = year;
        this.words = words;
        this.id = "t" + Integer.toHexString((title + items.size()).hashCode());
    }

    /**
     * Draws the timeline; without dates the picture has no drawing.
     *
     * @param year gives the link of a year on the axis; "" for no link
     */
    public static Picture of(String title, List<Item> items, IntFunction<String> year, Translator words) {
        List<Item> dated = items.stream().filter(Item::isDated).toList();
        int undated = items.size() - dated.size();
        TimeScale scale =
                TimeScale.around(dated.stream().map(Item::span).toList()).orElse(null);
        DataTable twin = twin(items, words);
        if (scale == null) {
            return new Picture("timeline", title, words.get("picture.timeline.undated", undated), "", List.of(), twin);
        }
        Timeline timeline = new Timeline(title, dated, undated, scale, year, words);
        return new Picture(
                "timeline",
                title,
                timeline.description(),
                timeline.draw(),
                Picture.legend(dated.stream().map(Item::sign), words),
                twin);
    }

    private static DataTable twin(List<Item> items, Translator words) {
        boolean lanes = items.stream().map(Item::lane).distinct().count() > 1;
        List<String> headings = new ArrayList<>(
                List.of(words.get("picture.when"), words.get("picture.what"), words.get("picture.how")));
        if (lanes) {
            headings.add(words.get("picture.lane"));
        }
        return new DataTable(
                headings,
                items.stream()
                        .map(i -> {
                            List<DataTable.Entry> row = new ArrayList<>(List.of(
                                    DataTable.Entry.of(i.when()),
                                    new DataTable.Entry(i.label(), i.href()),
                                    DataTable.Entry.of(i.sign().mark() + " "
                                            + words.get(
                                                    "picture.sign." + i.sign().word()))));
                            if (lanes) {
                                row.add(DataTable.Entry.of(i.lane()));
                            }
                            return row;
                        })
                        .toList());
    }

    private String description() {
        return words.get(
                        "picture.timeline.text",
                        items.size(),
                        Integer.toString(scale.first().getYear()),
                        Integer.toString(scale.last().getYear()))
                + (undated > 0 ? " " + words.get("picture.timeline.undated", undated) : "");
    }

    private String draw() {
        List<Item> sorted = items.stream()
                .sorted(Comparator.comparingDouble((Item i) -> left(i)).thenComparingDouble(this::right))
                .toList();
        if (sorted.size() <= ROWS) {
            rows(sorted);
        } else {
            piles(sorted);
        }
        return svg.toString();
    }

    private void rows(List<Item> sorted) {
        Map<String, List<Item>> lanes = new LinkedHashMap<>();
        // lanes keep the order of the items
        items.forEach(i -> lanes.computeIfAbsent(i.lane(), l -> new ArrayList<>()));
        sorted.forEach(
                i -> lanes.computeIfAbsent(i.lane(), l -> new ArrayList<>()).add(i));
        boolean headed = lanes.size() > 1;
        int height = AXIS + sorted.size() * ROW + (headed ? lanes.size() * HEADING : 0) + 8;
        open(height);
        axis(AXIS - 4, AXIS - 10, height);
        int y = AXIS;
        for (Map.Entry<String, List<Item>> lane : lanes.entrySet()) {
            if (headed) {
                svg.text("text", lane.getKey(), "class", "lane", "x", "0", "y", Integer.toString(y + 20));
                y += HEADING;
            }
            for (Item item : lane.getValue()) {
                row(item, y);
                y += ROW;
            }
        }
        svg.end();
    }

    private void row(Item item, int y) {
        link(item, false);
        double left = left(item);
        double right = right(item);
        String when = item.when().isEmpty() ? "" : item.when() + " · ";
        String wide = ShortText.of(when + item.label(), WIDE);
        boolean onTheRight = left <= 50;
        svg.text(
                "text",
                wide,
                "class",
                "label wide",
                "x",
                Svg.percent(onTheRight ? left : Math.max(right, 50)),
                "y",
                Integer.toString(y + 14),
                "text-anchor",
                onTheRight ? "start" : "end");
        svg.text(
                "text",
                ShortText.of(when + item.label(), NARROW),
                "class",
                "label narrow",
                "aria-hidden",
                "true",
                "x",
                "0",
                "y",
                Integer.toString(y + 14));
        bar(item, y + 20, 8);
        svg.end();
    }

    private void piles(List<Item> sorted) {
        int bins = bins();
        double bin = 100.0 / bins;
        int[] heights = new int[bins];
        Map<Item, int[]> places = new LinkedHashMap<>();
        List<Item> bars = new ArrayList<>();
        for (Item item : sorted) {
            double width = right(item) - left(item);
            if (width > 1.6 * bin) {
                bars.add(item);
                continue;
            }
            int at = Math.clamp((int) ((left(item) + width / 2) / bin), 0, bins - 1);
            places.put(item, new int[] {at, heights[at]++});
        }
        List<Double> ends = new ArrayList<>();
        Map<Item, Integer> tracks = new LinkedHashMap<>();
        for (Item item : bars) {
            int track = 0;
            while (track < ends.size() && ends.get(track) > left(item) - 0.4) {
                track++;
            }
            if (track == ends.size()) {
                ends.add(0.0);
            }
            ends.set(track, Math.max(right(item), left(item) + 1));
            tracks.put(item, track);
        }
        int tallest = Arrays.stream(heights).max().orElse(0);
        int ground = tallest * PILE + 12;
        int height = ground + AXIS + 6 + ends.size() * 12;
        open(height);
        axis(ground, ground + 16, height);
        svg.start("g", "class", "pile");
        places.forEach((item, place) -> {
            double x = (place[0] + 0.5) * bin;
            double y = ground - PILE / 2.0 - place[1] * PILE;
            int next = place[0] + 1;
            while (next < bins && heights[next] <= place[1]) {
                next++;
            }
            link(item, true);
            item.sign().draw(svg, Svg.percent(x), y, 4);
            beside(item, x, next == bins ? 100 : (next + 0.5) * bin, y + 4);
            svg.end();
        });
        svg.end();
        tracks.forEach((item, track) -> {
            int y = ground + AXIS + 4 + track * 12;
            double from = Math.max(right(item), left(item) + 1);
            double next = tracks.entrySet().stream()
                    .filter(other -> other.getValue().equals(track) && left(other.getKey()) >= from)
                    .mapToDouble(other -> left(other.getKey()))
                    .min()
                    .orElse(100);
            link(item, true);
            bar(item, y, 7);
            beside(item, from, next, y + 7);
            svg.end();
        });
        svg.end();
    }

    /** Writes the name of an item to its right, if there is room before the next one. */
    private void beside(Item item, double from, double next, double y) {
        int letters = (int) (((next - from) / 100 * DESK - 16) / LETTER);
        String name = ShortText.of(item.label(), Math.max(letters, 1));
        if (letters >= Math.min(LEAST, item.label().length())) {
            svg.text(
                    "text",
                    name,
                    "class",
                    "label wide small",
                    "aria-hidden",
                    "true",
                    "x",
                    Svg.percent(from),
                    "dx",
                    "7",
                    "y",
                    Svg.number(y));
        }
    }

    /** The number of stacks: one for each year, or for equal parts of a year. */
    private int bins() {
        int years = scale.last().getYear() - scale.first().getYear() + 1;
        return years >= BINS ? BINS : years * Math.max(1, BINS / years);
    }

    private void open(int height) {
        svg.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "timeline",
                "role",
                "group",
                "aria-labelledby",
                id + "-title",
                "width",
                "100%",
                "height",
                Integer.toString(height));
        svg.text("title", title, "id", id + "-title");
        svg.text("desc", description());
        svg.start("defs");
        for (Sign sign : Sign.values()) {
            gradient(sign, "in", "0.06", "0.75", "0.75");
            gradient(sign, "out", "0.75", "0.75", "0.06");
            gradient(sign, "both", "0.08", "0.6", "0.08");
        }
        svg.end();
    }

    private void gradient(Sign sign, String name, String first, String middle, String last) {
        svg.start("linearGradient", "id", id + name + sign.word(), "class", "fade " + sign.word());
        boolean symmetric = name.equals("both");
        svg.leaf("stop", "offset", "0", "stop-opacity", first);
        if (symmetric) {
            svg.leaf("stop", "offset", "0.5", "stop-opacity", middle);
        }
        svg.leaf("stop", "offset", "1", "stop-opacity", last);
        svg.end();
    }

    /**
     * @param ground position of the line
     * @param text position of the labels
     * @param bottom end of the grid
     */
    private void axis(int ground, int text, int bottom) {
        svg.start("g", "class", "axis");
        String y = Integer.toString(ground);
        svg.leaf("line", "x1", "0", "x2", "100%", "y1", y, "y2", y, "class", "ground");
        for (TimeScale.Tick tick : scale.ticks(words.language())) {
            String x = Svg.percent(tick.x());
            svg.leaf("line", "x1", x, "x2", x, "y1", "0", "y2", Integer.toString(bottom));
            if (tick.x() > 93) {
                continue;
            }
            String href = tick.year().map(year::apply).orElse("");
            if (!href.isEmpty()) {
                svg.start("a", "href", href);
            }
            svg.text("text", tick.label(), "x", x, "dx", "4", "y", Integer.toString(text));
            if (!href.isEmpty()) {
                svg.end();
            }
        }
        svg.end();
    }

    /** @param silent whether Tab skips the link, because the table has it, too; with a script the arrow keys reach it */
    private void link(Item item, boolean silent) {
        String name = item.sign().mark() + " " + item.label() + (item.when().isEmpty() ? "" : ", " + item.when());
        if (item.href().isEmpty()) {
            svg.start("g", "class", "item");
        } else {
            svg.start(
                    "a",
                    "class",
                    "item",
                    "href",
                    item.href(),
                    "data-evidence",
                    item.href().startsWith("/evidence?") ? "" : null,
                    "tabindex",
                    silent ? "-1" : null,
                    "aria-label",
                    name);
        }
        svg.text("title", name);
    }

    private void bar(Item item, int y, int thick) {
        TimeBounds span = item.span();
        double left = left(item);
        double right = right(item);
        if (right - left < 1.2) {
            item.sign().draw(svg, Svg.percent((left + right) / 2), y + thick / 2.0, Math.min(5, thick / 2.0 + 1));
            return;
        }
        double certainFrom = span.latestStart() == null ? right : scale.at(span.latestStart());
        double certainTo = span.earliestEnd() == null ? left : scale.after(span.earliestEnd());
        if (item.sign() == Sign.ANNOUNCED || item.sign() == Sign.NOT_HELD) {
            rect("stretch " + item.sign().word(), left, right, y, thick, null);
        } else if (certainTo - certainFrom < 0.3) {
            // no day of the span is certain
            String fade = span.earliestStart() == null ? "in" : span.latestEnd() == null ? "out" : "both";
            rect("stretch", left, right, y, thick, fade(fade, item.sign()));
        } else {
            if (certainFrom - left > 0.1) {
                rect("stretch", left, certainFrom, y, thick, fade("in", item.sign()));
            }
            if (right - certainTo > 0.1) {
                rect("stretch", certainTo, right, y, thick, fade("out", item.sign()));
            }
            rect("stretch core " + item.sign().word(), certainFrom, certainTo, y, thick, null);
        }
        // The sign stands at a known end.
        double where = span.earliestStart() == null && span.latestEnd() == null
                ? (certainFrom + certainTo) / 2
                : span.earliestStart() == null ? right : span.latestEnd() == null ? left : (left + right) / 2;
        item.sign().draw(svg, Svg.percent(where), y + thick / 2.0, Math.min(5, thick / 2.0 + 1));
    }

    private String fade(String name, Sign sign) {
        return "url(#" + id + name + sign.word() + ")";
    }

    private void rect(String look, double from, double to, int y, int thick, @Nullable String fill) {
        svg.leaf(
                "rect",
                "class",
                look,
                "x",
                Svg.percent(from),
                "y",
                Integer.toString(y),
                "width",
                Svg.percent(Math.max(0.3, to - from)),
                "height",
                Integer.toString(thick),
                "fill",
                fill);
    }

    private double left(Item item) {
        TimeBounds span = item.span();
        if (span.earliestStart() != null) {
            return scale.at(span.earliestStart());
        }
        // Of a span with two open ends only the certain days are known.
        return Math.max(0, scale.at(known(span.latestStart(), span.earliestEnd(), span.latestEnd())) - OPEN);
    }

    private double right(Item item) {
        TimeBounds span = item.span();
        if (span.latestEnd() != null) {
            return scale.after(span.latestEnd());
        }
        return Math.min(100, scale.after(known(span.earliestEnd(), span.latestStart(), span.earliestStart())) + OPEN);
    }

    /** The first of these bounds that is known; one is, for what has no date at all is not drawn. */
    private static LocalDate known(@Nullable LocalDate... bounds) {
        return Arrays.stream(bounds).filter(Objects::nonNull).findFirst().orElseThrow();
    }
}
