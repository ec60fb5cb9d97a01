package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.TemporaryFolder;
import org.entente.vocab.Ent;

/** Whatever is written, committed or not, the sums that a store keeps are those of what its graphs state. */
class GraphSumsPropertyTest {
    private static final List<Node> GRAPHS =
            List.of(Graphs.OWN_AUTHORITY, Graphs.OWN_DECISIONS, Graphs.source("s1"), Graphs.DERIVED, Graphs.WIKIDATA);

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void the_sums_that_are_kept_are_those_of_the_statements(@ForAll Random random) {
        List<String> ids = new ArrayList<>();
        try (TemporaryFolder folder = TemporaryFolder.create("entente-sums")) {
            writes(folder.path(), random, ids);
        }
        assertThat(ids).hasSize(36);
    }

    private static void writes(Path folder, Random random, List<String> ids) {
        for (int start = 0; start < 3; start++) {
            try (Store store = Store.onDisk(folder, Derivation.NONE)) {
                for (int write = 0; write < 12; write++) {
                    try {
                        store.write(d -> {
                            for (int i = random.nextInt(6); i > 0; i--) {
                                change(d, random);
                            }
                            if (random.nextInt(8) == 0) {
                                throw new IllegalStateException("not committed");
                            }
                        });
                    } catch (IllegalStateException e) {
                        // on purpose
                    }
                    assertSummed(store);
                    ids.add(store.release().id());
                }
            }
        }
    }

    private static void change(DatasetGraph dataset, Random random) {
        Node graph = GRAPHS.get(random.nextInt(GRAPHS.size()));
        Quad quad = Quad.create(graph, node(random), node(random), literal(random));
        switch (random.nextInt(12)) {
            case 0 -> dataset.removeGraph(graph);
            case 1 -> dataset.deleteAny(graph, quad.getSubject(), Node.ANY, Node.ANY);
            case 2, 3 -> dataset.delete(quad);
            case 4 -> {
                if (random.nextInt(4) == 0) {
                    // Even what counts may go.
                    dataset.removeGraph(Graphs.RELEASE);
                }
            }
            case 5 -> {
                if (random.nextInt(10) == 0) {
                    dataset.clear();
                }
            }
            default -> dataset.add(quad);
        }
    }

    private static Node node(Random random) {
        return NodeFactory.createURI(Ent.ID + "person/p" + random.nextInt(4));
    }

    private static Node literal(Random random) {
        // One number in two spellings is one statement on disk.
        return random.nextBoolean()
                ? NodeFactory.createLiteralDT(
                        random.nextBoolean() ? "7" : "07", org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger)
                : NodeFactory.createLiteralString("text " + random.nextInt(4));
    }

    private static void assertSummed(Store store) {
        store.read(d -> {
            Set<Node> graphs = new HashSet<>();
            d.listGraphNodes().forEachRemaining(graph -> {
                if (GraphSums.counts(graph)) {
                    graphs.add(graph);
                }
            });
            Map<Node, String> expected = GraphSums.read(d, graphs);
            assertThat(GraphSums.kept(d)).isEqualTo(expected);
            assertThat(ReleaseGraph.revision(d) == 0 || ReleaseGraph.isSummed(d))
                    .isTrue();
            return null;
        });
    }
}
