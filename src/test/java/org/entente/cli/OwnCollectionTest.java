package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.check.CollectionValidator;
import org.entente.derive.Rules;
import org.entente.query.QueryCatalog;
import org.entente.rdf.Severity;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collection that {@code entente init} and {@code entente new} wrote, with French and English labels and a name space of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCollectionTest {
    private static final String IDS = "https://example.org/locarno/id/";
    /** What only the collection that ships talks about. */
    private static final Pattern SHIPPED = Pattern.compile(
            "Kazakh|Kasach|Казах|Central Asia|Zentralasi|Karaganda|Astana|Almaty|Bavaria|Bayern|Thuring|Thüring|(German|deutschen?) Ländern?"
                    + "|Albert Rau|albert-rau|Weigert|Iwersen|Willingmann|Vassilenko|Toka[jy]|Токаев|Скляр|Sklyar|Steinmeier"
                    + "|w3id\\.org/entente/id/(?!time/)");

    @TempDir
    static Path folder;

    private Path data;
    private ServedStore served;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(List.of(arguments));
    }

    private static CommandRun init(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of("init", data.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private CommandRun add(String kind, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of("new", kind, name, "--data", data.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private static LoadReport load(Store store, Path data) {
        CollectionFiles files = ShippedCollection.FILES.withData(data);
        return new CollectionLoader(store, CollectionValidator.of(files), Clock.systemUTC())
                .load(files, Progress.SILENT);
    }

    private static LoadReport check(Path data) {
        CollectionFiles files = ShippedCollection.FILES.withData(data);
        try (Store store =
                Store.inMemory(Rules.read(files.rules(), files.description().ids()))) {
            return load(store, data);
        }
    }

    @BeforeAll
    void locarno_1925() throws IOException {
        data = folder.resolve("locarno");
        CommandRun init = init(
                data,
                "--title",
                "Locarno 1925",
                "--language",
                "en",
                "--language",
                "fr",
                "--base",
                "https://example.org/locarno/",
                "--licence",
                "CC BY 4.0",
                "--contact",
                "mailto:editor@example.org");
        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(add("state", "France").exit()).isZero();
        assertThat(add("state", "Germany", "--label", "fr=Allemagne").exit()).isZero();
        assertThat(add("person", "Aristide Briand").exit()).isZero();
        assertThat(add("person", "Gustav Stresemann").exit()).isZero();
        assertThat(add("place", "Locarno").exit()).isZero();
        assertThat(add("organization", "Le Temps", "--kind", "MediaOutlet").exit())
                .isZero();
        CommandRun post = add(
                "post",
                "Foreign Minister of France",
                "--id",
                "minister-fr",
                "--in",
                "state:france",
                "--kind",
                "minister",
                "--label",
                "fr=Ministre des Affaires étrangères de la France");
        assertThat(post.exit()).as(post.err()).isZero();
        assertThat(add(
                                "event",
                                "Talk of Briand and Stresemann",
                                "--id",
                                "talk",
                                "--label",
                                "fr=Entretien de Briand et Stresemann")
                        .exit())
                .isZero();
        assertThat(add(
                                "source",
                                "La conférence de Locarno",
                                "--id",
                                "temps",
                                "--publisher",
                                "org:le-temps",
                                "--published",
                                "1925-10-17",
                                "--language",
                                "fr",
                                "--url",
                                "https://example.org/temps")
                        .exit())
                .isZero();
        Files.writeString(data.resolve("sources/temps.ttl"), """

                doc:temps-r1 a ent:Report ;
                  ent:statedIn doc:temps ;
                  ent:reports event:talk ;
                  ent:locator "P1" ;
                  ent:modality ent:asFact ;
                  ent:reportedStatus ent:held ;
                  ent:reportedTime [ a ent:TimeSpan ; ent:edtf "1925-10-16" ] ;
                  ent:reportedPlace place:locarno ;
                  ent:note "Ils ont parlé du pacte."@fr .

                doc:temps-p1 a ent:Participation ;
                  ent:inReport doc:temps-r1 ;
                  ent:participant person:aristide-briand ;
                  ent:asHolderOf post:minister-fr ;
                  ent:role ent:host ;
                  ent:attendance ent:attended ;
                  ent:onBehalfOf state:france ;
                  ent:nameAsPrinted "M. Briand"@fr .

                doc:temps-p2 a ent:Participation ;
                  ent:inReport doc:temps-r1 ;
                  ent:participant person:gustav-stresemann ;
                  ent:role ent:guest ;
                  ent:attendance ent:attended ;
                  ent:onBehalfOf state:germany ;
                  ent:nameAsPrinted "M. Stresemann"@fr .
                """, StandardOpenOption.APPEND);
        CollectionFiles files = ShippedCollection.FILES.withData(data);
        Store store =
                Store.inMemory(Rules.read(files.rules(), files.description().ids()));
        LoadReport report = load(store, data);
        assertThat(report.findings()).as("findings").noneMatch(f -> f.severity() == Severity.ERROR);
        served = ServedStore.over(store, QueryCatalog.read(files.queries()), ServerOptions.defaults());
    }

    @AfterAll
    void close() {
        if (served != null) {
            served.close();
        }
    }

    static Stream<String> addresses() {
        Stream<String> pages = Stream.of(
                        "/",
                        "/about",
                        "/who-met",
                        "/who-met?person=Aristide+Briand",
                        "/dossier",
                        "/dossier?a=Aristide+Briand&b=Gustav+Stresemann",
                        "/path",
                        "/path?from=Aristide+Briand&to=Gustav+Stresemann",
                        "/network",
                        "/network?person=Aristide+Briand",
                        "/timeline",
                        "/map",
                        "/statistics",
                        "/sources",
                        "/links",
                        "/queries",
                        "/sparql",
                        "/conflicts",
                        "/coverage",
                        "/candidates",
                        "/plausibility",
                        "/search",
                        "/search?q=Briand",
                        "/ask",
                        "/ask?q=Whom+did+Aristide+Briand+meet%3F",
                        "/ask?q=xyzzy+quux",
                        "/page/person/aristide-briand",
                        "/page/event/talk",
                        "/page/doc/temps",
                        "/page/place/locarno",
                        "/page/post/minister-fr",
                        "/page/state/france",
                        "/reconcile/help",
                        "/dossier?a=person:aristide-briand&b=person:gustav-stresemann",
                        "/network?person=person:aristide-briand",
                        "/queries/events-in-place?place=place:locarno",
                        "/conflicts?thing=event:talk",
                        "/links/person/aristide-briand",
                        "/history/person/aristide-briand",
                        "/annotate",
                        "/proposals",
                        "/nothing-here",
                        "/who-met?person=Nobody")
                .flatMap(path ->
                        Stream.of("en", "de").map(lang -> path + (path.contains("?") ? "&" : "?") + "lang=" + lang));
        Stream<String> files = Stream.of(
                "/who-met?person=Aristide+Briand&format=csv",
                "/who-met?person=Aristide+Briand&format=json",
                "/dossier?a=Aristide+Briand&b=Gustav+Stresemann&format=json",
                "/dossier?a=Aristide+Briand&b=Gustav+Stresemann&format=csv",
                "/network?person=Aristide+Briand&format=graphml",
                "/network?person=Aristide+Briand&format=gexf",
                "/path?from=Aristide+Briand&to=Gustav+Stresemann&format=json",
                "/ask?q=Whom+did+Aristide+Briand+meet%3F&format=json",
                "/data/person/aristide-briand.ttl",
                "/data/person/aristide-briand.jsonld",
                "/data/event/talk.nt",
                "/openapi.json",
                "/.well-known/void?format=ttl",
                "/sitemap.xml",
                "/queries?format=json",
                "/links?format=sssom",
                "/links?format=json",
                "/reconcile",
                "/cite?of=%2Fwho-met%3Fperson%3DAristide%2520Briand&format=bib",
                "/evidence?of=event:talk");
        return Stream.concat(pages, files);
    }

    @Test
    void no_page_and_no_download_speaks_of_another_collection() {
        assertSoftly(softly -> addresses().forEach(address -> {
            HttpResponse<String> answer = served.get(address, "Accept", "text/html, */*;q=0.5");
            if (answer.statusCode() == 303) {
                answer = served.get(ServedStore.header(answer, "Location").replaceFirst("^https?://[^/]+", ""));
            }
            boolean wrong = address.contains("nothing-here") || address.contains("Nobody");
            softly.assertThat(answer.statusCode()).as(address).matches(s -> wrong ? s >= 400 && s < 500 : s == 200);
            List<String> found = SHIPPED.matcher(answer.body())
                    .results()
                    .map(m -> "…" + m.group() + "…")
                    .distinct()
                    .toList();
            softly.assertThat(found).as(address).isEmpty();
        }));
    }

    @Test
    void the_terms_are_shown_without_examples_from_another_collection() {
        for (String lang : List.of("en", "de")) {
            // That titles in Kazakh are read is no trace of a collection.
            String page = served.get("/ontology?lang=" + lang, "Accept", "text/html")
                    .body()
                    .replaceAll("in Kazakh\\b|kasachischen", "");
            assertThat(page).contains("id=\"Participation\"").doesNotContainPattern(SHIPPED);
        }
    }

    @Test
    void downloads_of_the_terms_have_no_examples_from_another_collection() {
        for (String format : List.of("ttl", "nt", "jsonld", "rdf")) {
            String terms = served.get("/ontology?format=" + format).body();
            assertThat(terms).contains("Participation");
            assertThat(terms.replaceAll("in Kazakh\\b|kasachischen|in anderen Ländern", ""))
                    .as(format)
                    .doesNotContainPattern(SHIPPED);
        }
    }

    @Test
    void title_licence_contact_and_name_space_are_those_of_the_collection() {
        assertThat(served.get("/?lang=en").body())
                .contains(
                        "<title>Who met whom · Locarno 1925</title>",
                        "https://creativecommons.org/licenses/by/4.0/",
                        "CC BY 4.0");
        assertThat(served.get("/about?lang=en").body())
                .contains("mailto:editor@example.org", "Locarno 1925 records")
                .doesNotContain("mailto:mailto:");
        assertThat(served.get("/.well-known/void?format=ttl").body())
                .contains("Locarno 1925", "uriSpace", IDS, "licenses/by/4.0");
        assertThat(served.get("/who-met?person=Aristide+Briand&format=html&cite=bib")
                        .body())
                .contains("author       = {{Locarno 1925}}", "@misc{locarno-1925-");
        assertThat(served.get("/openapi.json").body()).contains("\"title\":\"Locarno 1925\"");
    }

    @Test
    void who_met_whom_is_derived_as_anywhere() {
        assertThat(served.get("/who-met?person=Briand&format=csv").body())
                .contains(IDS + "person/gustav-stresemann", "1925-10-16");
        assertThat(served.get("/ask?q=Whom+did+Aristide+Briand+meet%3F&lang=en").body())
                .contains("Gustav Stresemann");
        assertThat(served.get("/who-met?person=person:aristide-briand&format=csv")
                        .body())
                .contains("gustav-stresemann");
        assertThat(served.get("/who-met?person=Alma+Rivers&format=csv").body()).contains("Nils Holm");
    }

    @Test
    void its_iris_have_pages_data_and_redirects() {
        HttpResponse<String> redirect = served.get("/id/person/aristide-briand", "Accept", "text/html");
        assertThat(redirect.statusCode()).isEqualTo(303);
        assertThat(ServedStore.header(redirect, "Location")).isEqualTo("/page/person/aristide-briand");
        HttpResponse<String> data = served.get("/data/person/aristide-briand.ttl");
        assertThat(ServedStore.header(data, "Link")).contains("<" + IDS + "person/aristide-briand>; rel=\"about\"");
        assertThat(ServedStore.model(data, Lang.TURTLE)
                        .containsResource(org.apache.jena.rdf.model.ResourceFactory.createResource(
                                IDS + "person/aristide-briand")))
                .isTrue();
        assertThat(served.get("/page/event/talk").body())
                .contains("Talk of Briand and Stresemann", "/page/person/aristide-briand", "/page/doc/temps");
        assertThat(served.get("/search?q=Briand", "Accept", "text/html").body())
                .contains("/page/person/aristide-briand");
        assertThat(served.get("/page/person/nobody").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ru", "pl"})
    void a_new_collection_in_one_language_has_nothing_to_correct(String language) {
        Path own = folder.resolve("in-" + language);
        assertThat(init(own, "--language", language).exit()).isZero();
        assertThat(check(own).findings()).isEmpty();
    }

    @Test
    void a_folder_with_something_in_it_stays_as_it_is() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        CommandRun run = init(full);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is not empty");
        try (var files = Files.list(full)) {
            assertThat(files).hasSize(1);
        }
        assertThat(init(folder.resolve("x"), "--base", "locarno").err())
                .contains("--base", "https://example.org/locarno/");
        assertThat(init(folder.resolve("x"), "--licence", "free").err()).contains("CC BY 4.0");
        assertThat(init(folder.resolve("x"), "--language", "English").err()).contains("such as en");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void what_is_described_already_is_not_described_again() {
        CommandRun again = add("person", "Aristide Briand");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("person:aristide-briand is described already");
        assertThat(add("post", "Chancellor").err()).contains("--in");
        assertThat(add("person", "Токаев").err()).contains("--id");
        assertThat(add("persn", "X").err()).contains("person, post");
        assertThat(add("place", "Tokyo", "--in", "state:japan").err()).contains("begins with place:", "Nothing was");
        assertThat(add("person", "Briand", "--in", "state:france").err()).contains("Leave it out");
        assertThat(add("source", "Le Temps", "--published", "2022-13-01").err()).contains("is no date", "1925-10-17");
    }

    @Test
    void a_meeting_is_entered_without_a_line_of_turtle() throws IOException {
        Path own = folder.resolve("by-sheet");
        assertThat(init(own, "--language", "es").exit()).isZero();
        String[] there = {"--data", own.toString()};
        for (List<String> command : List.of(
                List.of("new", "person", "Manuel Azaña"),
                List.of("new", "person", "Édouard Herriot"),
                List.of("new", "place", "Madrid"),
                List.of("new", "organization", "El Sol", "--kind", "MediaOutlet"),
                List.of("new", "event", "Visita de Herriot a Madrid", "--id", "visita"),
                List.of("new", "source", "Herriot en Madrid", "--id", "sol", "--publisher", "org:el-sol"))) {
            CommandRun run =
                    run(Stream.concat(command.stream(), Stream.of(there)).toArray(String[]::new));
            assertThat(run.exit()).as(run.err()).isZero();
        }
        Path sheet = own.resolve("sol.csv");
        assertThat(run("sheet", "export", "sol", "--output", sheet.toString(), "--data", own.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(sheet)).contains("sol,new,new");
        Files.writeString(sheet, """
                source;report;participation;event;status;modality;date;place;locator;note_es;who;role;attendance
                sol;new;new;Visita de Herriot a Madrid;held;asFact;1932-10-31;Madrid;P1;Se reunieron.;Manuel Azaña;host;attended
                ;;new;;;;;;;;Édouard Herriot;guest;
                """);
        CommandRun shown = run("sheet", "import", sheet.toString(), "--data", own.toString());
        assertThat(shown.out()).as(shown.err()).contains("[1] B2: new report sol-r1", "3 changes. Nothing is written");
        CommandRun taken = run("sheet", "import", sheet.toString(), "--accept", "all", "--data", own.toString());
        assertThat(taken.out()).as(taken.err()).contains("3 changes written");
        Path workbook = own.resolve("sol.xlsx");
        assertThat(run("sheet", "export", "sol", "--output", workbook.toString(), "--data", own.toString())
                        .out())
                .contains("2 rows");
        assertThat(run("sheet", "import", workbook.toString(), "--data", own.toString())
                        .out())
                .contains("0 changes. The source stays as it is.");
        CollectionFiles files = ShippedCollection.FILES.withData(own);
        try (Store store =
                Store.inMemory(Rules.read(files.rules(), files.description().ids()))) {
            assertThat(load(store, own).findings()).noneMatch(f -> f.severity() == Severity.ERROR);
            try (ServedStore answering =
                    ServedStore.over(store, QueryCatalog.read(files.queries()), ServerOptions.defaults())) {
                assertThat(answering
                                .get("/who-met?person=Manuel+Aza%C3%B1a&format=csv")
                                .body())
                        .contains("edouard-herriot", "1932-10-31");
            }
        }
        assertThat(run("sheet", "import", sheet.toString(), "--accept", "9", "--data", own.toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void models_are_told_of_this_collection_only() {
        HttpResponse<String> tools = served.post(
                "/mcp",
                "application/json",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                "Accept",
                "application/json, text/event-stream");
        assertThat(tools.body()).contains("who_met");
        assertThat(SHIPPED.matcher(tools.body())
                        .results()
                        .map(m -> m.group())
                        .distinct()
                        .toList())
                .isEmpty();
    }

    @Test
    void a_thing_that_nothing_describes_comes_with_the_lines_that_would() throws IOException {
        Path own = folder.resolve("undescribed");
        assertThat(init(own, "--language", "fr").exit()).isZero();
        Files.writeString(
                own.resolve("sources/s2.ttl"),
                "\ndoc:s2-p3 a ent:Participation ; ent:inReport doc:s2-r1 ;\n"
                        + "  ent:participant person:emile-vandervelde ; ent:role ent:guest ; ent:attendance ent:attended .\n",
                StandardOpenOption.APPEND);
        assertThat(check(own).findings()).singleElement().satisfies(f -> assertThat(f.advice())
                .contains("person:emile-vandervelde a ent:Person ; rdfs:label \"Emile Vandervelde\"@fr ."));
        Files.writeString(
                own.resolve("authority/people.ttl"),
                "\nperson:emile-vandervelde a ent:Person ; rdfs:label \"Emile Vandervelde\"@fr .\n",
                StandardOpenOption.APPEND);
        assertThat(check(own).findings()).isEmpty();
    }

    @Test
    void a_name_outside_of_the_collection_is_an_error_that_says_what_to_do() throws IOException {
        Path own = folder.resolve("foreign");
        assertThat(init(own).exit()).isZero();
        Files.writeString(
                own.resolve("authority/more.ttl"),
                "<https://data.example.com/team/person/x> a ent:Person ; rdfs:label \"X\"@en .\n");
        assertThat(check(own).findings()).singleElement().satisfies(f -> assertThat(f.toString())
                .contains("authority/more.ttl:1:", "foreign-id", "void:uriSpace \"https://data.example.com/team/\""));
    }

    @Test
    void what_is_wrong_with_the_description_is_said_with_its_repair() throws IOException {
        Path own = folder.resolve("described");
        assertThat(init(own).exit()).isZero();
        Files.writeString(own.resolve("collection.ttl"), """
                <https://example.org/x/> a dcat:Dataset ;
                  dcterms:titel "X"@en ;
                  dcterms:license "CC BY" ;
                  dcterms:language "English" ;
                  void:uriSpace "example.org/x" ;
                  dcat:contactPoint "me@example.org" .
                """);
        assertThat(check(own).findings().stream()
                        .filter(f -> f.code().equals("collection"))
                        .map(Object::toString))
                .anySatisfy(f -> assertThat(f).contains(":2:", "Did you mean dcterms:title"))
                .anySatisfy(f -> assertThat(f).contains(":3:", "https://creativecommons.org/licenses/by/4.0/"))
                .anySatisfy(f -> assertThat(f).contains(":4:", "dcterms:language \"en\""))
                .anySatisfy(f -> assertThat(f).contains(":5:", "ends in a slash"))
                .anySatisfy(f -> assertThat(f).contains(":6:", "<mailto:me@example.org>"))
                .anySatisfy(f -> assertThat(f).contains("no title"));
    }
}
