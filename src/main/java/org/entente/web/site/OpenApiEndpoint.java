package org.entente.web.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.entente.query.OpenApi;
import org.entente.query.QueryCatalog;
import org.entente.text.Json;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code /openapi.json}: the fixed routes, from a resource, together with the canned queries. */
final class OpenApiEndpoint {

    private final QueryCatalog catalog;
    private final ServerOptions options;

    OpenApiEndpoint(QueryCatalog catalog, ServerOptions options) {
        this.catalog = catalog;
        this.options = options;
    }

    void handle(Context ctx) throws IOException {
        ctx.header("Vary", "Accept-Language");
        ObjectNode fixed = fixed();
        String version = fixed.at("/info/version").asText();
        ObjectNode api = OpenApi.document(catalog, Urls.base(ctx, options), version, Language.of(ctx));
        api.withObject("/paths").setAll((ObjectNode) fixed.get("paths"));
        fixed.get("components").properties().forEach(group -> {
            ObjectNode known = api.withObject("/components/" + group.getKey());
            group.getValue().properties().forEach(entry -> {
                if (!known.has(entry.getKey())) {
                    known.set(entry.getKey(), entry.getValue());
                }
            });
        });
        ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(api));
    }

    private static ObjectNode fixed() throws IOException {
        try (InputStream in = OpenApiEndpoint.class.getResourceAsStream("/web/openapi.json")) {
            return (ObjectNode) Json.MAPPER.readTree(in);
        }
    }
}
