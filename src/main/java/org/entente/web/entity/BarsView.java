package org.entente.web.entity;

import org.entente.query.CannedQuery;
import org.entente.query.Column;
import org.entente.query.ColumnType;
import org.entente.query.Panel;
import org.entente.web.page.Messages;

/**
 * A panel with the rows of its query as bars on a time axis.
 *
 * @param title in the reader's language
 */
public record BarsView(String id, String title, OfficeBar bars) {
    /** The first column of the panel labels the bars; the first column of dates gives their position. */
    static BarsView of(PanelAnswer answer, String language) {
        CannedQuery query = answer.placed().query();
        Panel panel = answer.placed().panel();
        return new BarsView(
                panel.id(),
                panel.title().in(language),
                OfficeBar.of(
                        answer.rows(),
                        panel.columns().getFirst(),
                        first(query, ColumnType.DATE),
                        first(query, ColumnType.TENURE),
                        Messages.in(language)));
    }

    private static String first(CannedQuery query, ColumnType type) {
        return query.header().columns().stream()
                .filter(column -> column.type() == type)
                .map(Column::name)
                .findFirst()
                .orElse("");
    }
}
