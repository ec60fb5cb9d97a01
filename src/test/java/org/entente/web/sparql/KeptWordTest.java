package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;
import static org.entente.ServedStore.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.entente.ServedStore;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A write does what its answer says: how much it changed, only if the state is the expected one, and nothing that cannot be read again. */
class KeptWordTest {
    private static final String GRAPH = "https://example.org/kept";
    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> send(String method, String graph, String type, byte[] body, String... headers) {
        var request = site.request("/graph-store" + (graph.isEmpty() ? "" : "?graph=" + ServedStore.encoded(graph)))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        return site.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> put(String turtle, String... headers) {
        return send("PUT", GRAPH, "text/turtle", turtle.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String changed(HttpResponse<String> response) {
        return response.statusCode() + " +" + header(response, "Entente-Added") + " -"
                + header(response, "Entente-Removed");
    }

    private static String read(String graph) {
        return site.get("/graph-store?graph=" + ServedStore.encoded(graph), "Accept", "application/n-triples")
                .body();
    }

    @Test
    void answers_say_how_many_statements_changed() {
        String graph = "https://example.org/counted";
        byte[] three = "<urn:aa:1> <urn:aa:p> 1 , 2 , 3 .".getBytes(StandardCharsets.UTF_8);
        assertThat(changed(send("PUT", graph, "text/turtle", three))).isEqualTo("201 +3 -0");
        assertThat(changed(send("PUT", graph, "text/turtle", three))).isEqualTo("204 +0 -0");
        assertThat(changed(send("POST", graph, "text/turtle", "<urn:aa:1> <urn:aa:p> 3 , 4 .".getBytes())))
                .isEqualTo("204 +1 -0");
        assertThat(changed(site.update("DELETE { GRAPH ?g { ?s ?p 1 } } INSERT { GRAPH ?g { ?s ?p 9 , 10 } }"
                        + " WHERE { GRAPH ?g { ?s ?p 1 } VALUES ?g { <" + graph + "> } }")))
                .isEqualTo("204 +2 -1");
        assertThat(changed(site.update("INSERT DATA { GRAPH <" + graph + "> { <urn:aa:1> <urn:aa:p> 9 } }")))
                .isEqualTo("204 +0 -0");
        assertThat(changed(site.update("DELETE DATA { GRAPH <" + graph + "> { <urn:aa:1> <urn:aa:none> 9 } }")))
                .isEqualTo("204 +0 -0");
        assertThat(changed(send("DELETE", graph, "text/turtle", new byte[0]))).isEqualTo("204 +0 -5");
    }

    @Test
    void a_write_with_an_old_tag_changes_nothing() {
        put("<urn:aa:a> <urn:aa:b> 1 .");
        String tag = header(site.get("/graph-store?graph=" + ServedStore.encoded(GRAPH)), "ETag");
        assertThat(put("<urn:aa:a> <urn:aa:b> 2 .", "If-Match", "\"nope\"").statusCode())
                .isEqualTo(412);
        assertThat(put("<urn:aa:a> <urn:aa:b> 2 .", "If-None-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(put("<urn:aa:a> <urn:aa:b> 2 .", "If-Match", "\"other\", " + tag)
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> late = put("<urn:aa:a> <urn:aa:b> 3 .", "If-Match", tag);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("has changed since");
        assertThat(read(GRAPH)).contains("\"2\"");
        assertThat(site.post(
                                "/update",
                                "application/sparql-update",
                                "DROP GRAPH <" + GRAPH + ">",
                                "Authorization",
                                "Bearer " + KEY,
                                "If-Match",
                                tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(read(GRAPH)).contains("\"2\"");
    }

    @Test
    void a_star_means_whatever_is_there() {
        String graph = "https://example.org/new";
        byte[] body = "<urn:aa:a> <urn:aa:b> 1 .".getBytes();
        assertThat(send("PUT", graph, "text/turtle", body, "If-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", graph, "text/turtle", body, "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(send("PUT", graph, "text/turtle", body, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", graph, "text/turtle", body, "If-Match", "*").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://e/s> <http://e/p> <http://e/o>",
                "<http://e/s> <http://e/p> <http://e/{x}> .",
                "<http://e/a\\u0020b> <http://e/p> 1 .",
                "<http://e/a\\u003Cb> <http://e/p> 1 .",
                "<http://e/s> <http://e/p> 'a'^^<http://e/a\\u0020b> .",
                "<http://e/s> <http://e/p> 'a'@ .",
                "<http://e/s> <http://e/p> 'a\nb' ."
            })
    void the_graph_store_takes_no_turtle_that_other_parsers_refuse(String turtle) {
        String graph = "https://example.org/bad";
        HttpResponse<String> response = send("PUT", graph, "text/turtle", turtle.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(site.get("/graph-store?graph=" + ServedStore.encoded(graph)).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { GRAPH <https://example.org/bad> { <http://e/{x}> <http://e/p> 1 } }",
                "INSERT { GRAPH <https://example.org/bad> { ?x <http://e/p> 1 } } WHERE { BIND(IRI('http://e/a b') AS ?x) }",
                "INSERT { GRAPH ?x { <http://e/s> <http://e/p> 1 } } WHERE { BIND(IRI('http://e/a\"b') AS ?x) }"
            })
    void an_update_writes_no_iri_that_is_none(String update) {
        HttpResponse<String> response = site.update(update);
        assertThat(changed(response)).as(response.body()).isIn("400 + -", "204 +0 -0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@id':'http://e/a b','http://e/p':'1'}",
                "{'@id':'http://e/a','http://e/p':{'@id':'http://e/{b}'}}",
                "{'@id':'http://e/a','@type':'http://e/a b'}",
                "[{'@id':'http://e/a','http://e/p':[{'@list':[{'@id':'http://e/<'}]}]}]",
                "{'@context':{'p':'http://e/p q'},'@id':'http://e/a','p':'1'}",
                "{'@id':'http://e/g','@graph':[{'@id':'http://e/a b','http://e/p':'1'}]}",
                "{'@id':'http://e/a','http://e/p':{'@value':'x','@type':'http://e/d t'}}"
            })
    void json_ld_whose_reader_would_leave_statements_out_is_refused(String json) {
        HttpResponse<String> response = send(
                "PUT",
                "urn:example:json",
                "application/ld+json",
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).containsAnyOf("is no IRI", "INVALID_IRI_MAPPING", "INVALID_TYPED_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY", "MOVE", "ADD"})
    void graphs_of_a_store_on_disk_are_copied_moved_and_added_whole(String operation, @TempDir Path folder) {
        Random random = new Random(operation.hashCode());
        try (ServedStore disk = ServedStore.over(
                Store.onDisk(folder, Derivation.NONE), ServerOptions.defaults().withWriteKey(KEY))) {
            for (int i = 0; i < 4; i++) {
                Set<String> from = statements(random);
                Set<String> to = statements(random);
                disk.update(
                        "DROP SILENT GRAPH <urn:example:from> ; DROP SILENT GRAPH <urn:example:to> ; INSERT DATA { GRAPH <urn:example:from> { "
                                + String.join(" ", from) + " } GRAPH <urn:example:to> { " + String.join(" ", to)
                                + " } }");
                assertThat(disk.update(operation + " <urn:example:from> TO <urn:example:to>")
                                .statusCode())
                        .isEqualTo(204);
                Set<String> wanted = new TreeSet<>(from);
                if (operation.equals("ADD")) {
                    wanted.addAll(to);
                }
                assertThat(disk.get("/graph-store?graph=urn:example:to", "Accept", "application/n-triples")
                                .body()
                                .lines())
                        .containsExactlyInAnyOrderElementsOf(wanted);
            }
        }
    }

    private static Set<String> statements(Random random) {
        Set<String> statements = new TreeSet<>();
        for (int i = 0; i < 400; i++) {
            statements.add("<http://e/%d> <http://e/p%d> \"%d\" ."
                    .formatted(random.nextInt(60), random.nextInt(4), random.nextInt(90)));
        }
        return statements;
    }

    @Test
    void with_a_graph_that_is_not_there_yet_reads_the_others_and_makes_it() {
        site.update("INSERT DATA { GRAPH <urn:example:old> { <urn:a> <urn:b> 1 } }");
        for (String update : new String[] {
            "WITH <urn:example:new1> INSERT { ?s ?p ?o } WHERE { GRAPH <urn:example:old> { ?s ?p ?o } }",
            "WITH <urn:example:new2> DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?g = <urn:example:old>) }",
            "WITH <urn:example:new3> INSERT { <urn:a> <urn:b> 3 } WHERE {}",
            "WITH <urn:example:new4> INSERT { <urn:a> <urn:b> 3 } WHERE { FILTER NOT EXISTS { ?s ?p ?o } }",
            "INSERT DATA { GRAPH <urn:example:old2> { <urn:a> <urn:b> 1 } } ; WITH <urn:example:new5> INSERT { ?s ?p ?o } WHERE { GRAPH <urn:example:old2> { ?s ?p ?o } }"
        }) {
            HttpResponse<String> response = site.update(update);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
            assertThat(header(response, "Entente-Added")).as(update).isIn("1", "2");
        }
        // What it asks without GRAPH is the new graph, in which nothing is.
        assertThat(header(
                        site.update("WITH <urn:example:new6> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }"), "Entente-Added"))
                .isEqualTo("0");
    }

    @Test
    void bytes_that_are_not_utf_8_or_are_compressed_are_refused() {
        byte[] latin = "<http://e/s> <http://e/p> \"M\u00FCller\" .".getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> response = send("PUT", GRAPH, "text/turtle", latin);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("not UTF-8");
        HttpResponse<String> compressed = put("<urn:aa:a> <urn:aa:b> 1 .", "Content-Encoding", "gzip");
        assertThat(compressed.statusCode()).isEqualTo(415);
        assertThat(header(compressed, "Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void a_dataset_is_added_with_one_post_and_replaces_nothing_that_comes_from_files_or_rules() {
        String trig =
                "<https://example.org/one> { <urn:aa:a> <urn:aa:b> 1 } <https://example.org/two> { <urn:aa:a> <urn:aa:b> 2 , 3 }";
        assertThat(changed(send("POST", "", "application/trig", trig.getBytes())))
                .isEqualTo("204 +3 -0");
        assertThat(read("https://example.org/two")).contains("\"3\"");
        assertThat(send("POST", "", "application/trig", "<urn:aa:a> <urn:aa:b> 1 .".getBytes())
                        .statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", "", "application/trig", trig.getBytes()).statusCode())
                .isEqualTo(409);
        assertThat(send("POST", "", "text/turtle", "<urn:aa:a> <urn:aa:b> 1 .".getBytes())
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", GRAPH, "application/trig", trig.getBytes()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_form_with_files_and_json_ld_with_its_context_are_read() {
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.ttl\"\r\n\r\n<urn:aa:a> <urn:aa:b> 1 .\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"b\"; filename=\"b\"\r\nContent-Type: application/n-triples\r\n\r\n"
                        + "<urn:aa:a> <urn:aa:b> <urn:aa:c> .\r\n--x--\r\n";
        String graph = "https://example.org/form";
        assertThat(changed(send("POST", graph, "multipart/form-data; boundary=x", form.getBytes())))
                .isEqualTo("201 +2 -0");
        String inline = "{\"@context\":{\"p\":\"http://e/p\"},\"@id\":\"http://e/s\",\"p\":\"\u042F\"}";
        assertThat(changed(send("PUT", graph, "application/ld+json", inline.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("204 +1 -2");
        HttpResponse<String> remote =
                send("PUT", graph, "application/ld+json", "{\"@context\":\"http://127.0.0.1:1/c\",\"a\":1}".getBytes());
        assertThat(remote.statusCode()).isEqualTo(400);
        assertThat(remote.body()).contains("is not fetched");
        assertThat(read(graph)).contains("\u042F");
    }

    @ParameterizedTest
    @CsvSource({"2.50", "007", "1.0e3", "+5", "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>"})
    void a_number_is_found_and_deleted_as_it_was_inserted(String number) {
        String graph = "<https://example.org/numbers>";
        site.update("INSERT DATA { GRAPH " + graph + " { <urn:aa:a> <urn:aa:b> " + number + " } }");
        assertThat(site.query("ASK { GRAPH " + graph + " { ?s ?p " + number + " } }", "text/csv")
                        .body())
                .contains("true");
        assertThat(changed(site.update("DELETE DATA { GRAPH " + graph + " { <urn:aa:a> <urn:aa:b> " + number + " } }")))
                .isEqualTo("204 +0 -1");
    }
}
