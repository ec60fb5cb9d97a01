package org.entente.web.picture;

import java.util.Locale;

/** The status of what is shown; all pages use the same signs. */
public enum Sign {
    STATED("●"),
    DOUBTED("◐"),
    DERIVED("○"),
    ANNOUNCED("◌"),
    CONTRADICTED("⚡"),
    NOT_HELD("✕");

    private final String mark;

    Sign(String mark) {
        this.mark = mark;
    }

    /** The sign as a character. */
    public String mark() {
        return mark;
    }

    /** The CSS class, which is also the last part of the keys of its texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Draws the sign around its centre. */
    void draw(Svg svg, String x, double y, double radius) {
        svg.start("svg", "x", x, "y", Svg.number(y), "overflow", "visible", "class", "glyph " + word());
        String r = Svg.number(radius);
        switch (this) {
            case STATED, DERIVED, ANNOUNCED -> svg.leaf("circle", "r", r);
            case DOUBTED -> {
                svg.leaf("circle", "r", r);
                svg.leaf("path", "class", "half", "d", "M0 -" + r + "A" + r + " " + r + " 0 0 0 0 " + r + "Z");
            }
            case CONTRADICTED -> {
                svg.leaf("circle", "r", r);
                svg.leaf("path", "class", "fork", "d", "M1.2 -3.6L-1.8 .6H.2L-.8 3.6L2.2 -.8H.2Z");
            }
            case NOT_HELD ->
                svg.leaf(
                        "path", "d", "M-" + r + " -" + r + "L" + r + " " + r + "M" + r + " -" + r + "L-" + r + " " + r);
        }
        svg.end();
    }
}
