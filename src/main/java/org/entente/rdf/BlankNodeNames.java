package org.entente.rdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Names for blank nodes that depend only on the statements about them, so that equal content has equal names in every
 * file.
 *
 * <ol>
 * <li>Bottom-up: a node's content is the hash of its sorted predicate–object pairs, blank objects by their content.
 * <li>Top-down: its name is the hash of its content and of the sorted subject–predicate pairs that point to it, blank
 * subjects by their name. Nodes that are still equal are numbered in the order of the triples.
 * <li>Nodes on cycles are distinguished by repeated refinement in both directions. If some are still equal, the first
 * is marked and refinement goes on.
 * </ol>
 */
final class BlankNodeNames {
    /** Larger groups of nodes on cycles are numbered in order; refining them would be quadratic. */
    private static final int MAX_CYCLIC = 2000;

    /** The triples of which a blank node is the subject, and those of which it is the object. */
    private record Around(List<Triple> out, List<Triple> in) {}

    private final Map<Node, Around> nodes = new LinkedHashMap<>();
    private final Map<Node, String> contents = new HashMap<>();
    private final Map<Node, String> names = new LinkedHashMap<>();

    private BlankNodeNames() {}

    /** A name of 16 hexadecimal digits for every blank node of the triples; different nodes have different names. */
    static Map<Node, String> of(Iterable<Triple> triples) {
        BlankNodeNames names = new BlankNodeNames();
        names.index(triples);
        names.bottomUp();
        names.topDown();
        return names.names;
    }

    private void index(Iterable<Triple> triples) {
        Set<Triple> seen = new HashSet<>();
        for (Triple triple : triples) {
            boolean fromBlank = triple.getSubject().isBlank();
            boolean toBlank = triple.getObject().isBlank();
            if ((fromBlank || toBlank) && seen.add(triple)) {
                if (fromBlank) {
                    around(triple.getSubject()).out().add(triple);
                }
                if (toBlank) {
                    around(triple.getObject()).in().add(triple);
                }
            }
        }
    }

    private Around around(Node node) {
        return nodes.computeIfAbsent(node, n -> new Around(new ArrayList<>(), new ArrayList<>()));
    }

    private void bottomUp() {
        Map<Node, Integer> waiting = new HashMap<>();
        ArrayDeque<Node> ready = new ArrayDeque<>();
        nodes.forEach((node, around) -> {
            int blanks = (int)
                    around.out().stream().filter(t -> t.getObject().isBlank()).count();
            waiting.put(node, blanks);
            if (blanks == 0) {
                ready.add(node);
            }
        });
        while (!ready.isEmpty()) {
            Node node = ready.poll();
            contents.put(node, content(node, contents));
            for (Triple triple : around(node).in()) {
                if (triple.getSubject().isBlank() && waiting.merge(triple.getSubject(), -1, Integer::sum) == 0) {
                    ready.add(triple.getSubject());
                }
            }
        }
        refineContents();
    }

    /** Computes the content of nodes on or above a cycle by refinement. */
    private void refineContents() {
        for (List<Node> knot : knots(contents.keySet())) {
            Map<Node, String> colours = new HashMap<>(contents);
            knot.forEach(node -> colours.put(node, ""));
            refine(knot, colours, false);
            knot.forEach(node -> contents.put(node, colours.get(node)));
        }
    }

