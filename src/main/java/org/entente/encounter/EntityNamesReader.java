package org.entente.encounter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.entente.encounter.EncounterQueries.Found;

/** How things are called in the reader's language, else in English, else in any. */
public final class EntityNamesReader {
    private final String language;
    private final Map<Node, Map<String, String>> labels = new HashMap<>();

    public EntityNamesReader(String language, List<Found> rows) {
        this.language = language;
        rows.forEach(row -> labels.computeIfAbsent(row.node("node"), n -> new TreeMap<>())
                .putIfAbsent(row.language("label"), row.text("label")));
    }

    /** Literals are called what they say. */
    public Named of(Node node) {
        return new Named(node, node.isLiteral() ? node.getLiteralLexicalForm() : label(node));
    }

    public List<Named> of(Collection<Node> nodes) {
        return nodes.stream()
                .map(this::of)
                .sorted(java.util.Comparator.comparing(Named::label))
                .toList();
    }

    public Optional<Named> ofNullable(Node node) {
        return Optional.ofNullable(node).map(this::of);
    }

    public Map<String, String> all(Node node) {
        Map<String, String> known = labels.getOrDefault(node, Map.of());
        return known.isEmpty() ? Map.of("", tail(node)) : known;
    }

    private String label(Node node) {
        Map<String, String> known = all(node);
        return known.containsKey(language)
                ? known.get(language)
                : known.getOrDefault("en", known.values().iterator().next());
    }

    private static String tail(Node node) {
        String text = node.toString();
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    }
}
