package org.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.sse.SSE;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.execution.Problem;
import org.entente.execution.QueryLimits;
import org.entente.execution.Rows;
import org.entente.execution.SelectAnswers;
import org.entente.query.StoreEntityResolver;
import org.entente.sparql.InternalQuery;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.web.WebServer;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose canned queries, pages and dossiers are answered by stock Fuseki. */
@Slow
class ServedEngineTest {
    private static final String WHO_MET = "/who-met?person=Albert%20Rau&format=csv&lang=en";

    private static StockFuseki fuseki;
    private static Engine engine;
    private static Store store;
    private static EngineStart start;

    @BeforeAll
    static void push(@TempDir Path folder) {
        fuseki = new StockFuseki();
        engine = new Engine(fuseki.address());
        store = ShippedCollection.copy(folder);
        new Push(engine).write(store, false, Progress.SILENT);
        start = EngineStart.of(engine, store, ShippedCollection.catalog(), QueryLimits.defaults(), Progress.SILENT);
    }

    @AfterAll
    static void close() {
        engine.close();
        fuseki.close();
        store.close();
    }

    /** What a server that asks somebody first answers to a path. */
    private static HttpResponse<String> get(SelectAnswers answers, String path) {
        try (WebServer server = new WebServer(
                                store,
                                ShippedCollection.catalog(),
                                new StoreEntityResolver(store),
                                ServerOptions.defaults().withAddress("127.0.0.1", 0),
                                Optional.empty(),
                                answers)
                        .start();
                HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .header("Accept", "application/json, */*;q=0.5")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answers_pages_and_dossiers_are_the_same_as_without_the_engine() {
        List<String> asked = new ArrayList<>();
        SelectAnswers watched = (query, of, most, time) -> {
            Optional<Rows> rows = start.answers().rows(query, of, most, time);
            rows.ifPresent(found -> asked.add(QuestionKeys.of(query, of)));
            return rows;
        };
        for (String path : List.of(
                WHO_MET,
                "/conflicts?format=csv",
                "/page/person/albert-rau?lang=de",
                "/dossier?a=Albert%20Rau&b=Guido%20Herz&lang=en&format=json")) {
            HttpResponse<String> there = get(watched, path);
            assertThat(there.statusCode()).as(path).isEqualTo(200);
            assertThat(withoutPort(there)).as(path).isEqualTo(withoutPort(get(SelectAnswers.STORE, path)));
        }
        assertThat(asked)
                .contains("dossier/events", "entity/statements")
                .anyMatch(key -> key.startsWith("whom whomLabel level"));
    }

    private static String withoutPort(HttpResponse<String> response) {
        return response.body().replaceAll("127\\.0\\.0\\.1:\\d+", "");
    }

    @Test
    void after_a_write_here_the_store_answers_until_it_is_pushed_again(@TempDir Path folder) {
        try (Store own = ShippedCollection.copy(folder)) {
            EngineAnswers answers = new EngineAnswers(
                    engine, Set.of("home/levels"), own.release().state(), () -> own.release()
                            .state());
            assertThat(answers.rows(InternalQuery.HOME_LEVELS.query(), InternalQuery.HOME_LEVELS, 10, null))
                    .isPresent();

            own.write(dataset -> dataset.add(SSE.parseQuad("(<http://e/own> <http://e/a> <http://e/p> 1)")));

            assertThat(answers.rows(InternalQuery.HOME_LEVELS.query(), InternalQuery.HOME_LEVELS, 10, null))
                    .isEmpty();
        }
    }

    @Test
    void what_the_engine_was_not_seen_to_answer_rightly_is_left_to_the_store() {
        assertThat(start.answers().rows(InternalQuery.SITE_SITEMAP.query(), InternalQuery.SITE_SITEMAP, 10, null))
                .isEmpty();
    }

    @Test
    void an_engine_that_is_gone_or_slow_gives_an_error_that_says_so() throws IOException {
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.createContext("/", exchange -> {});
        slow.start();
        try (Engine gone = new Engine(EngineAddress.of(URI.create("http://localhost:9/sparql")));
                Engine late = new Engine(EngineAddress.of(
                        URI.create("http://localhost:" + slow.getAddress().getPort())))) {
            // Not asked before: an answer that is known needs no engine.
            HttpResponse<String> answer = get(answering(gone), WHO_MET + "&from=1991");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("http://localhost:9/sparql").contains("problems/engine");

            assertThatThrownBy(() -> answering(late)
                            .rows(
                                    InternalQuery.HOME_LEVELS.query(),
                                    InternalQuery.HOME_LEVELS,
                                    1,
                                    Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                            .isEqualTo(504));
        } finally {
            slow.stop(0);
        }
    }

    @Test
    void what_an_engine_refuses_all_the_same_is_left_to_the_store() throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        refusing.start();
        try (Engine other = new Engine(EngineAddress.of(
                URI.create("http://localhost:" + refusing.getAddress().getPort())))) {
            assertThat(get(answering(other), WHO_MET).statusCode()).isEqualTo(200);
        } finally {
            refusing.stop(0);
        }
    }

    private static SelectAnswers answering(Engine other) {
        Set<String> everything =
                new HashSet<>(new Portability(other, store, ShippedCollection.catalog(), QueryLimits.defaults())
                        .right(start.verdicts()));
        everything.add("home/levels");
        return new EngineAnswers(other, everything, "", () -> "");
    }
}
