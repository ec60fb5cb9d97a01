package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.TrustedProxies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy says of a request counts if the proxy is trusted, and only what it can have said itself. */
class TrustedProxiesTest {
    private static ServedStore behind;
    private static ServedStore alone;

    @BeforeAll
    static void start() {
        behind = served(TrustedProxies.of(List.of("127.0.0.0/8", "10.1.0.0/16", "::1")));
        alone = served(TrustedProxies.of(List.of("192.0.2.7")));
    }

    private static ServedStore served(TrustedProxies proxies) {
        return ServedStore.example(ServerOptions.defaults()
                .withWriteKey("a key that nobody has sent")
                .withTrustedProxies(proxies));
    }

    @AfterAll
    static void stop() {
        behind.close();
        alone.close();
    }

    @Test
    void the_public_address_is_what_the_proxy_says() {
        assertThat(RawHttp.get(
                        behind.port(),
                        "/reconcile",
                        "inside:8080",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: made.up.example, entente.example.org",
                        "X-Forwarded-Port: 99"))
                .contains("https://entente.example.org/")
                .doesNotContain("inside:8080", "made.up", ":99");
    }

    @Test
    void the_host_of_a_trusted_proxy_counts_without_the_header() {
        assertThat(RawHttp.get(behind.port(), "/reconcile", "entente.example.org", "X-Forwarded-Proto: https"))
                .contains("https://entente.example.org/");
    }

    @Test
    void what_anybody_else_says_is_ignored() {
        assertThat(RawHttp.get(
                        alone.port(),
                        "/reconcile",
                        "localhost",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil.example",
                        "Forwarded: for=192.0.2.1;host=evil.example;proto=https"))
                .contains("http://localhost/")
                .doesNotContain("evil.example", "https://localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "https://x", "", "ftp"})
    void only_the_schemes_of_the_web_are_taken(String scheme) {
        assertThat(RawHttp.get(behind.port(), "/reconcile", "a.example", "X-Forwarded-Proto: " + scheme))
                .contains("\"http://a.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a.example/path", "a.example:port", "a b", "u@a.example"})
    void a_host_that_is_none_is_not_taken(String host) {
        assertThat(RawHttp.get(behind.port(), "/reconcile", "a.example", "X-Forwarded-Host: " + host))
                .startsWith("HTTP/1.1 200")
                .contains("\"http://a.example/");
    }

    /** Wrong keys are counted for each client: from the sixth on 429. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 198.51.100.2",
                "198.51.100.3, 10.1.2.3 | 198.51.100.4, 10.1.2.3",
                "2001:db8::1 | [2001:db8::2]:1234",
                "198.51.100.5:4444 | 198.51.100.6:4444"
            })
    void clients_are_told_apart_by_their_own_addresses(String first, String second) {
        for (int i = 0; i < 6; i++) {
            wrongKey(behind, first);
        }
        assertThat(wrongKey(behind, first)).startsWith("HTTP/1.1 429");
        assertThat(wrongKey(behind, second)).startsWith("HTTP/1.1 403");
    }

    @Test
    void nobody_becomes_another_client_by_what_he_writes_himself() {
        for (int i = 0; i < 6; i++) {
            wrongKey(behind, "203.0.113." + i + ", 198.51.100.77");
            wrongKey(alone, "203.0.113." + i);
        }
        assertThat(wrongKey(behind, "203.0.113.99, 198.51.100.77")).startsWith("HTTP/1.1 429");
        assertThat(wrongKey(alone, "203.0.113.99")).startsWith("HTTP/1.1 429");
    }

    private static String wrongKey(ServedStore site, String forwardedFor) {
        return RawHttp.send(
                site.port(),
                "POST /update HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer wrong",
                "X-Forwarded-For: " + forwardedFor,
                "Content-Type: application/sparql-update",
                "Content-Length: 0",
                "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/40", "300.1.1.1", "", "10.0.0.0/8/8", "*"})
    void what_is_no_address_is_refused_at_the_start(String address) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.0.0.0/8");
    }
}
