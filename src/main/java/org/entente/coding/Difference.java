package org.entente.coding;

/**
 * Something on which the coders do not agree: a value, or an item that only one of them has.
 *
 * @param document name of its source, such as d035
 * @param a the end of the IRI of the item at the first coder; "" if he does not have it
 * @param b the same at the second coder
 * @param about whom or what the item is about, in words
 * @param column the heading of the column; "" for an item that only one has
 * @param valueA what the first coder says there; "" for nothing
 * @param valueB what the second coder says there
 */
public record Difference(
        String document, String a, String b, String about, String column, String valueA, String valueB) {
    /** The same for the same place of the same items, whatever is said there. */
    String place() {
        return String.join("\t", document, a, b, column);
    }
}
