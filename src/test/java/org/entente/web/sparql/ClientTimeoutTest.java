package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.entente.ServedStore;
import org.entente.web.http.RequestBody;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client may wait for less time than the server would give a query. */
class ClientTimeoutTest {
    private static final String NEVER_ENDS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o . ?q ?r ?t }";
    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example(ServerOptions.defaults().withLimits(Duration.ofMinutes(2), 1000));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> ask(String query, String timeout) {
        return site.get("/sparql?query=" + ServedStore.encoded(query) + "&timeout=" + ServedStore.encoded(timeout));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1s, 1", "0.25, 0.25", "300ms, 0.3"})
    void a_query_ends_when_the_client_wants_no_longer_to_wait(String timeout, String seconds) {
        HttpResponse<String> answer = ask(NEVER_ENDS, timeout);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("problems/query-timeout", "stopped after " + seconds + " s");
        assertThat(ServedStore.header(answer, "Entente-Time-Limit")).isEqualTo(seconds);
    }

    @Test
    void the_form_of_a_post_has_it_too() {
        HttpResponse<String> answer =
                site.post("/sparql", RequestBody.FORM, "timeout=0.2&query=" + ServedStore.encoded(NEVER_ENDS));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("stopped after 0.2 s");
        assertThat(site.post("/sparql?timeout=x", "application/sparql-query", "ASK {}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "30000", "10min", "999999999h"})
    void nobody_gets_more_than_the_server_gives(String timeout) {
        HttpResponse<String> answer = ask("ASK { ?s ?p ?o }", timeout);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ServedStore.header(answer, "Entente-Time-Limit")).isEqualTo("120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "0", "0ms", "1e3", "5 minutes", "1,5", "NaN", "0.0001", "5s&timeout=6s"})
    void what_is_no_time_is_refused(String timeout) {
        HttpResponse<String> answer =
                site.get("/sparql?query=" + ServedStore.encoded("ASK {}") + "&timeout=" + timeout.replace(" ", "%20"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is no time", "500ms", "\"parameter\":\"timeout\"");
    }
}
