package org.entente.web.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes SVG; all values are escaped. */
final class Svg {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Starts an element.
     *
     * @param attributes alternating names and values; an attribute with a null value is left out
     */
    Svg start(String name, @Nullable String... attributes) {
        element(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Adds an empty element. */
    Svg leaf(String name, @Nullable String... attributes) {
        element(name, attributes);
        out.append("/>");
        return this;
    }

    /** Adds an element with a text. */
    Svg text(String name, String text, @Nullable String... attributes) {
        return start(name, attributes).text(text).end();
    }

    Svg text(String text) {
        out.append(escaped(text));
        return this;
    }

    Svg end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void element(String name, @Nullable String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        }
    }

    static String percent(double value) {
        return number(value) + "%";
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** Appends a number that is given in tenths, as {@link #number} writes it: outlines have many of them. */
    static void tenths(long tenths, StringBuilder to) {
        if (tenths < 0) {
            to.append('-');
        }
        to.append(Math.abs(tenths / 10));
        long rest = Math.abs(tenths % 10);
        if (rest != 0) {
            to.append('.').append(rest);
        }
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                // XML allows no other control characters, not even as references.
                default -> safe.appendCodePoint(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
