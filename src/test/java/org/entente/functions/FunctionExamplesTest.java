package org.entente.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.SKOS;
import org.entente.ShippedCollection;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code ontology/functions.ttl} is the manual of the functions: what it lists exists, and its examples run. */
class FunctionExamplesTest {
    private static final Map<String, List<String>> EXAMPLES = new TreeMap<>();

    static {
        Model manual = RDFDataMgr.loadModel(Path.of("ontology", "functions.ttl").toString());
        manual.listStatements(null, SKOS.example, (String) null).forEach(s -> EXAMPLES.computeIfAbsent(
                        s.getSubject().getURI().replace(Ent.NS, ""), name -> new ArrayList<>())
                .add(s.getString()));
    }

    @Test
    void every_function_is_in_the_manual_and_every_entry_is_a_function() {
        QueryFactory.create("ASK {}");
        assertThat(ContactFunctions.names()).containsExactlyElementsOf(EXAMPLES.keySet());
    }

    @TestFactory
    List<DynamicTest> every_example_has_an_answer_in_the_shipped_collection() {
        return EXAMPLES.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                e.getKey(),
                                () -> assertThat(rows(example)).as(example).isPositive())))
                .toList();
    }

    private static long rows(String sparql) {
        return ShippedCollection.store().read(dataset -> {
            try (QueryExec exec = QueryExec.dataset(dataset).query(sparql).build()) {
                return (long) org.apache.jena.atlas.iterator.Iter.count(exec.select());
            }
        });
    }
}
