package org.entente.execution;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** One row of a result, by column name. */
public record Row(Binding binding) {
    public Optional<Node> node(String column) {
        return Optional.ofNullable(binding.get(Var.alloc(column)));
    }

    /** The value of a column that no row of the query leaves unbound. */
    public Node bound(String column) {
        return node(column).orElseThrow();
    }

    public boolean has(String column) {
        return node(column).isPresent();
    }

    /** The lexical form or IRI; "" where the column is unbound. */
    public String text(String column) {
        return node(column).map(Row::text).orElse("");
    }

    public static String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isURI() ? node.getURI() : node.toString();
    }

    /** The language of a text; "" for none, and where the column is unbound. */
    public String language(String column) {
        return node(column)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .orElse("");
    }

    /** A whole number; 0 where the column is unbound. */
    public long number(String column) {
        return node(column).map(n -> Long.parseLong(n.getLiteralLexicalForm())).orElse(0L);
    }
}
