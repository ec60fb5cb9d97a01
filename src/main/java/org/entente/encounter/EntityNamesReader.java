package org.entente.encounter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.store.LanguageOrder;
import org.entente.vocab.Iris;

/** How things are called in the reader's language, else in another, see {@link LanguageOrder}. */
public final class EntityNamesReader {
    private final String language;
    private final Map<Node, Map<String, String>> labels = new HashMap<>();

    public EntityNamesReader(String language, List<Row> rows) {
        this.language = language;
        rows.forEach(row -> labels.computeIfAbsent(row.bound("node"), n -> new TreeMap<>())
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

    public Optional<Named> of(Optional<Node> node) {
        return node.map(this::of);
    }

    public Map<String, String> all(Node node) {
        Map<String, String> known = labels.getOrDefault(node, Map.of());
        return known.isEmpty() ? Map.of("", Iris.localName(node.toString())) : known;
    }

    private String label(Node node) {
        return LanguageOrder.best(all(node), language).orElseThrow();
    }
}
