package org.entente.web.release;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;
import org.entente.execution.Problem;
import org.entente.release.KeptRelease;
import org.entente.release.Manifest;
import org.entente.release.ReleaseException;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.entente.text.Json;
import org.entente.web.http.Format;
import org.entente.web.http.Negotiation;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;
import org.entente.web.http.WriteKey;
import org.entente.web.page.PageInfo;
import org.entente.web.page.Pages;
import org.entente.web.page.ServiceContext;

/** {@code /releases}: what was kept, as page, JSON and feed; with the key, keeping the present state and going back to an earlier one. */
final class ReleasesEndpoint {
    private static final List<Format> FORMATS = List.of(Format.HTML, Format.PLAIN_JSON);

    private final Shelf shelf;
    private final Store store;
    private final ServerOptions options;
    private final WriteKey key;
    private final Pages pages;

    ReleasesEndpoint(Shelf shelf, ServiceContext service) {
        this.shelf = shelf;
        this.store = service.store();
        this.options = service.options();
        this.key = service.key();
        this.pages = service.pages();
    }

    void list(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language").header("Cache-Control", "no-cache");
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), FORMATS);
        if (format == Format.PLAIN_JSON) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("now", shelf.now());
            body.put("kept", shelf.find(shelf.now()).isPresent());
            body.put("setBackFrom", store.release().setBackFrom());
            body.put(
                    "releases",
                    shelf.all().reversed().stream()
                            .map(ReleasesEndpoint::summary)
                            .toList());
            json(ctx, body);
            return;
        }
        pages.html(
                ctx,
                PageInfo.titled("releases.title"),
                new ReleasesView(
                        shelf.now(),
                        shelf.find(shelf.now()).isPresent(),
                        store.release().setBackFrom(),
                        shelf.all().reversed(),
                        key.isSet()));
    }

    private static Map<String, Object> summary(KeptRelease release) {
        Manifest manifest = release.manifest();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("id", release.id());
        summary.put("time", manifest.time());
        summary.put("who", manifest.who());
        summary.put("note", manifest.note());
        summary.put("program", manifest.program());
        summary.put("statements", manifest.asserted());
        summary.put("sources", manifest.sources());
        summary.put("previous", manifest.previous());
        summary.put("address", "/r/" + release.id() + "/");
        return summary;
    }

    void one(Context ctx) throws IOException {
        ctx.header("Vary", "Accept, Accept-Language");
        KeptRelease release = shelf.require(ctx.pathParam("id"));
        Format format = Negotiation.require(ctx.queryParam("format"), ctx.header("Accept"), FORMATS);
        if (format == Format.PLAIN_JSON) {
            json(ctx, release.manifest());
            return;
        }
        pages.html(
                ctx,
                PageInfo.titled("Release " + release.id()),
                new ReleaseView(release.manifest(), files(release), shelf.now(), key.isSet()));
    }

    private static List<ReleaseView.Dump> files(KeptRelease release) throws IOException {
        List<ReleaseView.Dump> files = new ArrayList<>();
        for (Path file : release.dumps()) {
            files.add(new ReleaseView.Dump(file.getFileName().toString(), (Files.size(file) + 1023) / 1024));
        }
        return files;
    }

    /** A file of a release as it is. */
    void file(Context ctx) throws IOException {
        KeptRelease release = shelf.require(ctx.pathParam("id"));
        String name = ctx.pathParam("file");
        Path file = release.folder().resolve(name).normalize();
        boolean inside = name.matches("\\.zenodo\\.json|[A-Za-z0-9][\\w.-]*(/[A-Za-z0-9][\\w.-]*)?")
                && file.startsWith(release.folder());
        if (!inside || !Files.isRegularFile(file)) {
            throw Problem.notFound("Not found", "The release has no such file. SHA256SUMS lists its files.");
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(
                name.endsWith(".gz")
                        ? "application/gzip"
                        : name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8");
        ctx.result(Files.newInputStream(file));
    }

    /** {@code /releases.atom}: a feed that tells of every release. */
    void feed(Context ctx) {
        String base = Urls.base(ctx, options);
        List<KeptRelease> all = shelf.all().reversed();
        String updated = all.isEmpty()
                ? "1970-01-01T00:00:00Z"
                : all.getFirst().manifest().time();
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>"
                + StringEscapeUtils.escapeXml10(store.description().title("en"))
                + ": releases</title>\n<id>" + base
                + "/releases</id>\n<link href=\"" + base + "/releases\"/>\n<link rel=\"self\" href=\"" + base
                + "/releases.atom\"/>\n<updated>" + updated + "</updated>\n");
        for (KeptRelease release : all) {
            Manifest manifest = release.manifest();
            String changes = manifest.previous().isEmpty()
                    ? ""
                    : "<link rel=\"related\" href=\"" + base + "/releases/" + manifest.previous() + ".." + release.id()
                            + "\"/>";
            feed.append("<entry><id>")
                    .append(base + "/releases/" + release.id())
                    .append("</id><title>Release ")
                    .append(release.id())
                    .append("</title><updated>")
                    .append(manifest.time())
                    .append("</updated><author><name>")
                    .append(StringEscapeUtils.escapeXml10(manifest.who().isEmpty() ? "Entente" : manifest.who()))
                    .append("</name></author><link href=\"" + base + "/releases/" + release.id() + "\"/>")
                    .append(changes)
                    .append("<summary>")
                    .append(StringEscapeUtils.escapeXml10(manifest.note()))
                    .append("</summary></entry>\n");
        }
        ctx.contentType("application/atom+xml; charset=utf-8").result(feed + "</feed>\n");
    }

    /** Keeps the present state: {@code note} and {@code by} in a form. */
    void keep(Context ctx) throws IOException {
        ReleaseRequest form = ReleaseRequest.read(ctx, options);
        form.require(ctx, key, options);
        try {
            KeptRelease kept = shelf.folder().keep(store, form.keeping());
            String page = "/releases/" + kept.id();
            ctx.header("Location", page).status(ReleaseRequest.fromBrowser(ctx) ? 303 : 201);
            if (ctx.statusCode() == 201) {
                json(ctx, kept.manifest());
            }
        } catch (ReleaseException e) {
            throw Problem.of(409, "release", "The state was not kept", ExceptionText.of(e));
        }
    }

    /** {@code /sitemap-releases.xml}: the releases and their files, for search engines and archives. */
    void sitemap(Context ctx) {
        String base = Urls.base(ctx, options);
        StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (KeptRelease release : shelf.all().reversed()) {
            String address = base + "/releases/" + release.id();
            Stream.concat(
                            Stream.of(address, address + "/manifest.json", address + "/SHA256SUMS"),
                            release.dumps().stream().map(file -> address + "/" + file.getFileName()))
                    .forEach(url -> map.append("<url><loc>")
                            .append(StringEscapeUtils.escapeXml10(url))
                            .append("</loc><lastmod>")
                            .append(release.manifest().time())
                            .append("</lastmod></url>\n"));
        }
        ctx.contentType("application/xml; charset=utf-8").result(map + "</urlset>\n");
    }

    private static void json(Context ctx, Object body) throws IOException {
        ctx.contentType("application/json")
                .result(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n");
    }
}
