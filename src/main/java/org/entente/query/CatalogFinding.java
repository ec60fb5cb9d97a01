package org.entente.query;

/**
 * A problem in a query file.
 *
 * @param file name of the file, relative to the catalogue
 * @param line line in the file, from 1
 * @param column column in the line, from 1; 0 if only the line is known
 * @param message what is wrong and what would be right
 */
public record CatalogFinding(String file, int line, int column, String message) implements Comparable<CatalogFinding> {
    @Override
    public int compareTo(CatalogFinding other) {
        return java.util.Comparator.comparing(CatalogFinding::file)
                .thenComparing(CatalogFinding::line)
                .thenComparing(CatalogFinding::column)
                .thenComparing(CatalogFinding::message)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + (column > 0 ? ":" + column : "") + ": " + message;
    }
}
