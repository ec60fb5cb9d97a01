package org.entente.web.entity;

import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.Panel;
import org.entente.query.PlacedPanel;

/**
 * A panel with the rows of its query.
 *
 * @param rows all of them
 */
record PanelAnswer(PlacedPanel placed, Arguments arguments, Rows rows) {
    /** Number of rows in a panel; the page of its query has the rest. */
    static final int SHOWN = 20;

    /** The first rows; bars show all. */
    Rows shown() {
        return placed.panel().view() == Panel.View.BARS ? rows : rows.first(SHOWN);
    }
}
