package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joins give all their rows, in memory and on disk, and end quietly where one side is empty. */
class JoinsTest {
    @TempDir
    Path folder;

    @Test
    void nothing_joined_with_anything_gives_nothing() {
        // Nothing matches the part before OPTIONAL; the optional part is a hash join of its own.
        String sparql = "SELECT * { { SELECT ?b { ?a <urn:none> ?b } } OPTIONAL {"
                + " { SELECT ?b ?c { ?b <urn:p> ?c } } OPTIONAL { SELECT ?c ?d { ?c <urn:q> ?d } } } }";
        assertThat(rowsInMemory(sparql)).isZero();
        assertThat(rowsOnDisk(sparql)).isZero();
    }

    @Test
    void joins_give_all_their_rows() {
        String inner = "SELECT * { { SELECT ?a ?b { ?a <urn:p> ?b } } { SELECT ?b { ?b <urn:q> ?c } } }";
        String left = "SELECT * { { SELECT ?a ?b { ?a <urn:p> ?b } } OPTIONAL { SELECT ?b { ?b <urn:q> ?c } } }";
        assertThat(rowsInMemory(inner)).isEqualTo(1).isEqualTo(rowsOnDisk(inner));
        assertThat(rowsInMemory(left)).isEqualTo(2).isEqualTo(rowsOnDisk(left));
    }

    private long rowsInMemory(String sparql) {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            return rows(store, sparql);
        }
    }

    private long rowsOnDisk(String sparql) {
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            return rows(store, sparql);
        }
    }

    private static long rows(Store store, String sparql) {
        store.write(d -> {
            add(d, "<urn:a> <urn:p> <urn:b>");
            add(d, "<urn:c> <urn:p> <urn:d>");
            add(d, "<urn:b> <urn:q> <urn:e>");
        });
        return store.read(d -> {
            try (QueryExecution exec =
                    QueryExecution.dataset(DatasetFactory.wrap(d)).query(sparql).build()) {
                return (long) ResultSetFormatter.consume(exec.execSelect());
            }
        });
    }

    private static void add(DatasetGraph dataset, String triple) {
        dataset.add(Quad.create(Quad.defaultGraphNodeGenerated, SSE.parseTriple("(" + triple + ")")));
    }
}
