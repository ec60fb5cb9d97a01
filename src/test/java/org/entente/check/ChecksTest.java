package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.entente.ShippedCollection;
import org.entente.derive.RuleCase;
import org.entente.derive.Rules;
import org.entente.rdf.Finding;
import org.entente.store.CollectionLoader;
import org.entente.store.CommitValidator;
import org.entente.store.JudgedChanges;
import org.entente.store.LoadedFile;
import org.entente.store.Progress;
import org.entente.store.SourceLocations;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check against a tiny account that it must object to. The lines {@code # finds: } of the account are all that all checks together
 * find in it; an account without such a line is sound.
 */
class ChecksTest {
    private static final Path CASES = Path.of("src/test/resources/checks");
    private static final Path CHECKS = Path.of("queries/checks");
    private static final String FINDS = "# finds: ";

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        return names(CASES, ".trig").stream();
    }

    static Stream<String> checks() throws IOException {
        return names(CHECKS, ".rq").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_checks_find_what_is_wrong_and_nothing_else(String name) throws IOException {
        List<String> expected = Files.readAllLines(CASES.resolve(name + ".trig")).stream()
                .filter(l -> l.startsWith(FINDS))
                .map(l -> l.substring(FINDS.length()))
                .toList();
        assertThat(findings(name).stream()
                        .map(f -> f.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + f.message()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void every_check_has_an_account_that_it_objects_to(String check) throws IOException {
        assertThat(findings(check)).extracting(Finding::code).containsExactly(check);
        assertThat(findings(check)).extracting(Finding::advice).doesNotContain("");
    }

    @Test
    void a_finding_about_a_thing_of_a_file_names_the_file() throws IOException {
        assertThat(findings("event-without-report"))
                .extracting(Finding::file)
                .containsExactly("data/authority/case.ttl");
    }

    @Test
    void a_conflict_of_thousands_of_reports_is_told_with_the_first_of_them() {
        Node conflict = NodeFactory.createURI(Ent.ID + "conflict/c");
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(dataset, () -> {
            Graph view = dataset.getDefaultGraph();
            view.add(conflict, RDF.type.asNode(), term("Conflict"));
            view.add(conflict, term("conflictOn"), NodeFactory.createURI(Ent.ID + "event/e"));
            view.add(conflict, term("aspect"), term("place"));
            for (int i = 0; i < 3_000; i++) {
                Node report = NodeFactory.createURI(Ent.ID + "report/of-a-source-with-a-longer-name-" + i);
                view.add(conflict, term("conflictingReport"), report);
            }
        });
        List<Finding> findings = Txn.calculateRead(dataset, () -> CollectionValidator.of(ShippedCollection.FILES)
                .ofDataset(dataset, new SourceLocations()));
        assertThat(findings)
                .filteredOn(f -> f.code().equals("conflict-open"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .contains("event:e,")
                            .contains("name-0 ")
                            .endsWith(" …");
                    assertThat(finding.message().length()).isLessThan(2_000);
                });
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Ent.NS + name);
    }

    private List<Finding> findings(String name) throws IOException {
        List<QueryCheck> checks = QueryCheck.read(CHECKS, Ent.ID);
        CommitValidator validator = new CommitValidator() {
            @Override
            public List<Finding> ofFiles(List<LoadedFile> files) {
                return List.of();
            }

            @Override
            public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
                return checks.stream()
                        .flatMap(c -> c.check(Compared.of(dataset, JudgedChanges.unknown()), positions).stream())
                        .toList();
            }
        };
        try (Store store = Store.inMemory(Rules.read(Path.of("queries/rules")))) {
            var collection =
                    RuleCase.collection(CASES.resolve(name + ".trig"), Files.createTempDirectory(folder, "case"));
            return new CollectionLoader(store, validator, Clock.systemUTC())
                    .load(collection, Progress.SILENT)
                    .findings();
        }
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(ending))
                    .map(f -> f.substring(0, f.length() - ending.length()))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
