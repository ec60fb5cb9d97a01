package org.entente.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.derive.Rules;
import org.entente.rdf.QuadLines;
import org.entente.store.CollectionFiles;
import org.entente.store.Derivation;
import org.entente.store.Graphs;
import org.entente.store.SealedFolder;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A state that is kept can be read and checked without Entente, and answers as it did. */
@TestMethodOrder(OrderAnnotation.class)
class ReleasesTest {
    @TempDir
    static Path home;

    private static SmallTalks talks;
    private static KeptRelease announced;

    @BeforeAll
    static void keepTheFirstState() {
        talks = new SmallTalks(home);
        announced = talks.keep("Announced");
    }

    @AfterAll
    static void close() {
        talks.close();
    }

    @Test
    @Order(1)
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_is_checked_and_read_with_tools_that_every_machine_has() throws Exception {
        assertThat(run(announced.folder(), "sha256sum", "-c", "--strict", "SHA256SUMS"))
                .contains("statements.nq.gz: OK");
        assertThat(run(announced.folder(), "sh", "-c", "zcat statements.nq.gz | LC_ALL=C sort -c && echo sorted"))
                .isEqualTo("sorted\n");
        assertThat(run(announced.folder(), "sh", "-c", "zcat statements.nq.gz | grep -c 'graph/source/d1> .$'"))
                .isEqualTo(announced
                                .manifest()
                                .statements()
                                .get(Graphs.source("d1").getURI()) + "\n");
    }

    @Test
    @Order(1)
    void the_same_statements_are_there_as_trig() throws IOException {
        try (var trig =
                new GZIPInputStream(Files.newInputStream(announced.folder().resolve("statements.trig.gz")))) {
            DatasetGraph read = DatasetGraphFactory.createGeneral();
            RDFParser.source(trig).lang(Lang.TRIG).parse(read);
            try (Stream<String> lines = Statements.lines(announced.statements())) {
                assertThat(QuadLines.sorted(read.find())).containsExactlyElementsOf(lines.toList());
            }
        }
    }

