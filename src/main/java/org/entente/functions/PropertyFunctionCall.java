package org.entente.functions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactOptions;
import org.entente.execution.CancellationCheck;

/** One call of a property function: its arguments, the index of the transaction, the signal to stop. */
final class PropertyFunctionCall {
    private final List<Node> subjects;
    private final List<Node> objects;
    private final String name;
    final ContactOptions options;
    final ContactIndex index;
    final CancellationCheck stop;
    final RowShape shape;

    /**
     * @param function that is called
     * @param sides how many arguments stand on the left
     * @param least how many columns there must be on the right, without options
     * @param most how many there may be
     * @param byDefault what the options change
     */
    PropertyFunctionCall(
            IndexFunction function,
            int sides,
            int least,
            int most,
            ContactOptions byDefault,
            Binding binding,
            PropFuncArg subject,
            PropFuncArg object,
            ExecutionContext context) {
        this.name = function.name;
        subjects = nodes(subject);
        List<Node> right = new ArrayList<>(nodes(object));
        ContactOptions given = byDefault;
        if (right.size() > 1 && isOptions(right.getLast())) {
            given = options(byDefault, right.removeLast().getLiteralLexicalForm());
        }
        objects = right;
        options = given;
        if (subjects.size() != sides || objects.size() < least || objects.size() > most) {
            throw wrong(sides + (sides == 1 ? " argument" : " arguments") + " on the left and " + least
                    + (most > least ? " to " + most : "")
                    + " on the right, optionally followed by options as a string");
        }
        stop = CancellationCheck.on(context.getCancelSignal());
        index = function.indexes.in(context.getDataset(), stop);
        List<Node> arguments = new ArrayList<>(subjects);
        arguments.addAll(objects);
        arguments.replaceAll(this::asInIndex);
        shape = new RowShape(binding, arguments, function.wanted());
    }

    /** The index's own node, which is then compared at once. */
    private Node asInIndex(Node node) {
        int number = node.isURI() ? index.number(node) : -1;
        return number < 0 ? node : index.node(number);
    }

    private static List<Node> nodes(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }

    private static boolean isOptions(Node node) {
        return node.isLiteral()
                && XSDDatatype.XSDstring.equals(node.getLiteralDatatype())
                && ContactOptions.looksLikeOptions(node.getLiteralLexicalForm());
    }

    private ContactOptions options(ContactOptions byDefault, String text) {
        try {
            return byDefault.with(text);
        } catch (IllegalArgumentException e) {
            throw wrong("options: " + e.getMessage());
        }
    }

    /** Wrong use: whoever wrote the query has to change it. */
    QueryParseException wrong(String expected) {
        return new QueryParseException("ent:" + name + " expects " + expected, -1, -1);
    }

    /** The number of a given left argument; empty if it is a variable, -1 if nobody in the index is meant. */
    Optional<Integer> side(int at) {
        return number(subjects.get(at));
    }

    /** The number of a given column; empty if it is a variable or left out, -1 if it is not in the index. */
    Optional<Integer> column(int at) {
        return at < objects.size() ? number(objects.get(at)) : Optional.empty();
    }

    /** What a column is given as; empty if it is a variable or left out. */
    Optional<Node> value(int at) {
        return at < objects.size() && !objects.get(at).isVariable() ? Optional.of(objects.get(at)) : Optional.empty();
    }

    boolean hasColumn(int at) {
        return at < objects.size();
    }

    private Optional<Integer> number(Node node) {
        return node.isVariable() ? Optional.empty() : Optional.of(index.number(node));
    }

    static Iterator<Binding> none() {
        return Collections.emptyIterator();
    }

    /** The rows of a source that agree with what is given. */
    Iterator<Binding> rows(RowSource source) {
        return new IndexRows(shape, stop, source);
    }

    static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }
}
