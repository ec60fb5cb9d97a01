package org.entente.web.picture;

import java.util.List;

/** The table with the content of a picture, in the same order. */
public record DataTable(List<String> headings, List<List<Entry>> rows) {
    /**
     * A cell.
     *
     * @param href address of the link; "" for none
     */
    public record Entry(String text, String href) {
        static Entry of(String text) {
            return new Entry(text, "");
        }
    }
}
