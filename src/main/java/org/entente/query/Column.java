package org.entente.query;

/**
 * A declared column of a canned query.
 *
 * @param name its variable, without a question mark
 * @param label its heading; {@link LocalText#NONE} to use the portal's text for its name
 */
public record Column(String name, ColumnType type, LocalText label) {}
