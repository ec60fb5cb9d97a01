package org.entente.web.page;

/**
 * The data of a template. The template takes exactly two parameters: {@code page}, the {@link Page}, and {@code view},
 * this.
 */
public interface View {
    /** Path of the template, such as {@code canned/result.jte}. */
    String template();
}
