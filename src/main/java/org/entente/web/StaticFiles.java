package org.entente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /static}: style sheets and pictures that come with the program. Only names listed here are served. */
final class StaticFiles {
    private static final Map<String, String> TYPES =
            Map.of("entente.css", "text/css; charset=utf-8", "entente.svg", "image/svg+xml");

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    void handle(Context ctx) {
        String name = ctx.pathParam("file");
        String type = TYPES.get(name);
        if (type == null) {
            throw Problem.notFound("Nothing is here", "There is no such file.");
        }
        byte[] bytes = files.computeIfAbsent(name, StaticFiles::read);
        String tag = Etags.of("static", new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        if (Etags.unchanged(ctx, tag)) {
            ctx.header("Cache-Control", "public, max-age=3600");
            return;
        }
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.contentType(type).result(bytes);
    }

    private static byte[] read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("/web/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
