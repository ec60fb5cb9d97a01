package org.entente.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.query.Column;
import org.entente.query.ColumnType;
import org.entente.query.QueryHeader;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result as a table. A column {@code xLabel} is merged into the column {@code x}, and a text that lists
 * IRIs becomes a list of links.
 *
 * @param heads the columns that are not empty
 * @param rows the values of each cell, by row and column
 * @param firstRow number of the first row in the result, from 1
 * @param more whether the result has more rows
 * @param evidence a badge for each row; empty if the rows have none
 */
public record ResultTable(
        List<Heading> heads, List<List<List<Cell>>> rows, long firstRow, boolean more, List<EvidenceBadge> evidence) {
    /**
     * A column.
     *
     * @param name the variable
     * @param title in the reader's language
     * @param numeric whether all its values are numbers
     * @param sorted "ascending" or "descending" if the rows are sorted by this column, else null
     * @param href the same result sorted by this column; "" if it cannot be sorted
     */
    public record Heading(
            String name,
            String title,
            boolean numeric,
            @Nullable String sorted,
            String href) {}

    private static final String LABEL = "Label";
    /** Columns that tell readers of a page no more than another one, where a query has both. */
    private static final Map<String, String> SAME =
            Map.of("sources", "document", "locators", "locator", "hint", "event");

    private static final int BEFORE_SOURCES = 3;
    private static final int LONG = 120;
    private static final int SENTENCE = 45;

    /** The rows of a canned query, formatted as its header declares the columns. */
    public static ResultTable ofCanned(
            Rows rows, long firstRow, QueryHeader header, EntityLabels labels, Messages messages, SortLinks sort) {
        ResultTable table = of(sourcesInSight(rows), firstRow, header::column, labels, messages, sort);
        return new ResultTable(
                table.heads, table.rows, firstRow, table.more, EvidenceBadge.ofRows(rows, messages.language()));
    }

    /** With the sources among the first columns, which a screen shows without scrolling. */
    private static Rows sourcesInSight(Rows rows) {
        List<String> columns = new ArrayList<>(rows.columns());
        int at = 0;
        for (int things = 0; at < columns.size() && things < BEFORE_SOURCES; at++) {
            things += columns.get(at).endsWith(LABEL) ? 0 : 1;
        }
        if (at < columns.size() && columns.get(at).endsWith(LABEL)) {
            at++;
        }
        for (String column : List.of("locators", "sources", "document")) {
            int now = columns.indexOf(column);
            if (now > at) {
                columns.add(at, columns.remove(now));
            }
        }
        return new Rows(columns, rows.rows(), rows.more());
    }

    /** Some columns of the rows of a canned query. */
    public static ResultTable ofPanel(
            Rows rows, List<String> columns, QueryHeader header, EntityLabels labels, Messages messages) {
        ResultTable table = of(rows.only(columns), 1, header::column, labels, messages, SortLinks.NONE);
        return new ResultTable(table.heads, table.rows, 1, table.more, EvidenceBadge.ofRows(rows, messages.language()));
    }

    /** The rows of a query written by a user; values are shown as they are. */
    public static ResultTable of(Rows rows, long firstRow, EntityLabels labels, Messages messages) {
        return of(rows, firstRow, column -> Optional.empty(), labels, messages, SortLinks.NONE);
    }

    private static ResultTable of(
            Rows rows,
            long firstRow,
            Function<String, Optional<Column>> declared,
            EntityLabels labels,
            Messages messages,
            SortLinks sort) {
        Set<String> merged = new LinkedHashSet<>();
        for (String column : rows.columns()) {
            if (column.endsWith(LABEL)
                    && rows.columns().contains(column.substring(0, column.length() - LABEL.length()))) {
                merged.add(column);
            }
        }
        // Empty columns only take up room, and so do those that the badge or another column tells; downloads still have
        // them.
        Optional<String> badge = EvidenceBadge.about(rows);
        List<String> shown = rows.columns().stream()
                .filter(c -> !merged.contains(c))
                .filter(c -> !(badge.filter(c::equals).isPresent()
                        && declared.apply(c)
                                .filter(d -> d.type() == ColumnType.RECORD)
                                .isPresent()))
                .filter(c -> !(declared.apply(c).isPresent() && rows.columns().contains(SAME.getOrDefault(c, ""))))
                .filter(c -> rows.rows().stream()
                        .anyMatch(row ->
                                row.node(c).isPresent() || row.node(c + LABEL).isPresent()))
                .toList();
        List<List<List<Cell>>> cells = rows.rows().stream()
                .map(row -> shown.stream()
                        .map(c -> cells(row, c, declared.apply(c), merged, labels, messages))
                        .toList())
                .toList();
        List<Heading> heads = shown.stream()
                .map(c -> new Heading(
                        c, heading(c, declared.apply(c), messages), numeric(rows, c), sort.state(c), sort.href(c)))
                .toList();
        return new ResultTable(heads, cells, firstRow, rows.more(), List.of());
    }

    /** Number of the last row in the result. */
    public long lastRow() {
        return firstRow + rows.size() - 1;
    }

    private static boolean numeric(Rows rows, String column) {
        List<Node> values =
                rows.rows().stream().flatMap(row -> row.node(column).stream()).toList();
        return !values.isEmpty()
                && values.stream()
                        .allMatch(n -> n.isLiteral() && NodeValue.makeNode(n).isNumber());
    }

    /** The first column whose values lead somewhere: what the rows are about; -1 if there is none. */
    public int main() {
        for (int column = 0; column < heads.size(); column++) {
            int at = column;
            if (rows.stream().anyMatch(row -> row.get(at).stream()
                    .anyMatch(cell -> !cell.href().isEmpty()))) {
                return column;
            }
        }
        return -1;
    }

    /**
     * The CSS classes of a cell: "number" for numbers, "sentence" or "long" for long texts, "main" for what the row is about; null for
     * none.
     */
    public @Nullable String look(List<Cell> cells, int column, int main) {
        String width = heads.get(column).numeric() ? "number" : width(cells);
        return column != main ? width : width == null ? "main" : width + " main";
    }

    private static @Nullable String width(List<Cell> cells) {
        int longest =
                cells.stream().mapToInt(cell -> cell.text().length()).max().orElse(0);
        return longest > LONG ? "long" : longest > SENTENCE ? "sentence" : null;
    }

    /** All IRIs in the rows, for callers that do not use the labels in the rows. */
    public static Set<Node> named(Rows rows) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (Row row : rows.rows()) {
            for (String column : rows.columns()) {
                row.node(column).ifPresent(node -> nodes.addAll(iris(node)));
            }
        }
        return nodes;
    }

    /** All IRIs in the rows whose label is not among the rows. */
    public static Set<Node> mentioned(Rows rows) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (Row row : rows.rows()) {
            for (String column : rows.columns()) {
                boolean labelled =
                        row.node(column + LABEL).filter(Node::isLiteral).isPresent();
                row.node(column)
                        .filter(node -> !(labelled && node.isURI()))
                        .ifPresent(node -> nodes.addAll(iris(node)));
            }
        }
        return nodes;
    }

    private static List<Cell> cells(
            Row row,
            String column,
            Optional<Column> declared,
            Set<String> merged,
            EntityLabels labels,
            Messages messages) {
        List<Cell> cells = values(row, column, merged, labels);
        ColumnType type = declared.map(Column::type).orElse(ColumnType.TEXT);
        if (type == ColumnType.REQUEST) {
            return cells.stream()
                    .map(cell -> request(cell, heading(column, declared, messages)))
                    .toList();
        }
        if (type == ColumnType.AMOUNT || type == ColumnType.NUMBER) {
            return cells.stream().map(cell -> inFigures(cell, messages)).toList();
        }
        if (type == ColumnType.DATE) {
            return cells.stream().map(cell -> inWords(cell, messages)).toList();
        }
        // An office among the participants stands for its unknown holder.
        boolean unnamed = type == ColumnType.PARTICIPANT
                && row.node(column)
                        .filter(node ->
                                node.isURI() && IdSpaces.local(node.getURI()).startsWith("post/"))
                        .isPresent();
        return unnamed ? cells.stream().map(Cell::asUnnamed).toList() : cells;
    }

    private static List<Cell> values(Row row, String column, Set<String> merged, EntityLabels labels) {
        Node node = row.node(column).orElse(null);
        Node label = merged.contains(column + LABEL) ? row.node(column + LABEL).orElse(null) : null;
        if (node == null) {
            return List.of(label == null ? Cell.EMPTY : labels.cell(label));
        }
        List<Node> iris = iris(node);
        if (iris.isEmpty() && label != null) {
            return List.of(labels.cell(label));
        }
        if (iris.size() == 1 && label != null && label.isLiteral()) {
            Cell.Label text = new Cell.Label(label.getLiteralLexicalForm(), label.getLiteralLanguage());
            return List.of(Cell.of(iris.getFirst(), n -> text));
        }
        if (iris.isEmpty() || node.isURI()) {
            return List.of(labels.cell(node));
        }
        if (label != null && label.isLiteral()) {
            String[] names = label.getLiteralLexicalForm().split(" \\| ");
            String language = label.getLiteralLanguage();
            if (names.length == iris.size()) {
                return IntStream.range(0, names.length)
                        .mapToObj(i -> Cell.of(iris.get(i), n -> new Cell.Label(names[i], language)))
                        .toList();
            }
        }
        // A list of sources is shown by short names; full titles would leave no room for the other columns.
        return iris.stream().map(iri -> Cell.of(iri, unlabelled -> null)).toList();
    }

    /** The link that asks; another address is no link. */
    private static Cell request(Cell cell, String heading) {
        return cell.text().startsWith("/request?") ? new Cell(heading, cell.text(), "") : cell;
    }

    /** "4000000000.0" is 4,000,000,000. */
    private static Cell inFigures(Cell cell, Messages messages) {
        try {
            String figures = NumberFormat.getNumberInstance(Locale.forLanguageTag(messages.language()))
                    .format(new BigDecimal(cell.text()));
            return figures.equals(cell.text()) ? cell : new Cell(figures, "", "", cell.text());
        } catch (NumberFormatException e) {
            return cell;
        }
    }

    /** One or more dates in words; a text that is not EDTF stays as it is. */
    private static Cell inWords(Cell cell, Messages messages) {
        if (cell.text().isEmpty() || !cell.href().isEmpty()) {
            return cell;
        }
        String words = Arrays.stream(cell.text().split(" \\| "))
                .map(edtf -> ChainView.phrase(edtf, messages))
                .collect(Collectors.joining(" · "));
        return words.equals(cell.text()) ? cell : new Cell(words, "", "", cell.text());
    }

    /** The node itself if it is an IRI, or the IRIs of this collection that a text lists. */
    private static List<Node> iris(Node node) {
        if (node.isURI()) {
            return List.of(node);
        }
        List<Node> iris = new ArrayList<>();
        if (node.isLiteral()) {
            for (String part : node.getLiteralLexicalForm().split("[ |]+")) {
                if (!part.startsWith(Ent.BASE) && !IdSpaces.isThing(part)) {
                    return List.of();
                }
                iris.add(NodeFactory.createURI(part));
            }
        }
        return iris;
    }

    /**
     * The heading that the header of the query declares, else the one among the texts, else the name in words:
     * {@code ofPost} becomes "of post".
     */
    private static String heading(String column, Optional<Column> declared, Messages messages) {
        String own = declared.map(c -> c.label().in(messages.language())).orElse("");
        if (!own.isEmpty()) {
            return own;
        }
        return messages.getOr(
                "column." + column, column.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
    }
}
