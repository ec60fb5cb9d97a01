package org.entente.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the templates, which were compiled with the program and escape all they are given. */
final class Pages {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.entente.web.templates");

    /** @param title key of a message, or the title itself */
    void html(Context ctx, String template, String title, Map<String, ?> values) {
        html(ctx, template, title, List.of(), values);
    }

    void html(Context ctx, String template, String title, List<Page.Link> alternates, Map<String, ?> values) {
        Messages text = Messages.in(Language.of(ctx));
        Page page = new Page(text, text.get(title), otherLanguage(ctx, text.language()), alternates);
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        StringOutput out = new StringOutput();
        templates.render(template, all, out);
        ctx.header("Content-Language", text.language());
        ctx.contentType(Format.HTML.contentType()).result(out.toString());
    }

    /** A template that needs no page around it, for instance because it is shown inside another program. */
    String fragment(String template, Map<String, ?> values) {
        StringOutput out = new StringOutput();
        templates.render(template, new HashMap<String, Object>(values), out);
        return out.toString();
    }

    private static String otherLanguage(Context ctx, String language) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        try {
            parameters.putAll(Bodies.parameters(ctx.req().getQueryString()));
        } catch (Problem malformed) {
            return "/"; // the page that says so has no twin
        }
        parameters.put("lang", new ArrayList<>(List.of(language.equals("de") ? "en" : "de")));
        return Urls.with(ctx.req().getRequestURI(), parameters);
    }
}
