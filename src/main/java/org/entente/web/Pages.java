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
import java.util.function.Supplier;

/** Renders the templates, which were compiled with the program and escape all they are given. */
final class Pages {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.entente.web.templates");
    private final ServerOptions options;
    private final Supplier<String> release;

    /** @param release gives the id of what is loaded */
    Pages(ServerOptions options, Supplier<String> release) {
        this.options = options;
        this.release = release;
    }

    /** @param title key of a message, or the title itself */
    void html(Context ctx, String template, String title, Map<String, ?> values) {
        html(ctx, template, title, List.of(), values);
    }

    void html(Context ctx, String template, String title, List<Page.Link> alternates, Map<String, ?> values) {
        Language.remember(ctx);
        render(ctx, template, page(ctx, title, alternates), values);
    }

    /** Part of a page, which a script puts where it belongs. */
    void fragment(Context ctx, String template, Map<String, ?> values) {
        render(ctx, template, page(ctx, "", List.of()), values);
    }

    private void render(Context ctx, String template, Page page, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        StringOutput out = new StringOutput();
        templates.render(template, all, out);
        ctx.header("Content-Language", page.lang());
        String vary = ctx.res().getHeader("Vary");
        ctx.header("Vary", vary == null ? "Accept-Language, Cookie" : vary + ", Cookie");
        ctx.contentType(Format.HTML.contentType()).result(out.toString());
    }

    private Page page(Context ctx, String title, List<Page.Link> alternates) {
        Messages text = Messages.in(Language.of(ctx));
        Map<String, List<String>> parameters = parameters(ctx);
        return new Page(
                text,
                text.get(title),
                otherLanguage(ctx, text.language(), parameters),
                alternates,
                address(ctx, parameters),
                Urls.base(ctx, options),
                release.get());
    }

    /** A template that needs no page around it, for instance because it is shown inside another program. */
    String fragment(String template, Map<String, ?> values) {
        StringOutput out = new StringOutput();
        templates.render(template, new HashMap<String, Object>(values), out);
        return out.toString();
    }

    private static Map<String, List<String>> parameters(Context ctx) {
        try {
            return Bodies.parameters(ctx.req().getQueryString());
        } catch (Problem malformed) {
            return Map.of(); // the page that says so has no other address
        }
    }

    private static String otherLanguage(Context ctx, String language, Map<String, List<String>> asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
        parameters.put("lang", new ArrayList<>(List.of(language.equals("de") ? "en" : "de")));
        return Urls.with(ctx.req().getRequestURI(), parameters);
    }

    private static String address(Context ctx, Map<String, List<String>> asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
        List.of("lang", "format", "fragment").forEach(parameters::remove);
        parameters.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        return Urls.with(ctx.req().getRequestURI(), parameters);
    }
}
