package org.entente.derive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;

/**
 * Derived triples as lines that a person can read and compare: things with a hash in their IRI are called by what they are about
 * ({@code encounter:anna--boris--talk}, {@code conflict:talk--reportedTime}), and time spans stand as their EDTF text.
 */
final class ReadableView {
    private static final Set<String> HASHED = Set.of("encounter", "conflict", "participation", "name");

    private final Graph graph;
    private final Map<Node, Node> names = new HashMap<>();

    private ReadableView(Graph graph) {
        this.graph = graph;
    }

    /** One line for each triple. */
    static Set<Triple> of(Graph derived) {
        ReadableView view = new ReadableView(derived);
        return derived.stream()
                .filter(t -> !kind(t.getSubject()).equals("time"))
                .map(t -> Triple.create(view.readable(t.getSubject()), t.getPredicate(), view.readable(t.getObject())))
                .collect(Collectors.toSet());
    }

    /** The triples as sorted lines in Turtle, each complete in itself. */
    static TreeSet<String> lines(java.util.Collection<Triple> triples) {
        var prefixes = PrefixMapFactory.create(Prefixes.all());
        return triples.stream()
                .map(t -> NodeFmtLib.str(t.getSubject(), null, prefixes) + " "
                        + (t.getPredicate().equals(RDF.type.asNode())
                                ? "a"
                                : NodeFmtLib.str(t.getPredicate(), null, prefixes))
                        + " "
                        + NodeFmtLib.str(t.getObject(), null, prefixes) + " .")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What kind of thing the IRI names ({@code event}); empty for anything else. */
    static String kind(Node node) {
        return node.isURI() && node.getURI().startsWith(Ent.ID)
                ? node.getURI().substring(Ent.ID.length()).replaceFirst("/.*", "")
                : "";
    }

    private Node readable(Node node) {
        if (kind(node).equals("time")) {
            return NodeFactory.createLiteralString(joined(node, "edtf"));
        }
        return HASHED.contains(kind(node)) ? names.computeIfAbsent(node, this::named) : node;
    }

    private Node named(Node node) {
        String name =
                switch (kind(node)) {
                    case "encounter" ->
                        joined(node, "between") + "--" + joined(node, "viaEvent")
                                + (joined(node, "level").equals("levelCandidate") ? "--candidate" : "");
                    case "conflict" -> joined(node, "conflictOn") + "--" + joined(node, "aspect");
                    case "participation" -> joined(node, "inEvent") + "--" + who(node);
                    default ->
                        joined(node, "nameOf") + "--" + joined(node, "nameText") + "--" + joined(node, "nameUse");
                };
        return NodeFactory.createURI(Ent.ID + kind(node) + "/" + name.replaceAll("[^A-Za-z0-9-]+", "-"));
    }

    private String who(Node participation) {
        for (String property : List.of("participant", "asHolderOf", "groupDescription")) {
            String who = joined(participation, property);
            if (!who.isEmpty()) {
                return who;
            }
        }
        return "nobody";
    }

    private String joined(Node subject, String property) {
        return graph.stream(subject, NodeFactory.createURI(Ent.term(property)), Node.ANY)
                .map(Triple::getObject)
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.getURI().replaceFirst(".*[/#]", ""))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("--"));
    }
}
