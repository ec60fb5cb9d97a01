package org.entente.coding;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.sheet.Account;

/**
 * One document as both coders have it.
 *
 * @param name of its source, such as d035
 * @param document its IRI
 * @param fileA the file of the first coder
 * @param fileB the file of the second coder
 * @param pairs which of their reports belong together
 */
record CodedDocument(String name, Node document, Path fileA, Path fileB, List<Pairing.Pair> pairs) {
    static CodedDocument of(String name, Node document, Path fileA, Account a, Path fileB, Account b) {
        return new CodedDocument(
                name, document, fileA, fileB, Pairing.ofReports(CodedItem.reports(a), CodedItem.reports(b)));
    }
}
