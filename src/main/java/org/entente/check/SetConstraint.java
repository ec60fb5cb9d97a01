package org.entente.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * The queries of a shape that has nothing but queries, asked of all its focus nodes at once. SHACL asks them once for each node, which
 * takes ten times as long. Nodes for which they give a row are then validated one by one, so the report is that of the validator.
 */
final class SetConstraint {
    private final List<Query> queries;
    /** Each query from what it reads; empty where it is as quick to ask about the focus nodes. */
    private final List<PlainQuery> fromChanges;

    private SetConstraint(List<Query> queries) {
        this.queries = queries;
        this.fromChanges =
                queries.stream().map(PlainQuery::of).flatMap(Optional::stream).toList();
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
                && (!grouped || query.getGroupBy().contains(PlainQuery.THIS));
    }

    /** The nodes among these for which a query gives a row. */
    Set<Node> suspects(Graph data, Collection<Node> nodes) {
        Set<Node> suspects = new HashSet<>();
        if (nodes.isEmpty()) {
            return suspects;
        }
        for (Query query : queries) {
            QueryIterator rows = Algebra.exec(RememberedExists.in(Algebra.compile(with(query, nodes))), data);
            try {
                rows.forEachRemaining(row -> suspects.add(row.get(PlainQuery.THIS)));
            } finally {
                rows.close();
            }
        }
        suspects.retainAll(nodes);
        return suspects;
    }

    /** Whether it can be asked from what changed, see {@link #changed}. */
    boolean isFromChanges() {
        return fromChanges.size() == queries.size();
    }

    /** The nodes for which a query gives a row that it may not have given before a change; empty if that can be any. */
    Optional<Set<Node>> changed(ShapeChanges changes) {
        Set<Node> changed = new HashSet<>();
        for (PlainQuery query : fromChanges) {
            if (!query.addChanged(changes, changed)) {
                return Optional.empty();
            }
        }
        return Optional.of(changed);
    }

    private static Query with(Query query, Collection<Node> nodes) {
        ElementData values = new ElementData();
        values.add(PlainQuery.THIS);
        Set.copyOf(nodes).forEach(node -> values.add(BindingFactory.binding(PlainQuery.THIS, node)));
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
