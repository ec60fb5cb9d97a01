package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.ColumnType;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.vocab.IdSpaces;

/** Tests the values of a column. */
final class ColumnValues {
    private static final int LOOKED_AT = 200;

    private ColumnValues() {}

    /** The dates in a cell; there may be several, from several sources. */
    static List<Edtf> dates(Node node) {
        List<Edtf> dates = new ArrayList<>();
        for (String part : node.getLiteralLexicalForm().split(" \\| ")) {
            try {
                dates.add(Edtf.parse(part));
            } catch (EdtfException e) {
                return List.of();
            }
        }
        return dates;
    }

    /** Whether a node is the IRI of an entity of this type. */
    static boolean isOf(Node node, ColumnType type) {
        return node.isURI()
                && type.kinds().stream()
                        .anyMatch(kind -> IdSpaces.local(node.getURI()).startsWith(kind + "/"));
    }

    static boolean isNumber(Node node) {
        return node.isLiteral() && node.getLiteralValue() instanceof Number;
    }

    static boolean isDate(Node node) {
        if (!node.isLiteral()) {
            return false;
        }
        boolean text = XSDDatatype.XSDstring.equals(node.getLiteralDatatype());
        boolean date = Arrays.asList(
                        XSDDatatype.XSDdateTime, XSDDatatype.XSDdate, XSDDatatype.XSDgYear, XSDDatatype.XSDgYearMonth)
                .contains(node.getLiteralDatatype());
        return (text || date) && !dates(node).isEmpty();
    }

    /** Whether a column has values and all of them pass the test. Only the first rows of a long result are tested. */
    static boolean all(Rows rows, String column, Predicate<Node> value) {
        boolean any = false;
        for (Row row : rows.rows().subList(0, Math.min(LOOKED_AT, rows.rows().size()))) {
            Optional<Node> node = row.node(column);
            if (node.isPresent()) {
                if (!value.test(node.get())) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }
}
