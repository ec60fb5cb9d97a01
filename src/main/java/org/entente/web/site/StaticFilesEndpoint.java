package org.entente.web.site;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.execution.Problem;
import org.entente.web.http.Etags;
import org.jspecify.annotations.Nullable;

/**
 * {@code /static}: style sheets, scripts, fonts and images from {@code web/static} and, under {@code lib/}, from the
 * WebJars. Only files with the extensions listed here are served, and only from these two folders. In development mode
 * {@code web/static} is read from the sources for each request.
 */
final class StaticFilesEndpoint {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");
    private static final String LIBRARIES = "lib/";

    private record File(byte[] bytes, String tag) {}

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();
    private final Optional<Path> sources;

    /** @param sources {@code src/main} in development mode */
    StaticFilesEndpoint(Optional<Path> sources) {
        this.sources = sources.map(main -> main.resolve("resources/web/static"));
    }

    void handle(Context ctx) {
        String name = ctx.req().getRequestURI().substring("/static/".length());
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        File file =
                type == null || !name.matches("[A-Za-z0-9@_-][A-Za-z0-9@._-]*(/[A-Za-z0-9@_-][A-Za-z0-9@._-]*){0,8}")
                        ? null
                        : find(name);
        if (file == null) {
            throw Problem.notFound("Not found", "There is no such file.");
        }
        boolean unchanged = Etags.unchanged(ctx, file.tag());
        // The styles and scripts of a page must have one version; fonts and libraries get new names when they change.
        boolean changing =
                !name.startsWith(LIBRARIES) && (name.endsWith(".css") || name.endsWith(".js") || sources.isPresent());
        ctx.header("Cache-Control", changing ? "public, max-age=0, must-revalidate" : "public, max-age=86400");
        if (!unchanged) {
            ctx.contentType(type).result(file.bytes());
        }
    }

    /** Finds a file. Unknown names are not cached, because there is no end of them. */
    private @Nullable File find(String name) {
        if (sources.isPresent() && !name.startsWith(LIBRARIES)) {
            return read(sources.get().resolve(name)).orElse(null);
        }
        Optional<File> known = files.get(name);
        if (known == null) {
            known = read(
                    name.startsWith(LIBRARIES)
                            ? "/META-INF/resources/webjars/" + name.substring(LIBRARIES.length())
                            : "/web/static/" + name);
            if (known.isPresent()) {
                files.put(name, known);
            }
        }
        return known.orElse(null);
    }

    private static Optional<File> read(String path) {
        try (InputStream in = StaticFilesEndpoint.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(file(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> read(Path path) {
        try {
            return Files.isRegularFile(path) ? Optional.of(file(Files.readAllBytes(path))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File file(byte[] bytes) {
        return new File(bytes, Etags.of("static", DigestUtils.sha256Hex(bytes)));
    }
}
