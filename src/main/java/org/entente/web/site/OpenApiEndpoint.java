package org.entente.web.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.query.ExampleValues;
import org.entente.query.OpenApi;
import org.entente.query.QueryCatalog;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.vocab.EntClass;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Language;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.Urls;

/** {@code /openapi.json}: the fixed routes, from a resource, together with the canned queries. */
final class OpenApiEndpoint {

    private final Store store;
    private final QueryCatalog catalog;
    private final ExampleValues examples;
    private final ServerOptions options;

    OpenApiEndpoint(Store store, QueryCatalog catalog, ExampleValues examples, ServerOptions options) {
        this.examples = examples;
        this.store = store;
        this.catalog = catalog;
        this.options = options;
    }

    void handle(Context ctx) throws IOException {
        ctx.header("Vary", "Accept-Language");
        ObjectNode fixed = fixed();
        String version = fixed.at("/info/version").asText();
        ObjectNode api = OpenApi.document(
                catalog,
                store.description().title(Language.of(ctx)),
                Urls.base(ctx, options),
                version,
                Language.of(ctx));
        api.withObject("/paths").setAll((ObjectNode) fixed.get("paths"));
        // Short addresses of canned queries, as far as this collection has them.
        api.withObject("/paths")
                .properties()
                .removeIf(path -> path.getValue().has("$ref")
                        && api.at(path.getValue().get("$ref").asText().substring(1))
                                .isMissingNode());
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

    /** The routes that do not depend on the queries, with people of the collection in the examples. */
    private ObjectNode fixed() throws IOException {
        List<String> people = examples.people(2);
        String id = examples.things(EntClass.PERSON, 1).stream()
                .findFirst()
                .map(IdSpaces::local)
                .orElse("person/given-name-surname");
        String event = examples.things(EntClass.EVENT, 1).stream()
                .findFirst()
                .map(Prefixes::compact)
                .orElse("event:name");
        try (InputStream in = OpenApiEndpoint.class.getResourceAsStream("/web/openapi.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{person}}", inJson(people.isEmpty() ? "Name" : people.getFirst()))
                    .replace("{{id}}", id)
                    .replace("{{curie}}", id.replaceFirst("/", ":"))
                    .replace("{{event}}", event)
                    .replace("{{other}}", inJson(people.size() < 2 ? "Name" : people.getLast()));
            return (ObjectNode) Json.MAPPER.readTree(text);
        }
    }

    /** Some examples are JSON in a string: there a quotation mark would have to be escaped twice. */
    private static String inJson(String name) {
        return name.replaceAll("[\"\\\\\\p{Cntrl}]", " ");
    }
}
