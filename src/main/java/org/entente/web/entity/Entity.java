package org.entente.web.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.sparql.InternalQuery;
import org.entente.store.Graphs;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;

/**
 * The statements about one entity.
 *
 * @param statements those with the entity as subject, with their graphs
 * @param accounts those of the reports and participations about it
 * @param incoming one page of those with the entity as object
 * @param more whether there are more pages of them
 */
record Entity(Node node, List<Quad> statements, List<Quad> accounts, List<Quad> incoming, boolean more) {
    /** Number of incoming statements on a page. */
    static final int PAGE = 50;

    static Optional<Entity> find(QueryExecutor.Session session, Node node, int page) {
        Map<String, Node> thing = Map.of("thing", node);
        List<Quad> statements = quads(session.select(InternalQuery.ENTITY_STATEMENTS, thing), row -> node);
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        List<Quad> accounts = quads(session.select(InternalQuery.ENTITY_ACCOUNTS, thing), row -> row.bound("s"));
        List<Row> rows = session.select(InternalQuery.ENTITY_INCOMING, thing).rows();
        int from = Math.min(rows.size(), (page - 1) * PAGE);
        int to = Math.min(rows.size(), from + PAGE);
        List<Quad> incoming = rows.subList(from, to).stream()
                .map(r -> Quad.create(r.bound("g"), r.bound("s"), r.bound("p"), node))
                .toList();
        return Optional.of(new Entity(node, statements, accounts, incoming, to < rows.size()));
    }

    private static List<Quad> quads(Rows rows, Function<Row, Node> subject) {
        return rows.rows().stream()
                .map(r -> Quad.create(
                        r.node("g").orElse(Quad.defaultGraphNodeGenerated),
                        subject.apply(r),
                        r.bound("p"),
                        r.bound("o")))
                .toList();
    }

    /** All nodes that its page names. */
    Set<Node> mentioned() {
        Set<Node> nodes = new LinkedHashSet<>();
        nodes.add(node);
        List<Quad> all = new ArrayList<>(statements);
        all.addAll(accounts);
        all.addAll(incoming);
        for (Quad quad : all) {
            nodes.add(quad.getSubject());
            nodes.add(quad.getPredicate());
            nodes.add(quad.getObject());
            if (Graphs.isSource(quad.getGraph())) {
                nodes.add(document(quad.getGraph()));
            }
        }
        return nodes;
    }

    /** The document of a source graph: both have the id of the source. */
    Node document(Node graph) {
        String id = graph.getURI().substring(graph.getURI().lastIndexOf('/') + 1);
        return NodeFactory.createURI(IdSpaces.of(node.getURI()).orElse(Ent.ID) + "doc/" + id);
    }
}
