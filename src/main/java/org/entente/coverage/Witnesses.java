package org.entente.coverage;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;

/**
 * Which documents report things, and which of those are independent. Where the rules have counted the witnesses of a thing, that number
 * counts; else of documents with a common origin or one publisher one counts, as in the rules.
 */
public final class Witnesses {
    private final Map<Node, Integer> derived = new HashMap<>();
    private final Map<Node, Set<Node>> documents = new HashMap<>();
    private final IndependentDocuments independent;
    private boolean complete = true;

    private Witnesses(Select select, Collection<Node> things) {
        for (Row row :
                rows(select, InternalQuery.COVERAGE_WITNESSES, "thing", things).rows()) {
            Node thing = row.bound("thing");
            if (row.has("witnesses")) {
                derived.merge(thing, (int) row.number("witnesses"), Math::max);
            }
            Set<Node> its = documents.computeIfAbsent(thing, t -> new LinkedHashSet<>());
            for (String document : row.text("sources").split("\\s+")) {
                if (!document.isEmpty()) {
                    its.add(NodeFactory.createURI(document));
                }
            }
        }
        Set<Node> all = new LinkedHashSet<>();
        documents.values().forEach(all::addAll);
        Map<Node, Set<Node>> roots = new LinkedHashMap<>();
        Map<Node, Set<Node>> publishers = new HashMap<>();
        for (Row row :
                rows(select, InternalQuery.COVERAGE_ORIGINS, "document", all).rows()) {
            Node root = row.bound("root");
            roots.computeIfAbsent(row.bound("document"), d -> new LinkedHashSet<>())
                    .add(root);
            row.node("publisher").ifPresent(publisher -> publishers
                    .computeIfAbsent(root, r -> new LinkedHashSet<>())
                    .add(publisher));
        }
        independent = new IndependentDocuments(roots, publishers);
    }

    /** @param things events, encounters, people, bodies, offices, agreements: whatever is counted */
    public static Witnesses of(Select select, Collection<Node> things) {
        return new Witnesses(select, things);
    }

    private Rows rows(Select select, InternalQuery query, String variable, Collection<Node> nodes) {
        Rows rows = nodes.isEmpty() ? new Rows(List.of(), List.of(), false) : select.rows(query, variable, nodes);
        complete &= !rows.more();
        return rows;
    }

    /** Whether all reports could be read; if not, nothing can be said of how often things are reported. */
    public boolean isComplete() {
        return complete;
    }

    /** How often these things, which are among those asked for, are reported. */
    public Sightings sightings(Collection<Node> things) {
        Set<Node> counted = new LinkedHashSet<>(things);
        Set<Node> behind = new LinkedHashSet<>();
        counted.forEach(thing -> behind.addAll(documents.getOrDefault(thing, Set.of())));
        return Sightings.of(counted.stream().map(this::count).toList(), independent.count(behind));
    }

    private int count(Node thing) {
        Integer known = derived.get(thing);
        return known == null ? independent.count(documents.getOrDefault(thing, Set.of())) : known;
    }
}
