package org.entente.web.canned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.vocab.Ent;
import org.entente.web.page.EntityLabels;

/**
 * What the columns of a result are about, as far as their values tell.
 *
 * @param subject whom or what a row is about: an event if there is one, else the first thing
 * @param dates columns whose values are dates
 * @param place a column of places
 * @param ends two columns of agents: the ends of a tie
 * @param number a column of numbers
 */
public record RowColumns(
        Optional<String> subject,
        List<String> dates,
        Optional<String> place,
        List<String> ends,
        Optional<String> number,
        boolean hasCoordinates) {
    private static final int LOOKED_AT = 200;
    private static final String LABEL = "Label";
    private static final Set<String> AGENTS = Set.of("person", "state", "region", "org", "delegation");
    /** Numbers that name something or say when it was. */
    private static final Set<String> NO_AMOUNTS =
            Set.of("year", "sessionNumber", "lat", "long", "rank", "hop", "length", "witnesses", "page");

    public static RowColumns of(Rows rows) {
        List<String> columns = rows.columns().stream()
                .filter(c ->
                        !(c.endsWith(LABEL) && rows.columns().contains(c.substring(0, c.length() - LABEL.length()))))
                .toList();
        List<String> things =
                columns.stream().filter(c -> all(rows, c, Node::isURI)).toList();
        Optional<String> event =
                things.stream().filter(c -> all(rows, c, n -> isOf(n, "event"))).findFirst();
        List<String> agents = things.stream()
                .filter(c -> all(rows, c, n -> n.getURI().startsWith(Ent.ID) && AGENTS.contains(kind(n))))
                .toList();
        List<String> amounts = columns.stream()
                .filter(c -> !NO_AMOUNTS.contains(c))
                .filter(c -> all(rows, c, RowColumns::isNumber))
                .toList();
        return new RowColumns(
                event.or(() -> things.stream().findFirst()),
                columns.stream().filter(c -> all(rows, c, RowColumns::isDate)).toList(),
                things.stream().filter(c -> all(rows, c, n -> isOf(n, "place"))).findFirst(),
                agents.size() < 2 ? List.of() : agents.subList(0, 2),
                amounts.stream()
                        .filter(List.of("amount", "number", "events")::contains)
                        .findFirst()
                        .or(() -> amounts.stream().findFirst()),
                columns.contains("lat") && columns.contains("long") && all(rows, "lat", RowColumns::isNumber));
    }

    /** What stands in a column; nothing where there is no such column. */
    public List<Node> values(Optional<String> column, Rows rows) {
        return column.stream()
                .flatMap(c -> rows.rows().stream().flatMap(r -> r.node(c).stream()))
                .distinct()
                .toList();
    }

    /** The EDTF texts of a date cell: several sources may have several. */
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

    static boolean isOf(Node node, String kind) {
        return node.isURI() && node.getURI().startsWith(Ent.ID + kind + "/");
    }

    private static String kind(Node node) {
        String name = node.getURI().substring(Ent.ID.length());
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }

    private static boolean isNumber(Node node) {
        return node.isLiteral() && node.getLiteralValue() instanceof Number;
    }

    private static boolean isDate(Node node) {
        if (!node.isLiteral()) {
            return false;
        }
        boolean text = XSDDatatype.XSDstring.equals(node.getLiteralDatatype());
        boolean date = Arrays.asList(
                        XSDDatatype.XSDdateTime, XSDDatatype.XSDdate, XSDDatatype.XSDgYear, XSDDatatype.XSDgYearMonth)
                .contains(node.getLiteralDatatype());
        return (text || date) && !dates(node).isEmpty();
    }

    /** Whether a column has values and all of them are of one sort; a long result is judged by its beginning. */
    private static boolean all(Rows rows, String column, Predicate<Node> sort) {
        boolean any = false;
        for (Row row : rows.rows().subList(0, Math.min(LOOKED_AT, rows.rows().size()))) {
            Optional<Node> node = row.node(column);
            if (node.isPresent()) {
                if (!sort.test(node.get())) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** What a thing in a column is called. */
    static String label(Row row, String column, EntityLabels labels) {
        String said = row.text(column + LABEL);
        if (!said.isEmpty()) {
            return said;
        }
        return row.node(column).map(n -> labels.cell(n).text()).orElse("");
    }
}
