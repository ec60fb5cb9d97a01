package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.vocab.Ent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers of the shipped queries say of every column what it is, and the values of their examples are that. */
class ColumnTypesTest {
    private static final Store STORE = ShippedCollection.store();

    static Stream<CannedQuery> queries() {
        return ShippedCollection.catalog().queries().stream().filter(query -> !query.isConstruct());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_column_but_labels_is_declared_in_the_order_of_the_query(CannedQuery query) {
        assertThat(query.header().columns()).extracting(Column::name).containsExactlyElementsOf(things(query));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void values_are_what_the_header_says(CannedQuery query) {
        List<Binding> rows = rows(query);
        for (Column column : query.header().columns()) {
            assertThat(rows.stream().map(row -> row.get(column.name())).filter(Objects::nonNull))
                    .as(query + ", " + column.name() + ": " + column.type().word())
                    .allMatch(value -> is(value, column.type()));
        }
    }

    private static List<String> things(CannedQuery query) {
        List<String> columns = query.columns();
        return columns.stream()
                .filter(c -> !(c.endsWith("Label") && columns.contains(c.substring(0, c.length() - 5))))
                .toList();
    }

    private static List<Binding> rows(CannedQuery query) {
        Arguments arguments = Parameters.read(query, query.header().example(), new StoreEntityResolver(STORE));
        BoundQuery bound = query.bind(arguments, new Paging(1, Paging.MAX_SIZE));
        return STORE.read(dataset -> {
            List<Binding> rows = new ArrayList<>();
            try (QueryExec exec =
                    QueryExec.dataset(dataset).query(bound.query()).build()) {
                exec.select().forEachRemaining(row -> rows.add(row.detach()));
            }
            return rows;
        });
    }

    private static boolean is(Node value, ColumnType type) {
        if (!type.kinds().isEmpty()) {
            return each(value, " ").allMatch(node -> type.kinds().stream()
                    .anyMatch(kind -> node.isURI() && node.getURI().startsWith(Ent.ID + kind + "/")));
        }
        return switch (type) {
            case ENTITY -> value.isURI() && value.getURI().startsWith(Ent.ID);
            case TERM, UNIT -> value.isURI() && value.getURI().startsWith(Ent.NS);
            case RECORD -> value.isURI() && value.getURI().startsWith(Ent.ID);
            case URL ->
                URI.create(value.isURI() ? value.getURI() : value.getLiteralLexicalForm())
                        .isAbsolute();
            case REQUEST ->
                value.isLiteral() && value.getLiteralLexicalForm().matches("/request\\?gap=[a-z-]+&of=[^&<>\"\\s]+");
            case ANY -> true;
            case DATE ->
                value.isLiteral()
                        && Arrays.stream(value.getLiteralLexicalForm().split(" \\| "))
                                .allMatch(ColumnTypesTest::isEdtf);
            case MOMENT -> value.isLiteral() && value.getLiteralDatatypeURI().matches(".*#(date|dateTime)");
            case YEAR, AMOUNT, NUMBER, ORDINAL, LATITUDE, LONGITUDE ->
                value.isLiteral() && value.getLiteralValue() instanceof Number;
            case FLAG -> value.isLiteral() && value.getLiteralValue() instanceof Boolean;
            case LANGUAGE -> value.isLiteral() && value.getLiteralLexicalForm().matches("[a-z]{2,3}(-.*)?");
            case TEXT -> value.isLiteral();
            default -> throw new AssertionError(type);
        };
    }

    /** A value, or those that a text lists. */
    private static Stream<Node> each(Node value, String separator) {
        return value.isLiteral()
                ? Arrays.stream(value.getLiteralLexicalForm().split(separator)).map(NodeFactory::createURI)
                : Stream.of(value);
    }

    private static boolean isEdtf(String text) {
        try {
            Edtf.parse(text);
            return true;
        } catch (EdtfException e) {
            return false;
        }
    }
}
