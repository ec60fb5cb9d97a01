package org.entente.query;

/** A panel with the query that it shows. */
public record PlacedPanel(CannedQuery query, Panel panel) {}
