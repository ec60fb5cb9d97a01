package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.vocab.EntProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that looks statements up makes a rule depend on them, though its pattern does not name them. */
class FunctionReadsTest {
    private static final Node TITLE = NodeFactory.createLiteralLang("Generalkonsulin", "de");
    private static final Node POST = NodeFactory.createURI("https://w3id.org/entente/id/post/minister-north");

    @TempDir
    Path folder;

    @Test
    void a_new_label_of_a_post_settles_the_doubt_about_a_title() {
        try (Store store = Store.inMemory(Rules.read(Path.of("queries/rules")))) {
            RuleCase.load(Path.of("src/test/resources/rules/title-in-doubt.trig"), folder, store);
            assertThat(store.read(FunctionReadsTest::inDoubt)).isTrue();
            store.write(d -> d.add(
                    Graphs.AUTHORITY,
                    POST,
                    RDFS.label.asNode(),
                    NodeFactory.createLiteralLang("Generalkonsulin von Nord", "de")));
            assertThat(store.read(FunctionReadsTest::inDoubt)).isFalse();
        }
    }

    private static boolean inDoubt(DatasetGraph dataset) {
        return dataset.contains(Graphs.DERIVED, Node.ANY, EntProperty.TITLE_IN_DOUBT, TITLE);
    }
}
