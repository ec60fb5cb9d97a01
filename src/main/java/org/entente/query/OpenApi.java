package org.entente.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The OpenAPI 3.1 description of all canned queries. */
public final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ROWS = List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values",
            "text/html");
    private static final List<String> GRAPHS =
            List.of("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml", "text/html");

    private OpenApi() {}

    /**
     * The whole document.
     *
     * @param title what the collection is called
     * @param server root URL of the service, without a slash at the end
     * @param version version of the service
     * @param lang language of summaries and descriptions
     */
    public static ObjectNode document(QueryCatalog catalog, String title, String server, String version, String lang) {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", title)
                .put("version", version)
                .put(
                        "summary",
                        lang.equals("de")
                                ? "Wer traf wen, in welchem Amt, wann und wo, und welche Quelle sagt es?"
                                : "Who met whom, in which office, when and where, and which source says so")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", server);
        document.set("paths", paths(catalog, lang));
        ObjectNode components = document.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("Problem", problem());
        schemas.set("CountCoverage", countCoverage());
        components.set("parameters", common());
        components.set("responses", responses());
        return document;
    }

    /** Only the paths object, to be merged with other routes. It refers to {@code components} of the document. */
    public static ObjectNode paths(QueryCatalog catalog, String lang) {
        ObjectNode paths = JSON.objectNode();
        for (CannedQuery query : catalog.queries()) {
            paths.putObject("/queries/" + query.id()).set("get", operation(query, lang));
        }
        return paths;
    }

    private static ObjectNode operation(CannedQuery query, String lang) {
        QueryHeader header = query.header();
        ObjectNode operation = JSON.objectNode()
                .put("operationId", query.id())
                .put("summary", header.summary().in(lang));
        if (!header.description().isEmpty()) {
            operation.put("description", header.description().in(lang));
        }
        header.tags().forEach(operation.putArray("tags")::add);
        ArrayNode parameters = operation.putArray("parameters");
        header.parameters().forEach(parameter -> parameters.add(parameter(parameter, header, lang)));
        for (String name : List.of("lang", "page", "limit", "format", "release")) {
            parameters.addObject().put("$ref", "#/components/parameters/" + name);
        }
        if (!query.isConstruct()) {
            parameters.addObject().put("$ref", "#/components/parameters/sort");
            parameters.addObject().put("$ref", "#/components/parameters/bom");
            parameters.addObject().put("$ref", "#/components/parameters/shape");
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode ok =
                responses.putObject("200").put("description", query.isConstruct() ? "The graph" : "One page of rows");
        ok.putObject("headers").putObject("ETag").putObject("schema").put("type", "string");
        ok.withObject("/headers")
                .putObject("Link")
                .put("description", "first, prev, next, last and alternate")
                .putObject("schema")
                .put("type", "string");
        ObjectNode content = ok.putObject("content");
        for (String type : query.isConstruct() ? GRAPHS : ROWS) {
            content.putObject(type);
        }
        if (!query.isConstruct()) {
            content.withObject("/application~1sparql-results+json").set("schema", rows(query));
        }
        for (String status : List.of("304", "404", "406", "422", "503")) {
            responses.putObject(status).put("$ref", "#/components/responses/" + status);
        }
        return operation;
    }

    private static ObjectNode parameter(Parameter parameter, QueryHeader header, String lang) {
        ObjectNode described = JSON.objectNode()
                .put("name", parameter.name())
                .put("in", "query")
                .put("required", parameter.required())
                .put("description", ParameterSchema.description(parameter, lang));
        if (parameter.list()) {
            described.put("style", "form").put("explode", true);
        }
        described.set("schema", ParameterSchema.of(parameter));
        List<String> example = header.example()
                .getOrDefault(
                        parameter.name(), parameter.example().map(List::of).orElse(List.of()));
        if (!example.isEmpty() && parameter.list()) {
            example.forEach(described.putArray("example")::add);
        } else if (!example.isEmpty()) {
            described.put("example", example.getFirst());
        }
        return described;
    }

    /** The schema of SPARQL JSON results with the columns of the query. */
    private static ObjectNode rows(CannedQuery query) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("head").put("type", "object");
        ObjectNode bindings = properties
                .putObject("results")
                .put("type", "object")
                .putObject("properties")
                .putObject("bindings");
        ObjectNode row = bindings.put("type", "array")
                .putObject("items")
                .put("type", "object")
                .putObject("properties");
        query.columns().forEach(column -> row.putObject(column).put("type", "object"));
        if (query.header().counted().isPresent() || !query.header().uncounted().isEmpty()) {
            properties.putObject("coverage").put("$ref", "#/components/schemas/CountCoverage");
        }
        return schema;
    }

    /** The schema of what there is to say beside a count. */
    private static ObjectNode countCoverage() {
        ObjectNode schema = JSON.objectNode()
                .put("type", "object")
                .put(
                        "description",
                        "How many things of the kind that the answer counts are reported, and how many there are at least (Chao1, a lower bound). Missing where nothing is counted; only conditions, with the reason, where rows are nothing that sources report one by one.");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("counted")
                .put("type", "string")
                .put("description", "What is counted: event, person, agreement, encounter …");
        number(properties, "observed", "Things that sources report");
        number(properties, "once", "Of these, reported by exactly one independent source");
        number(properties, "twice", "Of these, reported by exactly two");
        number(properties, "documents", "Independent sources that report any of them");
        number(properties, "atLeast", "Lower bound of the number of such things; left out where none can be given");
        properties
                .putObject("interval")
                .put("type", "array")
                .put("description", "Log-normal 95 % interval of the lower bound; left out where there is none")
                .put("minItems", 2)
                .put("maxItems", 2)
                .putObject("items")
                .put("type", "integer");
        properties
                .putObject("conditions")
                .put("type", "array")
                .put("description", "Under which conditions, or why there is no lower bound")
                .putObject("items")
                .put("type", "string");
        schema.putArray("required").add("conditions");
        return schema;
    }

    private static void number(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "integer").put("description", description);
    }

    private static ObjectNode common() {
        ObjectNode parameters = JSON.objectNode();
        query(parameters, "lang", "Language of labels", "string")
                .withObject("/schema")
                .put("default", "en");
        query(parameters, "page", "Page number, from 1", "integer")
                .withObject("/schema")
                .put("minimum", 1)
                .put("default", 1);
        query(parameters, "limit", "Rows per page", "integer")
                .withObject("/schema")
                .put("minimum", 1);
        query(
                parameters,
                "format",
                "Overrides the Accept header: csv, tsv, json, xml, ttl, nt, jsonld, html",
                "string");
        query(parameters, "bom", "1: CSV begins with a byte order mark, as Excel wants it", "integer");
        query(parameters, "shape", "objects: JSON is an array of plain objects instead of SPARQL's bindings", "string")
                .withObject("/schema")
                .putArray("enum")
                .add("objects");
        query(
                parameters,
                "sort",
                "Column to sort by (by its label, if it has one); put a minus in front to reverse the order",
                "string");
        query(parameters, "release", "Release of the collection to query", "string");
        return parameters;
    }

    private static ObjectNode query(ObjectNode parameters, String name, String description, String type) {
        ObjectNode parameter =
                parameters.putObject(name).put("name", name).put("in", "query").put("description", description);
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    private static ObjectNode responses() {
        ObjectNode responses = JSON.objectNode();
        responses.putObject("304").put("description", "Not modified since the ETag in If-None-Match");
        error(responses, "404", "No such query, entity or release");
        error(responses, "406", "None of the accepted formats is available");
        error(responses, "422", "Invalid parameter; the problem names it and says what is expected");
        error(responses, "503", "The query took too long, or too many queries are waiting");
        return responses;
    }

    private static void error(ObjectNode responses, String status, String description) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    /** The schema of a problem (RFC 9457), with the members for a wrong parameter. */
    private static ObjectNode problem() {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("description", "RFC 9457");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri-reference");
        for (String name : List.of("title", "detail", "parameter", "given", "expected")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.putObject("instance").put("type", "string").put("format", "uri-reference");
        properties.putObject("near").put("type", "array").putObject("items").put("type", "string");
        ObjectNode candidate = properties
                .putObject("candidates")
                .put("type", "array")
                .putObject("items")
                .put("type", "object")
                .putObject("properties");
        for (String name : List.of("iri", "label", "type")) {
            candidate.putObject(name).put("type", "string");
        }
        schema.putArray("required").add("title").add("status");
        return schema;
    }
}
