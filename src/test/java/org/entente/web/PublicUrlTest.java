package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.ServedStore.KEY;

import java.net.URI;
import java.util.List;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that asks with a host of its own, every absolute address is the public one. */
class PublicUrlTest {
    private static final String PUBLIC = "https://entente.example.org";
    private static final String INSIDE = "inside.example.net:9999";

    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example(
                ServerOptions.defaults().withPublicUrl(URI.create(PUBLIC + "/")).withWriteKey(KEY));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | text/html | true",
                "/who-met | text/html | false",
                "/who-met?person=Anna%20Ahorn&format=jsonld | */* | false",
                "/who-met?person=Anna%20Ahorn&format=json | */* | false",
                "/queries | text/turtle | true",
                "/page/person/anna-ahorn | text/html | true",
                "/id/person/anna-ahorn | text/turtle | false",
                "/data/person/anna-ahorn | application/ld+json | false",
                "/data/person/anna-ahorn | text/turtle | false",
                "/openapi.json | */* | true",
                "/sitemap.xml | */* | true",
                "/robots.txt | */* | true",
                "/.well-known/void | text/turtle | true",
                "/dcat | text/turtle | true",
                "/sparql | text/turtle | true",
                "/reconcile | application/json | true",
                "/reconcile/help | text/html | true",
                "/releases | application/json | false",
                "/releases.atom | */* | true",
                "/cite?of=/page/person/anna-ahorn&format=bib | */* | false",
                "/links | text/html | false",
                "/links/quickstatements | */* | false",
                "/links/beacon?scheme=wikidata | */* | false",
                "/search?q=Ahorn | text/html | false",
                "/no-such-page | */* | false"
            })
    void answers_name_no_other_host(String path, String accept, boolean names) {
        String answer = RawHttp.get(site.port(), path, INSIDE, "Accept: " + accept);
        assertThat(answer).doesNotContain("inside.example.net", "127.0.0.1:" + site.port(), "localhost:" + site.port());
        if (names) {
            assertThat(answer).contains(PUBLIC).doesNotContain(PUBLIC + "//");
        }
    }

    @Test
    void a_form_from_the_public_address_is_one_of_ours_and_others_are_not() {
        for (String origin : List.of(PUBLIC, "http://" + INSIDE)) {
            assertThat(post(origin))
                    .as(origin)
                    .doesNotContain("other-site")
                    .doesNotContain("must be sent from this site");
        }
        assertThat(post("https://evil.example")).startsWith("HTTP/1.1 403").contains("must be sent from this site");
    }

    private static String post(String origin) {
        return RawHttp.send(
                site.port(),
                "POST /links HTTP/1.1",
                "Host: " + INSIDE,
                "Origin: " + origin,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0",
                "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entente.example.org",
                "ftp://a.example",
                "https://a.example/below",
                "https://u@a.example",
                "https://a.example?x"
            })
    void what_is_no_address_of_a_host_is_refused_at_the_start(String url) {
        assertThatThrownBy(() -> ServerOptions.defaults().withPublicUrl(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://entente.example.org");
    }
}
