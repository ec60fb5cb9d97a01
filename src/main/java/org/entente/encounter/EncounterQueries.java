package org.entente.encounter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Asks the questions of which a dossier is made. They stand beside the program as SPARQL; what they ask about is put in as nodes, in
 * VALUES at the start of the pattern, never as text.
 */
public final class EncounterQueries {
    private final Inquiry inquiry;
    private final Set<Node> seen = new LinkedHashSet<>();
    private final List<ShownQuery> shown = new ArrayList<>();

    public EncounterQueries(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    public List<Found> ask(String name) {
        return ask(name, Map.of());
    }

    /** Asks about these nodes; nothing is asked about none. */
    public List<Found> ask(String name, String variable, Collection<Node> nodes) {
        return ask(name, Map.of(variable, nodes));
    }

    public List<Found> ask(String name, Map<String, ? extends Collection<Node>> values) {
        if (values.values().stream().anyMatch(Collection::isEmpty)) {
            return List.of();
        }
        List<Found> found =
                inquiry.ask(query(name, values)).stream().map(Found::new).toList();
        found.forEach(row -> row.binding().forEach((variable, node) -> {
            if (node.isURI()) {
                seen.add(node);
            }
        }));
        return found;
    }

    /** As {@link #ask}, and remembers the query as one that readers may want to see. */
    public List<Found> askAndShow(String name, Map<String, ? extends Collection<Node>> values) {
        if (values.values().stream().noneMatch(Collection::isEmpty)) {
            shown.add(new ShownQuery(name, query(name, values).serialize().strip() + "\n"));
        }
        return ask(name, values);
    }

    /** Every IRI that any answer had. */
    public Set<Node> seen() {
        return seen;
    }

    public List<ShownQuery> shown() {
        return shown;
    }

    private static Query query(String name, Map<String, ? extends Collection<Node>> values) {
        Query query = QueryFactory.create(text(name));
        ElementGroup pattern = (ElementGroup) query.getQueryPattern();
        new TreeMap<>(values).descendingMap().forEach((variable, nodes) -> {
            Var ranging = Var.alloc(variable);
            ElementData data = new ElementData();
            data.add(ranging);
            nodes.forEach(node -> data.add(BindingFactory.binding(ranging, node)));
            pattern.getElements().addFirst(data);
        });
        return query;
    }

    private static String text(String name) {
        String file = "/encounter/" + name + ".rq";
        try (InputStream in = EncounterQueries.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its query " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row of an answer. */
    public record Found(Binding binding) {
        /** @return null where the variable is not bound */
        public Node node(String variable) {
            return binding.get(Var.alloc(variable));
        }

        public boolean has(String variable) {
            return node(variable) != null;
        }

        /** The lexical form or IRI; "" where the variable is not bound. */
        public String text(String variable) {
            Node node = node(variable);
            return node == null ? "" : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        }

        public String language(String variable) {
            Node node = node(variable);
            return node == null || !node.isLiteral() ? "" : node.getLiteralLanguage();
        }

        public int number(String variable) {
            return has(variable) ? Integer.parseInt(text(variable)) : 0;
        }
    }
}
