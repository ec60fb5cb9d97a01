package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente serve} over a copy of the project, whose files are saved while it runs. */
@Timeout(180)
class LiveReloadTest {
    private static final String PEOPLE = """
            #+ summary: {de: "Personen", en: "People"}
            #+ tags: [names]
            #+ question: {de: "Wer ist da?", en: "Who is there?"}
            #+ example: {}
            #+ view: table
            #+ pagination: 20

            PREFIX ent: <https://w3id.org/entente/ontology#>

            SELECT ?person
            WHERE { ?person a ent:Person }
            ORDER BY ?person
            """;

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuffer said = new StringBuffer();
    private Thread server;
    private String base;

    @BeforeEach
    void copy_of_the_project() throws IOException {
        copy("ontology");
        copy("queries/rules");
        Files.writeString(home.resolve("queries/people.rq"), PEOPLE);
        person("erika-muster");
    }

    private void person(String id) throws IOException {
        Path authority = Files.createDirectories(home.resolve("data/authority"));
        Files.writeString(authority.resolve(id + ".ttl"), """
                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix person: <https://w3id.org/entente/id/person/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                person:%1$s a ent:Person ; rdfs:label "%1$s"@de , "%1$s"@en .
                """.formatted(id));
    }

    private void copy(String folder) throws IOException {
        try (Stream<Path> paths = Files.walk(ShippedCollection.HOME.resolve(folder))) {
            for (Path path : paths.toList()) {
                Path to = home.resolve(ShippedCollection.HOME.relativize(path).toString());
                Files.createDirectories(Files.isDirectory(path) ? to : to.getParent());
                if (Files.isRegularFile(path)) {
                    Files.copy(path, to);
                }
            }
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.interrupt();
            server.join();
        }
        client.shutdownNow();
    }

    @Slow
    @Test
    void a_canned_query_that_is_changed_added_or_broken_while_the_server_runs() throws IOException {
        serve();
        HttpResponse<String> before = get("/queries/people?format=csv");
        assertThat(before.body()).contains("person", "erika-muster");
        assertThat(get("/queries/other").statusCode()).isEqualTo(404);

        Files.writeString(home.resolve("queries/people.rq"), PEOPLE.replace("?person", "?somebody"));
        Files.writeString(home.resolve("queries/other.rq"), PEOPLE);
        await(() -> get("/queries/other?format=csv").statusCode() == 200);
        HttpResponse<String> after = get(
                "/queries/people?format=csv",
                "If-None-Match",
                before.headers().firstValue("ETag").orElseThrow());
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).startsWith("somebody");
        assertThat(get("/openapi.json").body()).contains("/queries/other");
        assertThat(get("/queries?format=json").body()).contains("\"other\"");

        Files.writeString(
                home.resolve("queries/people.rq"),
                PEOPLE.replace("WHERE {", "WHERE [").replace("view: table", "view: tble"));
        Files.delete(home.resolve("queries/other.rq"));
        await(() -> said.toString().contains("Still serving the previous ones"));
        assertThat(said.toString()).contains("people.rq:5: view must be one of table");
        assertThat(get("/queries/people?format=csv").body()).startsWith("somebody");
        assertThat(get("/queries/other?format=csv").statusCode()).isEqualTo(200);

