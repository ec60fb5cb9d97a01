package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.entente.text.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no route ever sees is refused with a problem as everything else is: as JSON, or as a page in UTF-8. */
class JettyErrorsTest {
    private static final String REST = "Connection: close";

    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /a/..%2Fb HTTP/1.1 | Host: localhost | 404",
                "GET /a/%2e%2e/b HTTP/1.1 | Host: localhost | 404",
                "GET /a/..;/b HTTP/1.1 | Host: localhost | 400",
                "GET /a/.;x/b HTTP/1.1 | Host: localhost | 400",
                "GET /a%00b HTTP/1.1 | Host: localhost | 400",
                "GET /%c0%ae HTTP/1.1 | Host: localhost | 400",
                "GET http://[bad/ HTTP/1.1 | Host: localhost | 400",
                "GET /%zz HTTP/1.1 | Host: localhost | 400",
                "GET /../../etc/passwd HTTP/1.1 | Host: localhost | 400",
                "GET / HTTP/1.1 | X: y | 400",
                "GET / HTTP/1.1 | Host: a b | 400",
                "GET / HTTP/1.1 | : x | 400",
                "G@T / HTTP/1.1 | Host: localhost | 400",
                "FOO / HTTP/1.1 | Host: localhost | 405",
                "GET / HTTP/1.1 | Content-Length: -1 | 400",
                "GET / HTTP/1.1 | Transfer-Encoding: foo | 400",
                "GET / HTTP/3.9 | Host: localhost | 505"
            })
    void what_cannot_be_read(String request, String header, int status) throws JsonProcessingException {
        JsonNode problem = problem(RawHttp.send(site.port(), request, header, REST), status);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("type").asText()).startsWith("https://w3id.org/entente/problems/");
    }

    @Test
    void what_is_too_long_says_how_long_it_may_be() throws JsonProcessingException {
        String long40 = "x".repeat(40_000);
        assertThat(problem(
                                RawHttp.send(
                                        site.port(), "GET / HTTP/1.1", "Host: localhost", "X-Long: " + long40, REST),
                                431)
                        .path("detail")
                        .asText())
                .contains("32768 bytes");
        assertThat(problem(RawHttp.send(site.port(), "GET /?q=" + long40 + " HTTP/1.1", "Host: localhost", REST), 414)
                        .path("detail")
                        .asText())
                .contains("32768 bytes");
    }

    @Test
    void a_browser_gets_a_page() {
        String answer = RawHttp.send(
                site.port(), "GET /a/..;/b HTTP/1.1", "Host: localhost", "Accept: text/html,*/*;q=0.8", REST);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: text/html;charset=utf-8")
                .contains("<h1>The request cannot be read</h1>")
                .doesNotContain("Jetty", "Powered by");
    }

    private static JsonNode problem(String answer, int status) throws JsonProcessingException {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("cache-control: no-store");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return Json.MAPPER.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    }
}
