package org.entente.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.rdf.TurtleTerm;
import org.entente.text.TurtleText;

/**
 * A choice with its author and reason.
 *
 * @param labels what it is called, by language
 * @param why the reason, by language, at least one
 * @param by who decides
 */
public record Decision(Draft draft, Map<String, String> labels, Map<String, String> why, String by) {
    /** The longest name of an author, in characters. */
    public static final int LONGEST_NAME = 200;
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 2_000;

    public Decision {
        labels = Map.copyOf(labels);
        why = Map.copyOf(why);
    }

    /**
     * The name behind the name space of decisions.
     *
     * @param at when it is decided
     */
    String slug(Instant at) {
        String all = at + "\n" + by + "\n" + why + "\n" + draft;
        return at.toString().substring(0, 10) + "-" + DigestUtils.sha256Hex(all).substring(0, 12);
    }

    /**
     * A block of Turtle.
     *
     * @param iri of the decision
     */
    String turtle(String iri, Instant at) {
        List<String> lines = new ArrayList<>();
        lines.add(TurtleTerm.of(NodeFactory.createURI(iri)) + " a ent:Decision");
        lines.add("rdfs:label " + texts(labels));
        add(lines, "ent:decidesOn", draft.on());
        add(lines, "ent:aspect", List.of(draft.aspect()));
        add(lines, "ent:prefers", draft.prefers());
        if (!draft.time().isEmpty()) {
            lines.add("ent:prefers [ a ent:TimeSpan ; ent:edtf " + TurtleText.quoted(draft.time()) + " ]");
        }
        add(lines, "ent:overrides", draft.overrides());
        add(lines, "ent:assigns", draft.assigns());
        lines.add("ent:rationale " + texts(why));
        lines.add("ent:decidedBy " + TurtleText.quoted(by));
        lines.add("ent:decidedOn " + TurtleText.quoted(at.toString()) + "^^xsd:dateTime");
        return String.join(" ;\n  ", lines) + " .\n";
    }

    private static void add(List<String> lines, String property, List<Node> values) {
        if (!values.isEmpty()) {
            lines.add(property + " "
                    + values.stream().distinct().map(TurtleTerm::of).collect(Collectors.joining(" , ")));
        }
    }

    private static String texts(Map<String, String> byLanguage) {
        return byLanguage.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> TurtleText.quoted(e.getValue()) + "@" + e.getKey())
                .collect(Collectors.joining(" , "));
    }
}
