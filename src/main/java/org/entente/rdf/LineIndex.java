package org.entente.rdf;

import java.util.Arrays;

/** Converts positions in a text to offsets and back. Lines end with LF, as both parsers count them. */
final class LineIndex {
    private final String text;
    private final int[] starts;

    LineIndex(String text) {
        this.text = text;
        int[] found = new int[64];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** The offset of a position, limited to the text. */
    int offset(TextPosition place) {
        int line = Math.max(1, Math.min(place.line(), starts.length));
        return Math.max(0, Math.min(starts[line - 1] + Math.max(1, place.column()) - 1, text.length()));
    }

    TextPosition place(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new TextPosition(line + 1, offset - starts[line] + 1);
    }
}
