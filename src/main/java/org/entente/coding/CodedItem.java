package org.entente.coding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.sheet.Account;
import org.entente.sheet.SheetColumn;

/**
 * A report or a participation as one coder has it.
 *
 * @param node its IRI, which means nothing to the other coder
 * @param values by the names of columns; a column without values is not there
 * @param parts the participations of a report; none of a participation
 */
record CodedItem(Node node, Map<String, List<Node>> values, List<CodedItem> parts) {
    /** The reports of a source. */
    static List<CodedItem> reports(Account account) {
        return account.reports().stream()
                .map(report -> new CodedItem(
                        report,
                        values(account, report, true),
                        account.participations(report).stream()
                                .map(part -> new CodedItem(part, values(account, part, false), List.of()))
                                .toList()))
                .toList();
    }

    /** All that is coded, whatever language its texts are in. */
    private static Map<String, List<Node>> values(Account account, Node subject, boolean ofReport) {
        return SheetColumn.all(account.languages()).stream()
                .filter(column -> column.ofReport() == ofReport)
                .filter(column -> !account.values(subject, column).isEmpty())
                .collect(Collectors.toMap(
                        SheetColumn::name, column -> account.values(subject, column), (a, b) -> a, TreeMap::new));
    }

    List<Node> values(String column) {
        return values.getOrDefault(column, List.of());
    }

    /** Whether both say something in a column, and the same. */
    boolean agrees(CodedItem other, String column) {
        return !values(column).isEmpty() && category(column).equals(other.category(column));
    }

    /** The values of a column as one text, whatever their order; "" for none. */
    String category(String column) {
        return values(column).stream()
                .map(node -> node.isURI()
                        ? node.getURI()
                        : node.getLiteralLexicalForm().strip())
                .sorted()
                .collect(Collectors.joining(" | "));
    }
}
