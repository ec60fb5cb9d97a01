package org.entente.web.page;

/** What a template shows. The template takes it as {@code view}, beside the {@link Page} around it as {@code page}, and nothing else. */
public interface View {
    /** Path of the template, such as {@code canned/result.jte}. */
    String template();
}
