package org.entente.web.canned;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.Paging;
import org.entente.query.QueryHeader;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.ResultTable;

/**
 * The rows that a picture is made of, with all that has to be looked up for it.
 *
 * @param labels null where there is only a table
 * @param positions null where there is only a table
 */
public record ChartData(Rows rows, RowColumns columns, EntityLabels labels, Coordinates positions) {
    /** The most rows of a picture. */
    static final int MOST = 1_000;

    /**
     * The rows of a canned query. A table has pages; a picture has the whole result, as far as {@link ResultView#MOST} rows reach.
     *
     * @param page the rows of the page, which are enough if there is no other page
     */
    static ChartData of(QueryExecutor.Session session, CannedQuestion question, Rows page) {
        QueryHeader header = question.query().header();
        if (question.kind().orElse(ViewKind.TABLE) == ViewKind.TABLE) {
            return new ChartData(page, RowColumns.of(page, header), null, null);
        }
        boolean whole = question.request().window().page() == 1 && !page.more();
        Rows rows = whole
                ? page
                : session.select(
                        question.query()
                                .bind(question.arguments(), new Paging(1, MOST))
                                .query(),
                        MOST);
        return of(
                session,
                rows,
                RowColumns.of(rows, header),
                true,
                question.request().language());
    }

    /**
     * The rows of a free query.
     *
     * @param placed whether their places are looked up, too
     */
    public static ChartData ofFree(QueryExecutor.Session session, Rows rows, boolean placed, String language) {
        return of(session, rows, RowColumns.of(rows), placed, language);
    }

    private static ChartData of(
            QueryExecutor.Session session, Rows rows, RowColumns columns, boolean placed, String language) {
        Coordinates positions = Coordinates.of(session, placed ? columns.values(columns.place(), rows) : List.of());
        Stream<Node> named = Stream.concat(ResultTable.named(rows).stream(), positions.places());
        return new ChartData(rows, columns, EntityLabels.of(session, named.toList(), language), positions);
    }
}
