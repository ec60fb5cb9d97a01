package org.entente.dependence;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** What one document states, in the order of its paragraphs, and where it comes from. */
final class Testimony {
    private static final Pattern FIRST_PARAGRAPH = Pattern.compile("P(\\d+)");

    final Node document;
    final Set<Node> publishers = new LinkedHashSet<>();
    final Set<Node> roots = new LinkedHashSet<>();
    final Set<Node> events = new LinkedHashSet<>();
    final Set<String> figures = new LinkedHashSet<>();
    final Set<String> names = new LinkedHashSet<>();
    boolean lowReliability;
    boolean namesOrigin;
    Optional<String> digest = Optional.empty();
    private final TreeMap<Integer, Set<Node>> items = new TreeMap<>();

    Testimony(Node document) {
        this.document = document;
    }

    /** A participant or topic and where it stands; what has no paragraph comes last. */
    void add(String locator, Node item) {
        Matcher paragraph = FIRST_PARAGRAPH.matcher(locator);
        int at = paragraph.find() ? Integer.parseInt(paragraph.group(1)) : Integer.MAX_VALUE;
        items.computeIfAbsent(at, p -> new LinkedHashSet<>()).add(item);
    }

    /** Each item once, where it first stands. */
    Set<Node> order() {
        Set<Node> order = new LinkedHashSet<>();
        items.values().forEach(order::addAll);
        return order;
    }
}
