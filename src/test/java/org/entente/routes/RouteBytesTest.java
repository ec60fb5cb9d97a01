package org.entente.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.entente.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every address in every format and language is what it says it is, also where names and IRIs are hostile. */
class RouteBytesTest {
    private static final List<String> LANGUAGES = List.of("de", "en", "ru", "kk");
    private static final String PERSON = "https://w3id.org/entente/id/person/";

    /** One of them with the whole of the collection instead. */
    private static final List<String> HOSTILE = Stream.concat(
                    HostileCollection.IDS.stream().limit(4), Stream.of(""))
            .toList();

    @TempDir
    private static Path folder;

    private static ServedStore site;

    private final Map<String, Set<String>> wrong = new TreeMap<>();
    private final Map<String, Integer> answers = new TreeMap<>();

    @BeforeAll
    static void start() {
        site = HostileCollection.serve(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Slow
    @Test
    void every_answer_is_of_the_type_that_it_declares() {
        int turn = 0;
        for (Operation operation : Operation.of(site)) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            Set<String> types = operation.types().isEmpty() ? Set.of("*/*") : operation.types();
            for (String type : types) {
                ask(operation, type, HOSTILE.get(turn % HOSTILE.size()), LANGUAGES.get(turn % LANGUAGES.size()));
                turn++;
            }
        }
        assertThat(wrong).as(answers.toString()).isEmpty();
        assertThat(answers.keySet())
                .contains(
                        "application/gexf+xml",
                        "application/graphml+xml",
                        "application/sparql-results+xml",
                        "application/rdf+xml",
                        "application/ld+json",
                        "application/atom+xml",
                        "text/csv",
                        "text/html",
                        "text/tab-separated-values");
        assertThat(answers.get("text/html")).isGreaterThan(60);
        assertThat(answers.get("text/csv")).isGreaterThan(50);
    }

    @ParameterizedTest
    @FieldSource("org.entente.routes.HostileCollection#IDS")
    void a_thing_with_any_letters_in_its_iri_has_a_page_data_and_a_redirect(String id) {
        String name = ServedStore.encoded(id).replace("%27", "'");
        assertThat(site.get("/page/person/" + name + "?lang=en").body()).contains("Talk ");
        assertThat(site.get("/id/person/" + name).statusCode()).isEqualTo(303);
        assertThat(site.get("/data/person/" + name, "Accept", "text/turtle").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/who-met?format=csv&person=" + ServedStore.encoded(PERSON + id))
                        .body())
                .contains("albert-rau");
        assertThat(site.get("/sitemap.xml").body()).contains("/page/person/" + name);
    }

    private void ask(Operation operation, String type, String hostile, String language) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        boolean first = true;
        for (Operation.Parameter parameter : operation.parameters()) {
            String value = value(operation, parameter, hostile, language, first);
            if (value == null || parameter.in().equals("header")) {
                continue;
            }
            if (parameter.in().equals("path")) {
                path = path.replace(
                        "{" + parameter.name() + "}", ServedStore.encoded(value).replace("%2F", "/"));
            } else {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(ServedStore.encoded(value));
                first = false;
            }
        }
        String address = path + query;
        HttpResponse<byte[]> answer =
                site.send(site.request(address).header("Accept", type), BodyHandlers.ofByteArray());
        String kind = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (answer.statusCode() == 200) {
            answers.merge(kind, 1, Integer::sum);
            if (!type.equals("*/*") && !kind.equals(type)) {
                note(operation, type + " was asked for, but it is " + kind + ": " + address);
            }
        }
        if (answer.statusCode() >= 500) {
            note(operation, answer.statusCode() + " " + address);
        }
        AnswerBytes.wrong(answer).ifPresent(what -> note(operation, address + " as " + type + ": " + what));
    }

    private void note(Operation operation, String what) {
        wrong.computeIfAbsent(operation.path(), p -> new TreeSet<>()).add(what);
    }

    private static String value(
            Operation operation, Operation.Parameter parameter, String hostile, String language, boolean first) {
        String id = hostile.isEmpty() ? "albert-rau" : hostile;
        return switch (parameter.name()) {
            case "lang" -> language;
            case "format", "page", "limit", "release", "sort", "fragment" -> null;
            case "name" -> operation.path().startsWith("/graph") ? "authority/own" : "person/" + id;
            case "version" -> "0.1.0";
            case "query" -> "SELECT * { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } LIMIT 20";
            case "graph" -> "https://w3id.org/entente/graph/source/hostile";
            case "default" -> null;
            case "qid" -> "Q183";
            case "of" ->
                operation.path().equals("/cite") ? "/who-met?person=" + ServedStore.encoded(PERSON + id) : null;
            case "a", "from" -> operation.path().matches("/(dossier|path)") ? PERSON + id : null;
            case "b", "to" -> operation.path().matches("/(dossier|path)") ? PERSON + "albert-rau" : null;
            case "person" -> PERSON + id;
            case "q", "prefix" -> hostile.isEmpty() ? "Rau" : hostile;
            case "source" -> "https://w3id.org/entente/id/doc/hostile";
            default ->
                parameter.required()
                        ? parameter.examples().isEmpty()
                                ? PERSON + id
                                : parameter.examples().getFirst()
                        : null;
        };
    }
}
