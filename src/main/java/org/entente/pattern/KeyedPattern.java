package org.entente.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableBuilder;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * Gives a variable of a pattern the values that are wanted, wherever the pattern is matched on its own: in a sub-query as well, if the
 * variable goes through it. The solutions are those of the whole pattern with these values.
 */
public final class KeyedPattern {
    private final Var key;
    private final Op wanted;

    private KeyedPattern(Var key, Op wanted) {
        this.key = key;
        this.wanted = wanted;
    }

    public static Op of(Op pattern, Var key, Collection<Node> values) {
        TableBuilder rows = TableFactory.builder();
        values.forEach(value -> rows.addRowAndVars(BindingFactory.binding(key, value)));
        Table table = rows.build();
        return new KeyedPattern(key, OpTable.create(table)).narrow(pattern);
    }

    private Op narrow(Op op) {
        return switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().getList().stream().anyMatch(this::names)
                        ? OpSequence.create(wanted, new OpBGP(fromKey(bgp.getPattern())))
                        : bgp;
            case OpPath path -> names(path.getTriplePath()) ? OpSequence.create(wanted, path) : path;
            case OpProject project ->
                project.getVars().contains(key) ? project.copy(narrow(project.getSubOp())) : project;
            case OpGroup group -> group.getGroupVars().contains(key) ? group.copy(narrow(group.getSubOp())) : group;
            case OpSlice slice -> slice;
            case OpMinus minus -> minus.copy(narrow(minus.getLeft()), minus.getRight());
            case Op1 one -> one.copy(narrow(one.getSubOp()));
            case Op2 two -> two.copy(narrow(two.getLeft()), narrow(two.getRight()));
            case OpN many ->
                many.copy(many.getElements().stream().map(this::narrow).toList());
            default -> op;
        };
    }

    /**
     * The triples in an order in which each is connected with the key by those before it. The optimizer cuts a pattern in two where a
     * filter can be asked, and orders only within the two: the first must not be without the key.
     */
    private BasicPattern fromKey(BasicPattern pattern) {
        List<Triple> open = new ArrayList<>(pattern.getList());
        Set<Node> known = new HashSet<>(Set.of(key));
        BasicPattern ordered = new BasicPattern();
        while (!open.isEmpty()) {
            Triple next = open.stream()
                    .filter(triple -> known.contains(triple.getSubject()) || known.contains(triple.getObject()))
                    .findFirst()
                    .orElse(open.getFirst());
            open.remove(next);
            ordered.add(next);
            Stream.of(next.getSubject(), next.getPredicate(), next.getObject())
                    .filter(Var::isVar)
                    .forEach(known::add);
        }
        return ordered;
    }

    private boolean names(Triple triple) {
        return key.equals(triple.getSubject()) || key.equals(triple.getPredicate()) || key.equals(triple.getObject());
    }

    private boolean names(TriplePath path) {
        return key.equals(path.getSubject()) || key.equals(path.getObject());
    }
}
