package org.entente.web.page;

/** What a template shows inside another program, without a page around it. The template takes it as {@code view} and nothing else. */
public interface EmbeddedView {
    /** Path of the template, such as {@code reconcile/card.jte}. */
    String template();
}