    @Test
    @Order(2)
    void the_manifest_says_what_it_is_made_of() {
        Manifest manifest = announced.manifest();
        assertThat(manifest.release())
                .isEqualTo(state())
                .isEqualTo(announced.folder().getFileName().toString());
        assertThat(manifest.files())
                .containsKeys("data/sources/d1.ttl", "ontology/entente.ttl", "data/authority/all.ttl");
        assertThat(manifest.queries()).containsOnlyKeys("queries/event.rq", "queries/who-met.rq");
        assertThat(manifest.note()).isEqualTo("Announced");
        assertThat(manifest.who()).isEqualTo("Tester");
        assertThat(manifest.answer("who-met").orElseThrow()).satisfies(answer -> {
            assertThat(answer.rows()).isEqualTo(1);
            assertThat(answer.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    @Order(2)
    void the_data_is_cited_by_the_names_that_the_collection_gives() throws IOException {
        assertThat(announced.folder().resolve("CITATION.cff"))
                .content()
                .contains("title: \"Small talks\"", "version: \"" + announced.id() + "\"", "2026-01-");
        assertThat(announced.folder().resolve(".zenodo.json"))
                .content()
                .contains("\"Nord, Anna\"", "\"license\" : \"cc0-1.0\"", announced.id());
    }

    @Test
    @Order(3)
    void a_release_opened_again_is_the_state_that_was_kept() {
        KeptState state = KeptState.open(announced);
        assertThat(state.store().release().answeredBy(state.catalog().edition()).id())
                .isEqualTo(announced.id());
        assertThat(lines(state.store())).containsExactlyElementsOf(lines(talks.store()));
    }

    @Test
    @Order(4)
    void verification_finds_that_everything_is_the_same() {
        Verification verification = Verification.of(announced.folder(), Rules::read);
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.answers()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void a_file_that_was_changed_and_a_rule_that_derives_otherwise_are_named(@TempDir Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(announced.folder())) {
            for (Path file : files.toList()) {
                Path to = copy.resolve("r")
                        .resolve(announced.folder().relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? to : to.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, to);
                }
            }
        }
        assertThat(Verification.of(copy.resolve("r"), folder -> Derivation.NONE).problems())
                .anyMatch(line -> line.startsWith("the rules derive otherwise"));
        Files.writeString(copy.resolve("r/queries/event.rq"), "# changed");
        Files.writeString(copy.resolve("r/extra.txt"), "");
        assertThat(Verification.of(copy.resolve("r"), Rules::read).problems())
                .containsExactlyInAnyOrder("queries/event.rq was changed", "extra.txt does not belong here");
    }

    @Test
    @Order(6)
    void a_state_is_kept_once_and_nothing_unfinished_stays() throws IOException {
        Files.createDirectories(talks.releases().shelf().resolve(".unfinished-killed/queries"));
        KeptRelease again = talks.keep("Again");
        assertThat(again).isEqualTo(announced);
        try (Stream<Path> files = Files.list(talks.releases().shelf())) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder(".lock", announced.id());
        }
    }

    @Test
    @Order(7)
    void what_the_service_writes_is_another_state() {
        talks.store()
                .write(d -> d.add(
                        Graphs.OWN_AUTHORITY,
                        NodeFactory.createURI("https://w3id.org/entente/id/person/anna"),
                        NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#altLabel"),
                        NodeFactory.createLiteralString("Änne")));
        KeptRelease other = talks.keep("A name more");
        assertThat(other.id()).isNotEqualTo(announced.id());
        assertThat(other.manifest().previous()).isEqualTo(announced.id());
        assertThat(talks.releases().all()).containsExactly(announced, other);
    }

    @Test
    @Order(8)
    void who_keeps_a_cited_state_on_purpose_is_named_and_it_no_longer_counts_as_cited() throws IOException {
        talks.store()
                .write(d -> d.add(
                        Graphs.OWN_AUTHORITY,
                        NodeFactory.createURI("https://w3id.org/entente/id/person/anna"),
                        NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#altLabel"),
                        NodeFactory.createLiteralString("Aenne")));
        KeptRelease cited = talks.releases().keep(talks.store(), Keeping.ofCited("1"));
        assertThat(cited.manifest().cited()).isTrue();
        KeptRelease wanted = talks.releases().keep(talks.store(), new Keeping("Anna Nord", "For the paper", "1"));
        assertThat(wanted.id()).isEqualTo(cited.id());
        assertThat(wanted.manifest().cited()).isFalse();
        assertThat(wanted.manifest().who()).isEqualTo("Anna Nord");
        assertThat(wanted.manifest().note()).isEqualTo("For the paper");
        assertThat(SealedFolder.broken(wanted.folder())).isEmpty();
        assertThat(talks.releases().find(cited.id())).contains(wanted);

        // Killed between two moves, the old folder is put back by whoever keeps next.
        Path replaced = wanted.folder().resolveSibling(ReleaseWriter.REPLACED + wanted.id());
        Files.move(wanted.folder(), replaced);
        assertThat(talks.releases().find(wanted.id())).isEmpty();
        assertThat(talks.keep("After that").id()).isEqualTo(wanted.id());
        assertThat(replaced).doesNotExist();
    }

    @Test
    @Order(9)
    void releases_of_another_collection_on_the_same_shelf_are_not_taken_for_ones_own(@TempDir Path other)
            throws IOException {
        Files.createDirectories(other.resolve("data"));
        Files.writeString(other.resolve("data/collection.ttl"), """
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix void: <http://rdfs.org/ns/void#> .
                <https://example.org/other> a dcat:Dataset ; void:uriSpace "https://example.org/other/id/" .
                """);
        Releases others = new Releases(talks.releases().shelf(), CollectionFiles.at(other), Clock.systemUTC());
        assertThat(others.all()).isEmpty();
        assertThat(others.find(announced.id())).isEmpty();
    }

    private static String state() {
        return talks.store().release().answeredBy(talks.catalog().edition()).id();
    }

    private static List<String> lines(Store store) {
        return store.read(d -> Stream.of(RDFWriter.create()
                        .lang(Lang.NQUADS)
                        .source(d)
                        .asString()
                        .split("\n"))
                .filter(line -> !line.contains("/graph/release>"))
                .sorted()
                .toList());
    }

    private static String run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