    private void topDown() {
        Map<Node, Integer> waiting = new HashMap<>();
        List<Node> roots = new ArrayList<>();
        nodes.forEach((node, around) -> {
            int blanks = (int)
                    around.in().stream().filter(t -> t.getSubject().isBlank()).count();
            waiting.put(node, blanks);
            if (blanks == 0) {
                roots.add(node);
            }
        });
        Map<String, Integer> alike = new HashMap<>();
        List<Node> ready = roots;
        while (!ready.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node node : ready) {
                name(node, nameKey(node, names), alike);
                for (Triple triple : around(node).out()) {
                    if (triple.getObject().isBlank() && waiting.merge(triple.getObject(), -1, Integer::sum) == 0) {
                        next.add(triple.getObject());
                    }
                }
            }
            ready = next;
        }
        for (List<Node> knot : knots(names.keySet())) {
            Map<Node, String> colours = new HashMap<>(names);
            knot.forEach(node -> colours.put(node, contents.get(node)));
            refine(knot, colours, true);
            while (knot.size() <= MAX_CYCLIC && markFirstTwin(knot, colours)) {
                refine(knot, colours, true);
            }
            knot.forEach(node -> name(node, Objects.requireNonNull(colours.get(node), "put above"), alike));
        }
    }

    private void name(Node node, String key, Map<String, Integer> alike) {
        int number = alike.merge(key, 1, Integer::sum);
        names.put(node, number == 1 ? key : hash(key + " " + number));
    }

    private String content(Node node, Map<Node, String> known) {
        List<String> lines = new ArrayList<>();
        for (Triple triple : around(node).out()) {
            lines.add(key(triple.getPredicate()) + " " + known(triple.getObject(), known));
        }
        Collections.sort(lines);
        return hash(String.join("\n", lines));
    }

    private String nameKey(Node node, Map<Node, String> known) {
        List<String> lines = new ArrayList<>();
        for (Triple triple : around(node).in()) {
            lines.add(known(triple.getSubject(), known) + " " + key(triple.getPredicate()));
        }
        Collections.sort(lines);
        return hash(contents.get(node) + "\n" + String.join("\n", lines));
    }

    /** The remaining nodes in the order of the triples, in groups that are connected by blank nodes. */
    private List<List<Node>> knots(Set<Node> done) {
        List<List<Node>> knots = new ArrayList<>();
        Set<Node> seen = new HashSet<>(done);
        for (Node start : nodes.keySet()) {
            if (!seen.add(start)) {
                continue;
            }
            Set<Node> members = new HashSet<>(Set.of(start));
            ArrayDeque<Node> queue = new ArrayDeque<>(members);
            while (!queue.isEmpty()) {
                Node node = queue.poll();
                around(node).out().stream().map(Triple::getObject).forEach(o -> visit(o, seen, members, queue));
                around(node).in().stream().map(Triple::getSubject).forEach(s -> visit(s, seen, members, queue));
            }
            knots.add(
                    members.size() == 1
                            ? List.of(start)
                            : nodes.keySet().stream().filter(members::contains).toList());
        }
        return knots;
    }

    private static void visit(Node node, Set<Node> seen, Set<Node> members, ArrayDeque<Node> queue) {
        if (node.isBlank() && seen.add(node)) {
            members.add(node);
            queue.add(node);
        }
    }

    private void refine(List<Node> knot, Map<Node, String> colours, boolean bothWays) {
        int rounds = knot.size() > MAX_CYCLIC ? 3 : knot.size();
        long before = -1;
        for (int round = 0; round < rounds; round++) {
            Map<Node, String> next = new HashMap<>();
            for (Node node : knot) {
                String colour = colours.get(node) + content(node, colours);
                next.put(node, hash(bothWays ? colour + inward(node, colours) : colour));
            }
            colours.putAll(next);
            long classes = next.values().stream().distinct().count();
            if (classes == before) {
                return;
            }
            before = classes;
        }
    }

    private String inward(Node node, Map<Node, String> colours) {
        List<String> lines = new ArrayList<>();
        for (Triple triple : around(node).in()) {
            lines.add(known(triple.getSubject(), colours) + " " + key(triple.getPredicate()));
        }
        Collections.sort(lines);
        return String.join("\n", lines);
    }

    private boolean markFirstTwin(List<Node> knot, Map<Node, String> colours) {
        Map<String, Node> first = new HashMap<>();
        for (Node node : knot) {
            Node twin = first.putIfAbsent(colours.get(node), node);
            if (twin != null) {
                colours.put(twin, hash("first " + colours.get(twin)));
                return true;
            }
        }
        return false;
    }

    private static String known(Node node, Map<Node, String> known) {
        return node.isBlank() ? "_:" + known.getOrDefault(node, "") : key(node);
    }

    /** A node that is not blank as text; language tags are in lower case, because RDF 1.1 ignores their case. */
    static String key(Node node) {
        if (node.isURI()) {
            return "<" + node.getURI() + ">";
        }
        if (!node.isLiteral()) {
            return node.toString();
        }
        String language = node.getLiteralLanguage();
        String suffix = language == null || language.isEmpty()
                ? "^^" + node.getLiteralDatatypeURI()
                : "@" + language.toLowerCase(Locale.ROOT);
        return "\""
                + node.getLiteralLexicalForm()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n") + "\"" + suffix;
    }

    private static String hash(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 16);
    }
}
