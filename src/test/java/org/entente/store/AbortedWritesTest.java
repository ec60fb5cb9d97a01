package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.entente.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that are refused, on disk: TDB2 writes the nodes of an unfinished transaction to its file already. */
class AbortedWritesTest {
    private static final int LARGE = 20_000;

    @TempDir
    private Path folder;

    private int made;

    @Slow
    @Test
    void after_large_writes_that_were_refused_what_is_written_can_be_read_again_also_after_a_restart() {
        Set<String> expected = new HashSet<>();
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            store.write(dataset -> expected.addAll(add(dataset, 1_000)));
            for (int round = 0; round < 3; round++) {
                assertThatThrownBy(() -> store.write(dataset -> {
                            add(dataset, LARGE);
                            // As shapes and checks do before they refuse.
                            assertThat(texts(dataset)).hasSizeGreaterThan(LARGE);
                            throw new IllegalStateException("refused");
                        }))
                        .hasMessage("refused");
                assertThat(store.read(AbortedWritesTest::texts)).isEqualTo(expected);
                store.write(dataset -> expected.addAll(add(dataset, 100)));
                assertThat(store.read(AbortedWritesTest::texts)).isEqualTo(expected);
            }
        }
        try (Store store = Store.onDisk(folder, Derivation.NONE)) {
            assertThat(store.read(AbortedWritesTest::texts)).isEqualTo(expected);
        }
    }

    private Set<String> add(DatasetGraph dataset, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String text = "text of number " + made++;
                    Node thing = NodeFactory.createURI("http://example.org/thing/" + made);
                    dataset.add(Graphs.DECISIONS, thing, RDFS.label.asNode(), NodeFactory.createLiteralString(text));
                    return text;
                })
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(DatasetGraph dataset) {
        return Iter.toSet(Iter.map(
                dataset.find(Graphs.DECISIONS, Node.ANY, RDFS.label.asNode(), Node.ANY),
                (Quad quad) -> quad.getObject().getLiteralLexicalForm()));
    }
}
