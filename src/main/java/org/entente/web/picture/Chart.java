package org.entente.web.picture;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.text.ShortText;

/**
 * A bar chart with horizontal bars, in groups of comparable numbers with the same measure and unit. A bar for "about" a
 * number fades at its end; one for "more than" a number ends in an arrow.
 */
public final class Chart {
    private static final int HEADING = 34;
    private static final int BAR = 40;
    private static final int NOTE = 18;
    private static final double LONGEST = 78;

    /** The precision of a number. */
    public enum Precision {
        EXACT,
        ABOUT,
        MORE,
        LESS
    }

    /**
     * Comparable bars.
     *
     * @param unit "" for counts
     */
    public record Group(String title, String unit, List<Bar> bars) {}

    /**
     * A bar.
     *
     * @param label what is counted, when and by whom
     * @param note further remarks, one for each line
     * @param href address of the link; "" for none
     */
    public record Bar(String label, double value, Precision precision, List<String> note, String href) {}

    private Chart() {}

    /** Draws the chart; without numbers the picture has no drawing. */
    public static Picture of(String title, List<Group> groups, Translator words) {
        List<Group> drawn = groups.stream().filter(g -> !g.bars().isEmpty()).toList();
        int bars = drawn.stream().mapToInt(g -> g.bars().size()).sum();
        String description = words.get("picture.chart.text", bars, drawn.size());
        return new Picture(
                "chart",
                title,
                description,
                bars == 0 ? "" : draw(title, description, drawn, words),
                List.of(),
                twin(drawn, words));
    }

    private static DataTable twin(List<Group> groups, Translator words) {
        List<List<DataTable.Entry>> rows = new ArrayList<>();
        for (Group group : groups) {
            for (Bar bar : group.bars()) {
                rows.add(List.of(
                        DataTable.Entry.of(group.title()),
                        new DataTable.Entry(bar.label(), bar.href()),
                        DataTable.Entry.of(value(bar, group.unit(), words)),
                        DataTable.Entry.of(String.join(" ", bar.note()))));
            }
        }
        return new DataTable(
                List.of(
                        words.get("picture.measure"),
                        words.get("picture.what"),
                        words.get("picture.value"),
                        words.get("picture.note")),
                rows);
    }

    private static String draw(String title, String description, List<Group> groups, Translator words) {
        int height = 0;
        for (Group group : groups) {
            height += HEADING;
            for (Bar bar : group.bars()) {
                height += BAR + NOTE * bar.note().size();
            }
        }
        String id = "c" + Integer.toHexString((title + height).hashCode());
        Svg svg = new Svg();
        svg.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "role",
                "group",
                "aria-labelledby",
                id,
                "width",
                "100%",
                "height",
                Integer.toString(height + 6));
        svg.text("title", title, "id", id);
        svg.text("desc", description);
        svg.start("defs").start("linearGradient", "id", id + "about", "class", "fade stated");
        svg.leaf("stop", "offset", "0.7", "stop-opacity", "0.85");
        svg.leaf("stop", "offset", "1", "stop-opacity", "0.15");
        svg.end().end();
        int y = 0;
        for (Group group : groups) {
            String heading = group.unit().isEmpty() ? group.title() : group.title() + " · " + group.unit();
            svg.text("text", heading, "class", "lane", "x", "0", "y", Integer.toString(y + 22));
            y += HEADING;
            double most = group.bars().stream()
                    .mapToDouble(b -> Math.abs(b.value()))
                    .max()
                    .orElse(1);
            for (Bar bar : group.bars()) {
                boolean link = !bar.href().isEmpty();
                svg.start(link ? "a" : "g", "class", "item", link ? "href" : "data-bar", link ? bar.href() : "");
                svg.text("title", bar.label() + ": " + value(bar, group.unit(), words));
                label(svg, bar.label(), y + 13);
                bar(svg, bar, y + 18, LONGEST * Math.abs(bar.value()) / Math.max(most, 1e-12), id, words);
                int line = y + 46;
                for (String note : bar.note()) {
                    svg.text("text", note, "class", "note", "x", "12", "y", Integer.toString(line));
                    line += NOTE;
                }
                svg.end();
                y += BAR + NOTE * bar.note().size();
            }
        }
        return svg.end().toString();
    }

    private static void label(Svg svg, String label, int y) {
        svg.text("text", ShortText.of(label, 120), "class", "label wide", "x", "0", "y", Integer.toString(y));
        svg.text(
                "text",
                ShortText.of(label, 50),
                "class",
                "label narrow",
                "aria-hidden",
                "true",
                "x",
                "0",
                "y",
                Integer.toString(y));
    }

    private static void bar(Svg svg, Bar bar, int y, double length, String id, Translator words) {
        String width = Svg.percent(Math.max(0.3, length));
        svg.leaf(
                "rect",
                "class",
                bar.precision() == Precision.ABOUT ? "stretch" : "stretch core stated",
                "x",
                "0",
                "y",
                Integer.toString(y),
                "width",
                width,
                "height",
                "12",
                "fill",
                bar.precision() == Precision.ABOUT ? "url(#" + id + "about)" : null);
        boolean arrow = bar.precision() == Precision.MORE || bar.precision() == Precision.LESS;
        if (arrow) {
            svg.start("svg", "x", width, "y", Integer.toString(y), "overflow", "visible", "class", "arrow");
            svg.leaf("path", "d", bar.precision() == Precision.MORE ? "M0 0L8 6L0 12Z" : "M0 0V12L-8 6Z");
            svg.end();
        }
        svg.text(
                "text",
                mark(bar.precision()) + number(bar.value(), words.language()),
                "class",
                "value",
                "x",
                width,
                "dx",
                arrow ? "13" : "6",
                "y",
                Integer.toString(y + 11));
    }

    private static String value(Bar bar, String unit, Translator words) {
        return mark(bar.precision()) + number(bar.value(), words.language()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String mark(Precision precision) {
        return switch (precision) {
            case EXACT -> "";
            case ABOUT -> "≈ ";
            case MORE -> "> ";
            case LESS -> "< ";
        };
    }

    /** A number in words as usual: "2.8 billion", "2,8 Milliarden", "44". */
    public static String number(double value, String language) {
        Locale locale = Locale.forLanguageTag(language);
        NumberFormat format = Math.abs(value) >= 1e6
                ? NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.LONG)
                : NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }
}
