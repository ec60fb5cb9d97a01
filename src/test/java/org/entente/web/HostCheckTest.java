package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page whose name points to this machine reads nothing of a server that is for this machine only. */
class HostCheckTest {
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
    @ValueSource(
            strings = {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8080"
            })
    void the_names_of_this_machine_are_answered(String host) {
        assertThat(RawHttp.get(site.port(), "/sparql?query=ASK%7B%7D", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost.",
                "10.0.0.1",
                "[::2]",
                "0.0.0.0"
            })
    void others_are_refused_with_what_to_do_on_every_address(String host) {
        for (String path :
                new String[] {"/sparql?query=ASK%7B%7D", "/", "/static/css/base.css", "/health/live", "/no-such-page"
                }) {
            assertThat(RawHttp.get(
                            site.port(), path, host, "X-Forwarded-Host: localhost", "X-Forwarded-For: 127.0.0.1"))
                    .as(path)
                    .startsWith("HTTP/1.1 421")
                    .contains("--public-url", "--host", "application/problem+json")
                    .doesNotContain("evil.example", "Access-Control-Allow-Origin");
        }
    }

    @Test
    void a_whole_address_in_the_request_line_is_no_way_around() {
        assertThat(RawHttp.send(
                        site.port(),
                        "GET http://evil.example/sparql?query=ASK%7B%7D HTTP/1.1",
                        "Host: evil.example",
                        "Connection: close"))
                .startsWith("HTTP/1.1 421");
        assertThat(RawHttp.send(
                        site.port(),
                        "GET http://evil.example/sparql?query=ASK%7B%7D HTTP/1.1",
                        "Host: localhost",
                        "Connection: close"))
                .doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void a_proxy_in_front_may_ask_by_any_name_once_the_public_address_is_given() {
        try (ServedStore proxied = ServedStore.example(
                ServerOptions.defaults().withPublicUrl(URI.create("https://entente.example.org")))) {
            assertThat(RawHttp.get(proxied.port(), "/sparql?query=ASK%7B%7D", "inside.example"))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
