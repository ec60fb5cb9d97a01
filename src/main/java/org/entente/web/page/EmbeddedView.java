package org.entente.web.page;

/**
 * The data of a template that another program embeds, so without a page around it. The template takes only this, as
 * {@code view}.
 */
public interface EmbeddedView {
    /** Path of the template, such as {@code reconcile/card.jte}. */
    String template();
}
