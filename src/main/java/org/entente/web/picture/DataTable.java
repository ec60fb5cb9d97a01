package org.entente.web.picture;

import java.util.List;

/** The table beside a picture: what the picture shows, in the same order. */
public record DataTable(List<String> headings, List<List<Entry>> rows) {
    /** A cell. @param href where it leads; "" nowhere */
    public record Entry(String text, String href) {
        static Entry of(String text) {
            return new Entry(text, "");
        }
    }
}
