package org.entente.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.entente.execution.Problem;
import org.entente.export.Citation;
import org.entente.store.CollectionDescription;
import org.entente.store.Release;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.KnownAnswers;
import org.entente.web.http.Language;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ResultHash;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/**
 * Renders the templates. They are compiled with the program, in development mode when they change, and escape all
 * values.
 */
public final class Pages {
    private final TemplateEngine templates;
    private final ServerOptions options;
    private final Supplier<Release> release;
    private final Supplier<CollectionDescription> collection;
    private final Predicate<String> kept;
    private final KnownAnswers answers;
    private final Predicate<Context> signedIn;

    /**
     * @param release gives the present state
     * @param collection gives what the loaded collection says about itself
     * @param kept whether the state of an id is kept as a release
     * @param answers those that were sent, so that they need not be made again
     * @param signedIn whether somebody has given the key for this session of the browser
     */
    public Pages(
            ServerOptions options,
            Supplier<Release> release,
            Supplier<CollectionDescription> collection,
            Predicate<String> kept,
            KnownAnswers answers,
            Predicate<Context> signedIn) {
        this.templates = options.folders()
                .sources()
                .map(Pages::compiledAtRunTime)
                .orElseGet(() ->
                        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.entente.web.templates"));
        this.options = options;
        this.release = release;
        this.collection = collection;
        this.kept = kept;
        this.answers = answers;
        this.signedIn = signedIn;
    }

    /**
     * Sends the answer with the ETag of this response as it was sent before, else what {@code make} sends. Without a tag nothing is
     * known before, and in development mode templates may have changed.
     */
    public void once(Context ctx, Runnable make) {
        String tag = ctx.res().getHeader("ETag");
        if (tag == null || options.folders().sources().isPresent()) {
            make.run();
            return;
        }
        List<?> key = List.of(
                tag,
                ctx.req().getRequestURI(),
                String.valueOf(ctx.req().getQueryString()),
                Language.of(ctx),
                Urls.base(ctx, options),
                LocalDate.now(ZoneOffset.UTC),
                kept.test(release.get().id()),
                signedIn.test(ctx));
        boolean known =
                answers.send(ctx, key, () -> Etags.isOf(tag, release.get().state()), make);
        if (known && String.valueOf(ctx.res().getContentType()).startsWith(Format.HTML.mediaType())) {
            Language.remember(ctx);
        }
    }

    /** Renders a page, or its citation if {@code cite=} asks for it. */
    public void html(Context ctx, PageInfo info, View view) {
        Language.remember(ctx);
        Page page = page(ctx, info);
        if (ctx.statusCode() >= 400 || !cite(ctx, page.citation())) {
            render(ctx, page, view);
        }
    }

    /** Renders a part of a page, which a script inserts. */
    public void fragment(Context ctx, View view) {
        render(ctx, page(ctx, PageInfo.titled("")), view);
    }

    /** Renders HTML that another program embeds. */
    public String embedded(EmbeddedView view) {
        StringOutput out = new StringOutput();
        templates.render(view.template(), Map.of("view", view), out);
        return out.toString();
    }

    /** Compiles into a package of its own, because the precompiled templates are on the class path, too. */
    private static TemplateEngine compiledAtRunTime(Path sources) {
        Path classes = sources.resolveSibling("../target/jte-dev").normalize();
        return TemplateEngine.create(
                new DirectoryCodeResolver(sources.resolve("jte")),
                classes,
                ContentType.Html,
                Pages.class.getClassLoader(),
                "org.entente.web.changing");
    }

    private void render(Context ctx, Page page, View view) {
        StringOutput out = new StringOutput();
        templates.render(view.template(), Map.of("page", page, "view", view), out);
        ctx.header("Content-Language", page.lang());
        String vary = ctx.res().getHeader("Vary");
        ctx.header("Vary", vary == null ? "Accept-Language, Cookie" : vary + ", Cookie");
        ctx.contentType(Format.HTML.contentType()).result(out.toString());
    }

    private Page page(Context ctx, PageInfo info) {
        Messages text = Messages.in(Language.of(ctx));
        CollectionDescription about = collection.get();
        Map<String, List<String>> parameters = parameters(ctx);
        String address = info.permalink().orElseGet(() -> address(ctx, parameters));
        String base = Urls.base(ctx, options);
        ResultHash hash = info.hash().orElse(ResultHash.NONE);
        Release now = release.get();
        return new Page(
                text,
                text.get(info.title()),
                otherLanguage(ctx, text.language(), parameters),
                info.alternates(),
                address,
                base,
                now.id(),
                options.address().prefix(),
                new Citation(
                        text.get(info.title()),
                        base + pinned(now) + address,
                        now.id(),
                        LocalDate.now(ZoneOffset.UTC),
                        hash.sha256(),
                        hash.format(),
                        text.language(),
                        about.title(text.language()),
                        about.publisher(text.language()),
                        new Citation.Extent(day(now), "", -1)),
                !options.address().prefix().isEmpty() || kept.test(now.id()),
                about,
                signedIn.test(ctx),
                options.reloads());
    }

    /** The path before the address that keeps what it shows; that of an earlier release is in its base already. */
    private String pinned(Release now) {
        return options.address().prefix().isEmpty() && now.isLoaded() ? "/r/" + now.id() : "";
    }

    /** The day on which the state was loaded. */
    private static LocalDate day(Release now) {
        return LocalDate.ofInstant(now.isLoaded() ? now.loaded() : Instant.now(), ZoneOffset.UTC);
    }

    /**
     * Sends the citation of the page if the request asks for it.
     *
     * @return whether it did
     */
    private static boolean cite(Context ctx, Citation citation) {
        Optional<Citation.Format> format = Citation.Format.named(String.valueOf(ctx.queryParam("cite")));
        format.ifPresent(f -> {
            ctx.header("Content-Disposition", "inline; filename=\"entente." + f.extension() + "\"");
            ctx.contentType(f.mediaType()).result(citation.in(f).getBytes(StandardCharsets.UTF_8));
        });
        return format.isPresent();
    }

    private static Map<String, List<String>> parameters(Context ctx) {
        try {
            return RequestBody.parameters(ctx.req().getQueryString());
        } catch (Problem malformed) {
            return Map.of(); // the page of the error has no other address
        }
    }

    private static String otherLanguage(Context ctx, String language, Map<String, List<String>> asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
        parameters.put("lang", new ArrayList<>(List.of(language.equals("de") ? "en" : "de")));
        return Urls.with(ctx.req().getRequestURI(), parameters);
    }

    private static String address(Context ctx, Map<String, List<String>> asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
        List.of("lang", "format", "fragment", "cite").forEach(parameters::remove);
        parameters.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        return Urls.with(ctx.req().getRequestURI(), parameters);
    }
}
