package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.bounds.SizeLimits;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;

/** A head of state is in thousands of sources. */
class ManySourcesTest {
    private static final int SOURCES = 3_000;

    @Test
    void what_thousands_of_sources_report_names_all_of_them() {
        Node thing = NodeFactory.createURI(Ent.ID + "tenure/t");
        try (Store store = Store.inMemory(Rules.read(Path.of("queries/rules")))) {
            store.write(dataset -> {
                for (int i = 0; i < SOURCES; i++) {
                    Node report = NodeFactory.createURI(Ent.ID + "report/r" + i);
                    Node document = NodeFactory.createURI(Ent.ID + "doc/a-document-with-a-longer-name-" + i);
                    dataset.add(Quad.create(Graphs.AUTHORITY, thing, property("supportedBy"), report));
                    dataset.add(Quad.create(Graphs.AUTHORITY, report, property("statedIn"), document));
                }
            });
            List<String> texts = store.read(
                    dataset -> dataset.find(Quad.defaultGraphIRI, thing, property("displaySources"), Node.ANY)
                            .next()
                            .getObject()
                            .getLiteralLexicalForm()
                            .lines()
                            .toList());
            assertThat(texts.getFirst().length()).isGreaterThan(SizeLimits.TEXT);
            assertThat(texts.getFirst().split(" ")).hasSize(SOURCES).doesNotHaveDuplicates();
        }
    }

    private static Node property(String name) {
        return NodeFactory.createURI(Ent.NS + name);
    }
}
