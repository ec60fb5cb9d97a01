package org.entente.web.canned;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Rows;
import org.entente.query.QueryHeader;
import org.entente.web.page.Coordinates;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.ResultTable;

/**
 * The rows behind a picture, with the labels and positions that it needs.
 *
 * @param labels none if only a table is shown
 * @param positions none if only a table is shown
 */
public record ChartData(Rows rows, RowColumns columns, EntityLabels labels, Coordinates positions) {
    /** Largest number of rows in a picture. */
    static final int MOST = 1_000;

    /**
     * The rows of a canned query. A table shows one page; a picture shows the whole result, up to {@link #MOST} rows.
     *
     * @param page the rows of the current page; used for the picture if there is no other page
     * @param all the rows of all pages, or the first of them
     */
    static ChartData of(QueryExecutor.Session session, CannedQuestion question, Rows page, Rows all) {
        QueryHeader header = question.query().header();
        if (question.kind().orElse(ViewKind.TABLE) == ViewKind.TABLE) {
            return new ChartData(
                    page,
                    RowColumns.of(page, header),
                    EntityLabels.of(session, List.of(), question.request().language()),
                    Coordinates.of(session, List.of()));
        }
        boolean whole = question.request().window().page() == 1 && !page.more();
        Rows rows = whole ? page : all.first(MOST);
        return of(
                session,
                rows,
                RowColumns.of(rows, header),
                true,
                question.request().language());
    }

    /**
     * The rows of a query written by a user.
     *
     * @param placed whether positions are needed
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
