package org.entente.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableBuilder;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.entente.pattern.KeyedBranch;
import org.entente.pattern.PatternException;
import org.entente.pattern.PatternPlace;
import org.entente.pattern.PatternReader;

/**
 * A query of a shape that is some statements and filters. A row that it did not give before a change has a statement that came, or one
 * that is gone no longer forbids it; so it is asked with the values of what changed. Where the focus is a property, the statements that
 * have it are not asked about again one by one.
 *
 * @param pattern statements and filters, without what is projected
 * @param places what it reads
 */
record PlainQuery(Op pattern, List<PatternPlace> places) {
    /** What the queries of shapes call the focus node. */
    static final Var THIS = Var.alloc("this");

    /** Empty if the query is of another form, or is as well asked about its focus nodes. */
    static Optional<PlainQuery> of(Query query) {
        try {
            KeyedBranch branch = KeyedBranch.whole(query);
            if (branch.key() == null || branch.key().equals(THIS)) {
                return Optional.empty();
            }
            Op pattern = branch.pattern();
            while (pattern instanceof OpDistinct || pattern instanceof OpProject) {
                pattern =
                        pattern instanceof OpDistinct distinct ? distinct.getSubOp() : ((OpProject) pattern).getSubOp();
            }
            return pattern instanceof OpFilter filter && filter.getSubOp() instanceof OpBGP
                    ? Optional.of(new PlainQuery(
                            pattern, PatternReader.of(pattern, false).places()))
                    : Optional.empty();
        } catch (PatternException e) {
            return Optional.empty();
        }
    }

    /** Adds the focus nodes of rows that may be new; false if that can be any. */
    boolean addChanged(ShapeChanges changes, Set<Node> changed) {
        Set<Var> outer = OpVars.fixedVars(pattern);
        for (PatternPlace place : places) {
            Set<Binding> values = new HashSet<>();
            changes.byPredicate().matching(place.reads()).forEach(binding -> values.add(of(binding, outer)));
            if (values.stream().anyMatch(Binding::isEmpty)) {
                return false;
            }
            if (!values.isEmpty()) {
                TableBuilder table = TableFactory.builder();
                values.forEach(table::addRowAndVars);
                QueryIterator rows = Algebra.exec(
                        RememberedExists.in(OpSequence.create(OpTable.create(table.build()), pattern)), changes.now());
                try {
                    rows.forEachRemaining(row -> changed.add(row.get(THIS)));
                } finally {
                    rows.close();
                }
            }
        }
        return true;
    }

    private static Binding of(Binding values, Set<Var> variables) {
        BindingBuilder some = Binding.builder();
        values.forEach((variable, value) -> {
            if (variables.contains(variable)) {
                some.add(variable, value);
            }
        });
        return some.build();
    }
}
