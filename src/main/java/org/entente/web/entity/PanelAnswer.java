package org.entente.web.entity;

import org.entente.execution.Rows;
import org.entente.query.Arguments;
import org.entente.query.BoundQuery;
import org.entente.query.PlacedPanel;

/** A panel with the rows of its query. */
record PanelAnswer(PlacedPanel placed, Arguments arguments, BoundQuery bound, Rows rows) {}