        Files.writeString(home.resolve("queries/people.rq"), PEOPLE);
        await(() -> get("/queries/other?format=csv").statusCode() == 404);
        assertThat(get("/queries/people?format=csv").body()).startsWith("person");
        assertThat(get("/dev/events").statusCode()).isEqualTo(404);
        assertThat(get("/about").body()).doesNotContain("dev.js");
    }

    @Test
    void development_mode_shows_templates_texts_scripts_queries_and_data_as_saved_and_tells_the_browser()
            throws Exception {
        copy("src/main/jte");
        copy("src/main/resources/web");
        serve("--dev");
        BlockingQueue<String> events = events();
        String first = next(events, "state");

        HttpResponse<String> page = get("/about", "Accept", "text/html");
        assertThat(page.body()).contains("/static/js/dev.js").doesNotContain("Saved a moment ago");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        change("src/main/jte/home/about.jte", "<h1>", "<h1>Saved a moment ago: ");
        String second = next(events, "state");
        assertThat(second).isNotEqualTo(first);
        HttpResponse<String> newer = get("/about", "Accept", "text/html", "If-None-Match", tag);
        assertThat(newer.statusCode()).isEqualTo(200);
        assertThat(newer.body()).contains("<h1>Saved a moment ago: ");

        change("src/main/resources/web/messages/about_en.properties", "about.title=", "about.title=Told anew: ");
        next(events, "state");
        assertThat(get("/about", "Accept-Language", "en").body()).contains("<h1>Saved a moment ago: Told anew: ");

        change("src/main/resources/web/static/base.css", "", "/* restyled */");
        next(events, "state");
        assertThat(get("/static/base.css").body()).startsWith("/* restyled */");

        change("queries/people.rq", "?person", "?somebody");
        next(events, "state");
        assertThat(get("/queries/people?format=csv").body()).startsWith("somebody");
        change("queries/people.rq", "view: table", "view: tble");
        assertThat(next(events, "problem")).contains("people.rq:5: view must be one of table");

        person("max-muster");
        next(events, "state");
        assertThat(get("/queries/people?format=csv").body()).contains("max-muster");
    }

    @Test
    void a_collection_that_is_written_shows_what_is_saved_and_what_is_wrong_with_it() throws Exception {
        Path own = home.resolve("own");
        assertThat(Entente.commandLine().execute("init", own.toString(), "--title", "Two towns"))
                .isZero();
        serve("--live", "--data", own.toString());
        BlockingQueue<String> events = events();
        next(events, "state");
        assertThat(get("/about", "Accept", "text/html").body()).contains("/static/js/dev.js", "Two towns");

        Path people = own.resolve("authority/people.ttl");
        String before = Files.readString(people);
        Files.writeString(people, before + "person:max-muster a ent:Person ; rdfs:label \"Max Muster\"@en .\n");
        next(events, "state");
        assertThat(get("/queries/people?format=csv").body()).contains("https://example.org/own/id/person/max-muster");

        Files.writeString(people, before + "person:max-muster a ent:Persn .\n");
        assertThat(next(events, "problem")).contains("own/authority/people.ttl:", "Did you mean ent:Person?");
        Files.writeString(people, before + "person:max-muster a ent:Person ; rdfs:label \"Max Muster\"@en .\n");
        next(events, "state");

        change("own/collection.ttl", "Two towns", "Two harbours");
        next(events, "state");
        assertThat(get("/about", "Accept", "text/html").body())
                .contains("Two harbours")
                .doesNotContain("Two towns");
    }

    @Test
    void development_mode_needs_the_sources_of_the_program() {
        StringBuffer error = new StringBuffer();
        assertThat(run(error, "--dev")).isNotZero();
        assertThat(error.toString()).contains("there is no " + home.resolve("src/main/jte"));
        assertThat(run(error, "--dev", "--no-watch")).isEqualTo(2);
        assertThat(error.toString()).contains("exclude each other");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, from.isEmpty() ? to + text : text.replace(from, to));
    }

    private void serve(String... options) {
        server = new Thread(() -> run(said, options));
        server.start();
        await(() -> said.toString().contains("stop it with"));
        base = said.toString().replaceFirst("(?s).*(http://127\\.0\\.0\\.1:\\d+)/.*", "$1");
    }

    private int run(StringBuffer out, String... options) {
        PrintWriter writer = new PrintWriter(new Appender(out));
        List<String> all =
                new ArrayList<>(List.of("serve", "--home", home.toString(), "--store", "memory", "--port", "0"));
        all.addAll(List.of(options));
        return Entente.commandLine().setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
    }

    /** The server writes while the test reads. */
    private static final class Appender extends Writer {
        private final StringBuffer to;

        Appender(StringBuffer to) {
            this.to = to;
        }

        @Override
        public void write(char[] text, int from, int length) {
            to.append(text, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of the stream of events, as they come. */
    private BlockingQueue<String> events() {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        client.sendAsync(
                        request("/dev/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
        return lines;
    }

    /** The data of the next event of this name. */
    private static String next(BlockingQueue<String> lines, String name) throws InterruptedException {
        boolean found = false;
        for (String line; (line = lines.poll(60, TimeUnit.SECONDS)) != null; ) {
            if (found && line.startsWith("data:")) {
                return line;
            }
            found = line.equals("event: " + name) || found && !line.startsWith("event:");
        }
        throw new AssertionError("No event " + name);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
