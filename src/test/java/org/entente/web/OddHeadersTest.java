package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that make no sense are ignored or refused, at every address, and never a fault of the server. */
class OddHeadersTest {
    private static final List<String> ADDRESSES = List.of(
            "/who-met",
            "/suggest?q=Ahorn",
            "/sparql?query=ASK%7B%7D",
            "/graph-store",
            "/page/person/anna-ahorn",
            "/health/ready",
            "/no-such-page");
    private static final List<String> POSTED = List.of("/who-met", "/sparql", "/links", "/reconcile", "/reconcile/csv");

    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                        List.of(
                                "Accept",
                                ";",
                                ";;;",
                                ",",
                                ", ;",
                                "*",
                                "q=1",
                                "text/html;q=zz",
                                "/;q=",
                                "text/html;q=-1, */*;q=NaN"),
                        List.of("Accept-Language", ";", "-", "de-;q=x", "*;q=", ",,"),
                        List.of("If-None-Match", "\"", "W/", ",", "W/\"\"\""),
                        List.of("Range", "bytes=9-1", "lines=1"),
                        List.of("Cookie", "lang=", "lang=zz", "=", ";;"),
                        List.of("Origin", "null", "http://"),
                        List.of("Authorization", "Bearer", "Bearer ", "Basic ,", ";"))
                .flatMap(values -> values.stream().skip(1).map(value -> Arguments.of(values.getFirst(), value)));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_read_with_an_odd_header(String name, String value) {
        for (String address : ADDRESSES) {
            HttpResponse<String> response = site.get(address, name, value);
            assertThat(response.statusCode())
                    .as(address + " " + response.body())
                    .isLessThan(500);
        }
    }

    static Stream<String> types() {
        return Stream.of(
                        "charset=zz",
                        "charset=",
                        "charset=\"",
                        "charset=\"utf-8",
                        "charset=\"%\"",
                        "charset=utf-16",
                        ";;")
                .flatMap(parameter -> Stream.of(
                                "application/x-www-form-urlencoded", "text/csv", "application/sparql-query", "x", ";")
                        .map(type -> type + ";" + parameter));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_body_of_an_odd_type(String type) {
        for (String address : POSTED) {
            HttpResponse<String> response = site.send(site.request(address)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("query=ASK%7B%7D&person=Ahorn")));
            assertThat(response.statusCode())
                    .as(address + " " + response.body())
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "--x\r\nbroken",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc",
                "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n"
            })
    void a_form_that_ends_too_early_is_its_senders_mistake_and_the_connection_goes_on(String form) {
        for (String address : List.of("/match", "/reconcile/csv", "/sheet", "/graph-store?graph=urn:example:g")) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> response = site.post(
                        address,
                        "multipart/form-data; boundary=x",
                        form,
                        "Authorization",
                        "Bearer " + ServedStore.KEY,
                        "Origin",
                        site.url(""));
                assertThat(response.statusCode()).as(address + response.body()).isBetween(200, 499);
                assertThat(response.headers().firstValue("Connection")).isEmpty();
            }
        }
        assertThat(site.post("/match", "multipart/form-data", form).statusCode())
                .isEqualTo(400);
    }
}
