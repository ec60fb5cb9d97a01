package org.entente.web.http;

/**
 * Something that may have been meant.
 *
 * @param name how it is shown
 * @param id how it is named in a request: a CURIE, an id, an IRI
 * @param href where it is
 */
public record Suggestions(String name, String id, String href) {}
