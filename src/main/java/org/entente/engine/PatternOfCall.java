package org.entente.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformSubst;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformNodeElement;

/** The pattern of a function with the arguments of one call put in. */
final class PatternOfCall {
    private final FunctionPattern pattern;
    private final String fresh;
    private final Optional<Set<Node>> levels;
    private final Set<Var> asked = new HashSet<>();
    private final Map<Var, Node> put = new HashMap<>();

    /** Computed columns of which the call gives the value. */
    private final Map<Var, Node> compared = new HashMap<>();

    private PatternOfCall(FunctionPattern pattern, FunctionCall call, String fresh) {
        this.pattern = pattern;
        this.fresh = fresh;
        this.levels = FunctionPattern.levels(call);
        List<Node> arguments = call.arguments();
        Set<Var> computed = pattern.computed();
        for (int i = 0; i < arguments.size(); i++) {
            Var column = pattern.columns().get(i);
            asked.add(column);
            if (arguments.get(i).isVariable() || !computed.contains(column)) {
                put.put(column, arguments.get(i));
            } else {
                compared.put(column, arguments.get(i));
            }
        }
    }

    /**
     * What stands for a call in its group.
     *
     * @param fresh how the names begin that the pattern adds; no other variable of the query begins so
     * @param before the variables of the group before the call
     * @param inExists whether the group is inside EXISTS, where other engines differ on what they see from outside
     * @throws NotPortable if nothing can
     */
    static List<Element> of(FunctionCall call, String fresh, Collection<Var> before, boolean inExists) {
        FunctionPattern pattern = FunctionPattern.of(call);
        PatternOfCall made = new PatternOfCall(pattern, call, fresh);
        if (inExists && pattern.isSubQuery()) {
            throw new NotPortable("inside EXISTS");
        }
        List<Node> arguments = call.arguments();
        if (pattern == FunctionPattern.CONTACT_PAIR) {
            ContactPairArguments.requirePortable(call, before);
        }
        for (Var column : pattern.computed()) {
            Node argument = made.put.get(column);
            if (argument != null
                    && (inExists
                            || !pattern.isSubQuery() && before.contains(Var.alloc(argument))
                            || arguments.indexOf(argument) != arguments.lastIndexOf(argument))) {
                throw new NotPortable("?" + column.getName() + " is used before, or inside EXISTS");
            }
        }
        return pattern.isSubQuery() ? made.subQuery() : made.inPlace();
    }

    private List<Element> inPlace() {
        List<Element> made = new ArrayList<>();
        ElementTransformSubst nodes = new ElementTransformSubst(this::inCall);
        for (Element element : counted(pattern.elements(asked))) {
            made.add(ElementTransformer.transform(
                    element, nodes, new ExprTransformNodeElement((NodeTransform) this::inCall, nodes)));
        }
        addComparisons(made);
        return made;
    }

    private List<Element> subQuery() {
        Set<Node> variables = new HashSet<>();
        Map<Var, Node> values = new HashMap<>(put);
        put.values().removeIf(argument -> !argument.isVariable());
        values.keySet().removeAll(put.keySet());
        put.values().forEach(argument -> {
            if (!variables.add(argument)) {
                throw new NotPortable("?" + argument.getName() + " twice among its arguments");
            }
        });
        Query query = pattern.renamed(variable -> Var.alloc(inCall(variable)));
        ElementGroup where = new ElementGroup();
        // A value cannot be a column; and it is to restrict what is grouped.
        values.forEach((column, value) -> where.addElement(values(Var.alloc(inCall(column)), List.of(value))));
        counted(((ElementGroup) query.getQueryPattern()).getElements()).forEach(where::addElement);
        query.setQueryPattern(where);
        query.getPrefixMapping().clearNsPrefixMap();
        List<Element> made = new ArrayList<>();
        made.add(new ElementSubQuery(query));
        addComparisons(made);
        return made;
    }

    private void addComparisons(List<Element> made) {
        compared.forEach((column, value) -> made.add(
                new ElementFilter(new E_Equals(new ExprVar(inCall(column).getName()), NodeValue.makeNode(value)))));
    }

    /** The same elements with the levels that count. */
    private List<Element> counted(List<Element> elements) {
        List<Element> counted = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof ElementData data) {
                levels(data).ifPresent(counted::add);
            } else {
                counted.add(element);
            }
        }
        return counted;
    }

    /** VALUES hold unless the call says otherwise: by options, or by a column in which it says which it finds. */
    private Optional<Element> levels(ElementData data) {
        Var variable = data.getVars().getFirst();
        if (levels.isEmpty() && asked.contains(variable)) {
            return Optional.empty();
        }
        Set<Node> counted = levels.orElseGet(() -> {
            Set<Node> inFile = new HashSet<>();
            data.getRows().forEach(row -> inFile.add(row.get(variable)));
            return inFile;
        });
        Node given = put.get(variable);
        if (given == null || given.isVariable()) {
            return Optional.of(values(
                    variable,
                    counted.stream()
                            .sorted((a, b) -> a.toString().compareTo(b.toString()))
                            .toList()));
        }
        return counted.contains(given) ? Optional.empty() : Optional.of(new ElementFilter(NodeValue.FALSE));
    }

    private static ElementData values(Var variable, List<Node> nodes) {
        ElementData data = new ElementData();
        data.add(variable);
        nodes.forEach(node -> data.add(BindingFactory.binding(variable, node)));
        return data;
    }

    /** An argument for its column; a name of its own for what the call leaves out and what the pattern has besides. */
    private Node inCall(Node node) {
        if (!Var.isVar(node)) {
            return node;
        }
        Node argument = put.get(Var.alloc(node));
        return argument != null ? argument : Var.alloc(fresh + node.getName().replaceAll("\\W", "_"));
    }
}
