package org.entente.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.entente.pattern.AffectedKeys;
import org.entente.pattern.ChangedTriples;
import org.entente.pattern.KeyedBranch;
import org.entente.pattern.KeyedPattern;
import org.entente.pattern.PatternException;

/**
 * The queries of a shape that has nothing but queries, asked of all its focus nodes at once. SHACL asks them once for each node, which
 * takes ten times as long. Nodes for which they give a row are then validated one by one, so the report is that of the validator.
 */
final class SetConstraint {
    /** What the queries of shapes call the focus node. */
    static final Var THIS = Var.alloc("this");

    private final List<Query> queries;
    /** Each query by another variable than the focus node; empty where that would not be quicker. */
    private final List<KeyedBranch> byValue;

    private SetConstraint(List<Query> queries) {
        this.queries = queries;
        this.byValue = queries.stream()
                .map(SetConstraint::byValue)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * By a variable that is nearer to what the query reads than its focus node is: where the focus is a property, one statement that
     * changes does not have all others with this property asked about.
     */
    private static Optional<KeyedBranch> byValue(Query query) {
        try {
            KeyedBranch branch = KeyedBranch.whole(query);
            return branch.key() == null || branch.key().equals(THIS) ? Optional.empty() : Optional.of(branch);
        } catch (PatternException e) {
            return Optional.empty();
        }
    }

    /** Empty if the shape has other constraints, or a query that counts or cuts its rows over all nodes. */
    static Optional<SetConstraint> of(Shape shape) {
        List<Query> queries = shape.getConstraints().stream()
                .filter(SparqlConstraint.class::isInstance)
                .map(constraint -> ((SparqlConstraint) constraint).getQuery())
                .filter(SetConstraint::isByNode)
                .toList();
        Collection<Constraint> all = shape.getConstraints();
        return shape.isNodeShape()
                        && shape.getPropertyShapes().isEmpty()
                        && !all.isEmpty()
                        && queries.size() == all.size()
                ? Optional.of(new SetConstraint(queries))
                : Optional.empty();
    }

    private static boolean isByNode(Query query) {
        boolean grouped = query.hasAggregators() || query.hasGroupBy();
        return query.isSelectType()
                && !query.hasLimit()
                && !query.hasOffset()
                && !query.hasValues()
                && (!grouped || query.getGroupBy().contains(THIS));
    }

    /** The nodes among these for which a query gives a row. */
    Set<Node> suspects(Graph data, Collection<Node> nodes) {
        Set<Node> suspects = new HashSet<>();
        if (nodes.isEmpty()) {
            return suspects;
        }
        for (Query query : queries) {
            try (QueryExec exec =
                    QueryExec.graph(data).query(with(query, nodes)).build()) {
                RowSet rows = exec.select();
                rows.forEachRemaining(row -> suspects.add(row.get(THIS)));
            }
        }
        suspects.retainAll(nodes);
        return suspects;
    }

    /** Whether it can say by values for which nodes there are new rows, see {@link #changed}. */
    boolean isByValue() {
        return byValue.size() == queries.size();
    }

    /** The nodes for which a query gives a row that it may not have given before a change; empty if that can be any. */
    Optional<Set<Node>> changed(ShapeChanges changes) {
        Set<Node> changed = new HashSet<>();
        DatasetGraph now = DatasetGraphFactory.wrap(changes.now());
        for (KeyedBranch branch : byValue) {
            Optional<Set<Node>> values = AffectedKeys.of(
                    branch, changes.byPredicate(), ChangedTriples.NONE, DatasetGraphFactory.wrap(changes.all()));
            if (values.isEmpty()) {
                return Optional.empty();
            }
            if (!values.get().isEmpty()) {
                QueryIterator rows = Algebra.exec(
                        KeyedPattern.of(branch.pattern(), Objects.requireNonNull(branch.key()), values.get()), now);
                try {
                    rows.forEachRemaining(row -> changed.add(row.get(THIS)));
                } finally {
                    rows.close();
                }
            }
        }
        return Optional.of(changed);
    }

    private static Query with(Query query, Collection<Node> nodes) {
        ElementData values = new ElementData();
        values.add(THIS);
        Set.copyOf(nodes).forEach(node -> values.add(BindingFactory.binding(THIS, node)));
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(values);
        if (query.getQueryPattern() instanceof ElementGroup group) {
            group.getElements().forEach(pattern::addElement);
        } else {
            pattern.addElement(query.getQueryPattern());
        }
        Query asked = query.cloneQuery();
        asked.setQueryPattern(pattern);
        return asked;
    }
}
