package org.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.execution.QueryLimits;
import org.entente.query.QueryCatalog;
import org.entente.store.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every canned query, and what pages and dossiers ask, on other engines than our own store. */
class PortabilityTest {
    @Test
    void stock_fuseki_answers_every_question_as_the_store_does() {
        try (StockFuseki fuseki = new StockFuseki()) {
            assertThat(differing(fuseki.address()))
                    .extracting(v -> v.question() + " " + v.kind())
                    .containsExactly("enrich-from-wikidata REFUSED");
        }
    }

    @Slow
    @Test
    void rdf4j_answers_all_questions_but_those_that_the_documentation_names() {
        try (ServedRdf4j rdf4j = new ServedRdf4j()) {
            List<EngineVerdict> differing = differing(rdf4j.address());

            // How long it takes is not what is tested here.
            assertThat(differing.stream()
                            .filter(v -> v.kind() != EngineVerdict.Kind.SLOW)
                            .map(v -> v.question() + " " + v.kind()))
                    .contains("conflicts WRONG")
                    .isSubsetOf(
                            "browse-events ORDER",
                            "browse-organizations ORDER",
                            "browse-people ORDER",
                            "browse-places ORDER",
                            "browse-topics ORDER",
                            "conflicts WRONG",
                            "dossier/holders WRONG",
                            "enrich-from-wikidata REFUSED",
                            "sources-of ORDER",
                            "stops-of-trip ORDER");
        }
    }

    @Test
    void a_question_with_a_function_that_no_pattern_stands_for_is_refused_with_the_reason(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("chain.rq"), """
                #+ summary: {de: "Kette", en: "Chain"}
                #+ tags: [people]
                #+ claims: false
                #+ columns: {whom: participant}

                PREFIX ent: <https://w3id.org/entente/ontology#>
                SELECT ?whom WHERE { (<https://w3id.org/entente/id/person/albert-rau> ?whom) ent:shortestPath ?length } ORDER BY ?whom
                """);
        try (StockFuseki fuseki = new StockFuseki();
                Engine engine = new Engine(fuseki.address())) {
            assertThat(new Portability(
                                    engine,
                                    ShippedCollection.store(),
                                    QueryCatalog.read(folder),
                                    QueryLimits.defaults())
                            .check(Progress.SILENT))
                    .filteredOn(v -> v.question().equals("chain"))
                    .singleElement()
                    .satisfies(v -> {
                        assertThat(v.kind()).isEqualTo(EngineVerdict.Kind.REFUSED);
                        assertThat(v.reason())
                                .contains("https://w3id.org/entente/ontology#shortestPath (it has no plain pattern)");
                    });
        }
    }

    @Test
    void an_engine_without_the_collection_answers_wrongly() {
        try (StockFuseki fuseki = new StockFuseki();
                Engine engine = new Engine(fuseki.address())) {
            List<EngineVerdict> verdicts = new Portability(
                            engine, ShippedCollection.store(), ShippedCollection.catalog(), QueryLimits.defaults())
                    .check(Progress.SILENT);

            assertThat(verdicts)
                    .extracting(EngineVerdict::kind)
                    .doesNotContain(EngineVerdict.Kind.OK, EngineVerdict.Kind.SLOW);
            assertThat(engine.state()).isEmpty();
        }
    }

    private static List<EngineVerdict> differing(EngineAddress address) {
        try (Engine engine = new Engine(address)) {
            new Push(engine).write(ShippedCollection.store(), false, Progress.SILENT);
            List<EngineVerdict> verdicts = new Portability(
                            engine, ShippedCollection.store(), ShippedCollection.catalog(), QueryLimits.defaults())
                    .check(Progress.SILENT);
            assertThat(verdicts).hasSizeGreaterThan(80);
            return verdicts.stream()
                    .filter(v -> v.kind() != EngineVerdict.Kind.OK && v.kind() != EngineVerdict.Kind.UNTRIED)
                    .toList();
        }
    }
}
