package org.entente.web.picture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A picture and what holds the same without seeing it.
 *
 * @param kind timeline, map, chart: also the class of its SVG
 * @param title what it is a picture of
 * @param description what is to be seen, in a sentence
 * @param svg the drawing, safe to put into a page
 * @param legend signs that occur, with their meaning
 * @param twin the same as a table
 */
public record Picture(String kind, String title, String description, String svg, List<Key> legend, DataTable twin) {
    /** A sign and what it means. */
    public record Key(Sign sign, String meaning) {
        /** The sign as a drawing of its own. */
        public String svg() {
            Svg svg = new Svg();
            svg.start("svg", "class", "swatch", "viewBox", "-7 -7 14 14", "aria-hidden", "true");
            sign.draw(svg, "0", 0, 5);
            return svg.end().toString();
        }
    }

    /** Which explanation fits: the middle of the key {@code picture.*.how}. */
    public String caption() {
        return kind.equals("network") ? "ring" : kind;
    }

    static List<Key> legend(Stream<Sign> signs, Translator words) {
        return signs.distinct()
                .sorted()
                .map(s -> new Key(s, words.get("picture.sign." + s.word())))
                .toList();
    }
}
