package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDFS;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.check.CollectionValidator;
import org.entente.derive.Rules;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading a collection: all or nothing, everything that is wrong listed, the same files giving the same store. */
class CollectionLoaderTest {
    private static final String HEAD = """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix doc: <https://w3id.org/entente/id/doc/> .
            @prefix event: <https://w3id.org/entente/id/event/> .
            """;

    @TempDir
    Path folder;

    @Test
    void the_shipped_collection_loads_without_errors_or_warnings() {
        assertThat(ShippedCollection.report().findings())
                .filteredOn(f -> f.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(ShippedCollection.report().sources()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void three_syntax_errors_and_a_wrong_term_are_all_listed_with_their_places_and_the_store_is_unchanged()
            throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = shipped()) {
            String before = content(store);
            Release release = store.release();

            Files.writeString(collection.data().resolve("sources/broken.ttl"), HEAD + """
                            doc:broken a ent:Document ;
                              dcterms:title "unfinished ;
                              dcterms:language "de" .
                            doc:broken-r1 a ent:Report ;
                              ent:statedIn doc:s003 ; ent:reports event:wg-economy-9 ; ent:locater "P1" .
                            doc:broken-r2 a ent:Report ; ; ent:statedIn .
                            doc:broken-r3 nope:statedIn doc:s003 .
                            """);
            LoadReport report = load(store, collection);

            assertThat(report.accepted()).isFalse();
            List<String> errors = report.findings().stream()
                    .filter(Finding::isError)
                    .map(f -> f.file() + ":" + f.line() + " " + f.code())
                    .toList();
            assertThat(errors)
                    .containsExactly(
                            "data/sources/broken.ttl:7 turtle-syntax",
                            "data/sources/broken.ttl:10 unknown-term",
                            "data/sources/broken.ttl:11 turtle-syntax",
                            "data/sources/broken.ttl:12 undefined-prefix");
            assertThat(report.findings()).allMatch(f -> f.line() > 0 && f.column() > 0 || !f.isError());
            assertThat(report.findings())
                    .anySatisfy(f ->
                            assertThat(f.toString()).contains("ent:locater").contains("ent:locator"));
            assertThat(content(store)).isEqualTo(before);
            assertThat(store.release()).isEqualTo(release);
        }
    }

    @Test
    void a_date_that_is_none_is_found_with_its_place() throws IOException {
        CollectionFiles collection = copyOfShipped();
        Files.writeString(
                collection.data().resolve("sources/dated.ttl"),
                HEAD + "doc:s003 ent:published [ a ent:TimeSpan ; ent:edtf \"2015-13-40\" ] .\n");
        try (Store store = shipped()) {
            assertThat(load(store, collection).findings())
                    .filteredOn(Finding::isError)
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.code()).isEqualTo("edtf");
                        assertThat(f.line()).isEqualTo(6);
                        assertThat(f.message()).contains("2015-13-40");
                    });
        }
    }

    @Test
    void something_that_no_file_describes_is_found_with_the_name_that_was_probably_meant() throws IOException {
        CollectionFiles collection = copyOfShipped();
        Files.writeString(
                collection.data().resolve("sources/dangling.ttl"),
                HEAD + "doc:s003-r1 ent:reports event:wg-economy-99 .\n");
        try (Store store = shipped()) {
            assertThat(load(store, collection).findings())
                    .filteredOn(Finding::isError)
                    .anySatisfy(f -> {
                        assertThat(f.code()).isEqualTo("undescribed");
                        assertThat(f.advice()).contains("event:wg-economy-9?");
                    });
        }
    }

    @Test
    void what_was_written_over_http_survives_a_load_and_no_file_replaces_it() throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = shipped()) {
            store.write(dataset -> dataset.add(
                    Graphs.source("own"), RDFS.Resource.asNode(), RDFS.comment.asNode(), RDFS.Literal.asNode()));
            Files.writeString(collection.data().resolve("authority/comment.ttl"), "# a comment\n");
            assertThat(load(store, collection).accepted()).isTrue();
            assertThat(store.<Boolean>read(d -> d.getGraph(Graphs.source("own")).isEmpty()))
                    .isFalse();

            Files.writeString(collection.data().resolve("sources/own.ttl"), HEAD);
            Files.copy(
                    collection.data().resolve("sources/s003.ttl"),
                    collection.data().resolve("sources/own.ttl"),
                    StandardCopyOption.REPLACE_EXISTING);
            LoadReport report = load(store, collection);
            assertThat(report.findings())
                    .filteredOn(Finding::isError)
                    .singleElement()
                    .satisfies(f ->
                            assertThat(f.toString()).contains("sources/own.ttl").contains("written over HTTP"));
            assertThat(store.<Integer>read(d -> d.getGraph(Graphs.source("own")).size()))
                    .isEqualTo(1);
        }
    }

    @Slow
    @Test
    void a_folder_that_is_away_for_a_moment_empties_nothing_and_one_that_is_a_link_is_read() throws IOException {
        CollectionFiles collection = copyOfShipped();
        Path decisions = collection.data().resolve("decisions");
        Path elsewhere = folder.resolve("elsewhere");
        try (Store store = shipped()) {
            Release release = store.release();
            Files.move(decisions, elsewhere);
            assertThat(load(store, collection).findings())
                    .filteredOn(Finding::isError)
                    .singleElement()
                    .satisfies(f -> assertThat(f.code()).isEqualTo("folder-gone"));
            assertThat(store.release()).isEqualTo(release);

            Files.createSymbolicLink(decisions, elsewhere);
            LoadReport report = load(store, collection);
            assertThat(report.accepted()).isTrue();
            assertThat(store.<Boolean>read(d -> d.getGraph(Graphs.DECISIONS).isEmpty()))
                    .isFalse();
            assertThat(store.release().id()).isEqualTo(release.id());
        }
    }

    @Test
    void loading_the_same_files_twice_gives_the_same_store() throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = shipped()) {
            String once = content(store);
            load(store, collection);
            assertThat(content(store)).isEqualTo(once);
        }
    }

    @Slow
    @Test
    void new_files_are_written_with_the_load_or_not_at_all() throws IOException {
        try (Store store = shipped()) {
            CollectionFiles collection = copyOfShipped();
            Path people = collection.data().resolve("authority/from-new.ttl");
            Path source = collection.data().resolve("sources/new.ttl");
            String document = Files.readString(collection.data().resolve("sources/d036.ttl"))
                    .replace("doc:d036", "doc:new");
            FileText fresh = new FileText(
                    people, "", "person:anna-new a ent:Person ; rdfs:label \"Anna New\"@de , \"Anna New\"@en .\n");
            String named = document.replaceFirst("ent:participant person:[a-z-]+", "ent:participant person:anna-new");
            CollectionLoader loader = new CollectionLoader(store, ShippedCollection.validator(), Clock.systemUTC());

            LoadReport refused = loader.load(collection, List.of(new FileText(source, "", named)), Progress.SILENT);
            assertThat(refused.errorTexts()).anySatisfy(text -> assertThat(text).contains("person:anna-new"));
            assertThat(source).doesNotExist();

            LoadReport accepted =
                    loader.load(collection, List.of(new FileText(source, "", named), fresh), Progress.SILENT);
            assertThat(accepted.errorTexts()).isEmpty();
            assertThat(source).hasContent(named);
            assertThat(people).exists();
            assertThat(store.release().files()).isEqualTo(collection.contentId());
        }
    }

    @Test
    void a_check_finds_the_same_and_writes_nothing() throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = Store.inMemory(Rules.read(collection.rules()))) {
            LoadReport report = new CollectionLoader(store, CollectionValidator.of(collection), Clock.systemUTC())
                    .check(collection, Progress.SILENT);
            assertThat(report.findings()).isEqualTo(ShippedCollection.report().findings());
            assertThat(store.release()).isEqualTo(Release.EMPTY);
        }
    }

    @Test
    void a_source_whose_file_is_gone_is_gone_from_the_store_but_graphs_of_others_stay() throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = shipped()) {
            Node own = Graphs.source("kept-by-the-user");
            store.write(d -> d.add(own, Graphs.ONTOLOGY, Graphs.ONTOLOGY, Graphs.ONTOLOGY));
            Files.delete(collection.data().resolve("sources/d042.ttl"));
            load(store, collection);
            assertThat(store.<Boolean>read(d -> d.containsGraph(Graphs.source("d042"))))
                    .isFalse();
            assertThat(store.<Boolean>read(d -> d.containsGraph(own))).isTrue();
        }
    }

    @Test
    void an_empty_folder_is_never_loaded_over_a_collection() throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = shipped()) {
            Release before = store.release();
            Path empty = Files.createDirectories(folder.resolve("empty"));
            assertThat(load(store, collection.withData(empty)).findings())
                    .filteredOn(Finding::isError)
                    .anySatisfy(f -> assertThat(f.code()).isEqualTo("no-data"));
            assertThat(store.release()).isEqualTo(before);
        }
    }

    @Test
    void a_source_that_is_put_into_its_graph_gets_the_bounds_of_its_dates_as_from_a_file() throws IOException {
        CollectionFiles collection = copyOfShipped();
        try (Store store = shipped()) {
            String date =
                    "SELECT ?edtf { <https://w3id.org/entente/id/event/wg-economy-9> <https://w3id.org/entente/ontology#time>/"
                            + "<https://w3id.org/entente/ontology#edtf> ?edtf }";
            assertThat(single(store, date)).isEqualTo("2015-06-09");
            store.write(d -> {
                d.removeGraph(Graphs.source("s003"));
                org.apache.jena.riot.RDFParser.source(collection.data().resolve("sources/s003.ttl"))
                        .parse(d.getGraph(Graphs.source("s003")));
            });
            assertThat(single(store, date)).isEqualTo("2015-06-09");
        }
    }

    private static String single(Store store, String sparql) {
        return store.read(d -> {
            try (QueryExec exec = QueryExec.dataset(d).query(sparql).build()) {
                return exec.select().next().get("edtf").getLiteralLexicalForm();
            }
        });
    }

    @Test
    void the_release_id_follows_from_the_content_and_not_from_the_dates_of_files() throws IOException {
        CollectionFiles collection = copyOfShipped();
        String id = collection.contentId();
        Path file = collection.data().resolve("sources/s003.ttl");
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(collection.contentId()).isEqualTo(id);
        Files.writeString(file, Files.readString(file) + "\n# changed\n");
        assertThat(collection.contentId()).isNotEqualTo(id);
    }

    @Test
    void the_release_id_tells_collections_apart_that_differ_only_in_the_folder_of_a_file() throws IOException {
        CollectionFiles collection = new CollectionFiles(
                folder.resolve("o"), Files.createDirectories(folder.resolve("d")), folder.resolve("q"));
        Path file =
                Files.createDirectories(collection.data().resolve("authority")).resolve("one.ttl");
        Files.writeString(file, "# nothing\n");
        String authority = collection.contentId();
        Path sources = Files.createDirectories(collection.data().resolve("sources"));
        Files.move(file, sources.resolve("one.ttl"));
        assertThat(collection.contentId()).isNotEqualTo(authority);

        Path elsewhere = folder.resolve("elsewhere");
        Files.move(collection.data(), elsewhere);
        assertThat(collection.withData(elsewhere).contentId())
                .as("wherever the collection is, and whatever its folder is called")
                .isEqualTo(collection
                        .withData(Files.move(elsewhere, folder.resolve("d")))
                        .contentId());
    }

    private LoadReport load(Store store, CollectionFiles collection) {
        CollectionValidator validator = ShippedCollection.validator().reread(collection);
        return new CollectionLoader(store, validator, Clock.systemUTC()).load(collection, Progress.SILENT);
    }

    private Store shipped() {
        return ShippedCollection.copy(folder.resolve("store"));
    }

    private CollectionFiles copyOfShipped() {
        return ShippedCollection.copiedTo(folder.resolve("data"));
    }

    /** All quads but those that count and date commits. */
    private static String content(Store store) {
        return store.read(d -> Stream.of(RDFWriter.create()
                        .lang(Lang.NQUADS)
                        .source(d)
                        .asString()
                        .split("\n"))
                .filter(line -> !line.contains("/graph/release>"))
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
