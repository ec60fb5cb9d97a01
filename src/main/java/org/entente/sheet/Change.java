package org.entente.sheet;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * What a sheet would change about one statement, or a new report or participation.
 *
 * @param cell where it stands in the sheet, such as F5
 * @param subject IRI of the report or participation
 * @param creates the type of the subject if it is new; null if only a statement changes
 * @param within the document of a new report, the report of a new participation; the subject itself otherwise
 * @param values the values of each column from now on
 * @param words the change as a sentence
 * @param since whether the file says something else than when the sheet was made
 */
public record Change(
        String cell,
        Node subject,
        @org.jspecify.annotations.Nullable Node creates,
        Node within,
        Map<SheetColumn, List<Node>> values,
        String words,
        boolean since) {
    @Override
    public String toString() {
        return cell + ": " + words + (since ? " (The file has changed since the sheet was made.)" : "");
    }
}
