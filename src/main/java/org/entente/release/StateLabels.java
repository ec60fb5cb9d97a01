package org.entente.release;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/** Labels of things in one state, wherever they are stated. */
public final class StateLabels {
    private StateLabels() {}

    /** A label in that language if there is one, else in another; "" if the thing has none. */
    public static String of(DatasetGraph dataset, Node node, String language) {
        String[] found = {"", ""};
        for (Node property : List.of(RDFS.label.asNode(), DCTerms.title.asNode())) {
            dataset.find(Node.ANY, node, property, Node.ANY).forEachRemaining(quad -> {
                if (quad.getObject().isLiteral()) {
                    boolean wanted = quad.getObject().getLiteralLanguage().equals(language);
                    found[wanted ? 0 : 1] = quad.getObject().getLiteralLexicalForm();
                }
            });
        }
        return found[0].isEmpty() ? found[1] : found[0];
    }
}
