package org.entente.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.entente.ServedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownAnswersTest {
    private KnownAnswers answers = new KnownAnswers();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private BooleanSupplier lasts = () -> true;
    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get(
                        "/answer/{key}",
                        ctx -> answers.send(ctx, List.of(ctx.pathParam("key")), lasts, () -> answer(ctx)));
            })
            .start("127.0.0.1", 0);

    private void answer(Context ctx) {
        int number = made.incrementAndGet();
        switch (ctx.pathParam("key")) {
            case "wrong" -> throw new IllegalStateException("not this time");
            case "large" -> ctx.result(new byte[3 * 1024 * 1024]);
            case "slow" -> {
                await();
                ctx.result("slow " + number);
            }
            default ->
                ctx.header("Entente-Number", Integer.toString(number))
                        .cookie(new Cookie("mine", Integer.toString(number)))
                        .contentType("text/plain")
                        .result("number " + number);
        }
    }

    private void await() {
        try {
            assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop();
        client.shutdownNow();
    }

    @Test
    void who_asks_again_gets_the_same_body_and_headers_but_not_the_cookie_of_somebody_else() {
        HttpResponse<String> first = get("some");
        HttpResponse<String> second = get("some");
        assertThat(made).hasValue(1);
        assertThat(second.body()).isEqualTo(first.body()).isEqualTo("number 1");
        assertThat(second.headers().firstValue("Entente-Number")).contains("1");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(first.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void another_key_is_another_answer() {
        get("some");
        assertThat(get("other").body()).isEqualTo("number 2");
    }

    @Test
    void who_asks_while_the_first_answer_is_made_waits_for_it() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all =
                IntStream.range(0, 64).mapToObj(i -> ask("slow")).toList();
        while (made.get() == 0) {
            Thread.sleep(5);
        }
        open.countDown();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            assertThat(one.get(1, TimeUnit.MINUTES).body()).isEqualTo("slow 1");
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void who_finds_too_many_waiting_is_treated_as_if_nobody_had_asked_before() throws Exception {
        answers = new KnownAnswers(2);
        List<CompletableFuture<HttpResponse<String>>> all =
                IntStream.range(0, 5).mapToObj(i -> ask("slow")).toList();
        while (made.get() < 3) {
            Thread.sleep(5);
        }
        open.countDown();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            assertThat(one.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        }
        assertThat(made).hasValue(3);
    }

    @Test
    void an_error_is_not_kept() {
        assertThat(get("wrong").statusCode()).isEqualTo(500);
        assertThat(get("wrong").statusCode()).isEqualTo(500);
        assertThat(made).hasValue(2);
    }

    @Test
    void an_answer_that_no_longer_holds_when_it_is_made_is_not_kept() {
        lasts = () -> false;
        get("some");
        lasts = () -> true;
        assertThat(get("some").body()).isEqualTo("number 2");
    }

    @Test
    void a_very_large_answer_is_sent_but_not_kept() {
        assertThat(get("large").body()).hasSize(3 * 1024 * 1024);
        assertThat(get("large").body()).hasSize(3 * 1024 * 1024);
        assertThat(made).hasValue(2);
    }

    @Test
    void a_page_is_that_of_the_present_state_and_in_the_language_and_address_asked_for() {
        try (ServedStore service = ServedStore.example()) {
            String page = "/page/person/anna-ahorn";
            String before = service.get(page).body();
            assertThat(service.get(page).body()).isEqualTo(before);
            assertThat(service.get(page, "Accept-Language", "de").body()).contains("lang=\"de\"");
            assertThat(service.get(page, "Cookie", "lang=de").body()).contains("<html lang=\"de\"");
            for (int i = 0; i < 2; i++) {
                assertThat(ServedStore.header(service.get(page + "?lang=de"), "Set-Cookie"))
                        .startsWith("lang=de");
            }
            String change = "GRAPH <https://w3id.org/entente/graph/authority> {"
                    + " <https://w3id.org/entente/id/person/anna-ahorn> <http://www.w3.org/2004/02/skos/core#altLabel> 'Annette Ahorn' }";
            assertThat(service.update("INSERT DATA { " + change + " }").statusCode())
                    .isLessThan(300);
            assertThat(service.get(page).body()).contains("Annette Ahorn");
            assertThat(service.update("DELETE DATA { " + change + " }").statusCode())
                    .isLessThan(300);
            assertThat(service.get(page).body()).doesNotContain("Annette Ahorn");
        }
    }

    private HttpResponse<String> get(String key) {
        return ask(key).join();
    }

    private CompletableFuture<HttpResponse<String>> ask(String key) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/answer/" + key))
                        .build(),
                BodyHandlers.ofString());
    }
}
