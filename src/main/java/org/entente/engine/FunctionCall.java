package org.entente.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.vocabulary.RDF;
import org.entente.contact.ContactOptions;

/**
 * A call of a property function in a pattern.
 *
 * @param function the function
 * @param sides the arguments on the left
 * @param columns the arguments on the right, without options
 * @param options the options
 * @param triples what the call is written with: the triple with the function, and the lists of arguments
 */
record FunctionCall(
        Node function, List<Node> sides, List<Node> columns, Optional<String> options, Set<TriplePath> triples) {
    /** All calls in a pattern, in order. */
    static List<FunctionCall> in(ElementPathBlock block) {
        Map<Node, TriplePath> first = new HashMap<>();
        Map<Node, TriplePath> rest = new HashMap<>();
        for (TriplePath triple : block.getPattern()) {
            if (RDF.Nodes.first.equals(triple.getPredicate())) {
                first.put(triple.getSubject(), triple);
            } else if (RDF.Nodes.rest.equals(triple.getPredicate())) {
                rest.put(triple.getSubject(), triple);
            }
        }
        List<FunctionCall> calls = new ArrayList<>();
        for (TriplePath triple : block.getPattern()) {
            if (isFunction(triple.getPredicate())) {
                Set<TriplePath> triples = new HashSet<>(Set.of(triple));
                List<Node> sides = arguments(triple.getSubject(), first, rest, triples);
                List<Node> columns = arguments(triple.getObject(), first, rest, triples);
                Optional<String> options = columns.size() > 1 ? optionsIn(columns.getLast()) : Optional.empty();
                calls.add(new FunctionCall(
                        triple.getPredicate(),
                        sides,
                        options.isPresent() ? columns.subList(0, columns.size() - 1) : columns,
                        options,
                        triples));
            }
        }
        return calls;
    }

    /** The property functions that are called anywhere in a pattern, also in sub-queries and in EXISTS. */
    static Set<Node> functionsIn(Element pattern) {
        Set<Node> functions = new HashSet<>();
        OpVisitorBase visitor = new OpVisitorBase() {
            @Override
            public void visit(OpBGP block) {
                block.getPattern().forEach(triple -> {
                    if (isFunction(triple.getPredicate())) {
                        functions.add(triple.getPredicate());
                    }
                });
            }
        };
        Walker.walk(Algebra.compile(pattern), visitor, new ExprVisitorBase());
        return functions;
    }

    /** All arguments, those on the left first. */
    List<Node> arguments() {
        List<Node> all = new ArrayList<>(sides);
        all.addAll(columns);
        return all;
    }

    private static boolean isFunction(Node predicate) {
        return predicate != null
                && predicate.isURI()
                && PropertyFunctionRegistry.get().manages(predicate.getURI());
    }

    private static List<Node> arguments(
            Node node, Map<Node, TriplePath> first, Map<Node, TriplePath> rest, Set<TriplePath> triples) {
        if (!first.containsKey(node)) {
            return node.equals(RDF.Nodes.nil) ? List.of() : List.of(node);
        }
        List<Node> arguments = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = node;
        while (seen.add(cell)) {
            TriplePath item = first.get(cell);
            TriplePath next = rest.get(cell);
            if (item == null || next == null) {
                break;
            }
            arguments.add(item.getObject());
            triples.add(item);
            triples.add(next);
            cell = next.getObject();
        }
        return arguments;
    }

    private static Optional<String> optionsIn(Node last) {
        return Optional.of(last)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(ContactOptions::looksLikeOptions);
    }
}
