package org.entente.web.canned;

/**
 * A way to show a result.
 *
 * @param name reading, or a word of {@link ViewKind}
 */
public record ViewLink(String name, String href, boolean current) {}
