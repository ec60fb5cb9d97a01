package org.entente.web.http;

/**
 * A suggestion: a value that may have been meant.
 *
 * @param name for readers
 * @param id the value to send: a CURIE, an identifier or an IRI
 * @param href its address; "" if it has none
 */
public record Suggestions(String name, String id, String href) {}
