package org.entente.encounter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;

/** Asks the queries of which a dossier is made, and remembers what was asked and which things the answers name. */
public final class EncounterQueries {
    private final Select select;
    private final Set<Node> seen = new LinkedHashSet<>();
    private final List<ShownQuery> shown = new ArrayList<>();

    public EncounterQueries(Select select) {
        this.select = select;
    }

    /** Asks about these nodes; nothing is asked about none. */
    public List<Row> ask(InternalQuery query, String variable, Collection<Node> nodes) {
        return ask(query, Map.of(variable, nodes));
    }

    public List<Row> ask(InternalQuery query, Map<String, ? extends Collection<Node>> values) {
        if (values.values().stream().anyMatch(Collection::isEmpty)) {
            return List.of();
        }
        List<Row> found = select.rows(query.ranging(values)).rows();
        found.forEach(row -> row.binding().forEach((variable, node) -> {
            if (node.isURI()) {
                seen.add(node);
            }
        }));
        return found;
    }

    /** As {@link #ask}, and remembers the query as one that readers may want to see. */
    public List<Row> askAndShow(InternalQuery query, Map<String, ? extends Collection<Node>> values) {
        if (values.values().stream().noneMatch(Collection::isEmpty)) {
            shown.add(
                    new ShownQuery(query.word(), query.among(values).serialize().strip() + "\n"));
        }
        return ask(query, values);
    }

    /** Every IRI that any answer had. */
    public Set<Node> seen() {
        return seen;
    }

    public List<ShownQuery> shown() {
        return shown;
    }
}
