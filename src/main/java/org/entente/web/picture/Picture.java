package org.entente.web.picture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A picture with its description and a table of the same content.
 *
 * @param kind timeline, map or chart; also the class of the SVG element
 * @param title the subject
 * @param description what the picture shows, in a sentence
 * @param svg the drawing, safe to insert into a page; "" if there is nothing to draw
 * @param insets parts of the drawing at a larger scale, where things lie on top of each other
 * @param legend the signs in the picture
 * @param twin the content as a table
 */
public record Picture(
        String kind,
        String title,
        String description,
        String svg,
        List<Inset> insets,
        List<Key> legend,
        DataTable twin) {
    /** A part of a drawing at a larger scale. */
    public record Inset(String title, String svg) {}

    /** A picture without insets. */
    Picture(String kind, String title, String description, String svg, List<Key> legend, DataTable twin) {
        this(kind, title, description, svg, List.of(), legend, twin);
    }

    /** A sign with its meaning. */
    public record Key(Sign sign, String meaning) {
        /** The sign as a drawing of its own. */
        public String svg() {
            Svg svg = new Svg();
            svg.start("svg", "class", "swatch", "viewBox", "-7 -7 14 14", "aria-hidden", "true");
            sign.draw(svg, "0", 0, 5);
            return svg.end().toString();
        }
    }

    /** The middle part of the key {@code picture.*.how} with the explanation of the picture. */
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
