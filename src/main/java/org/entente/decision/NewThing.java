package org.entente.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.draft.EntryLabels;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.rdf.TurtleTerm;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Prefixes;

/**
 * An entry that a decision makes, of the same kind as the one from which it is split.
 *
 * @param thing its IRI
 * @param like the entry from which it is split
 * @param entry its id and names
 * @param kin what it has in common with that entry: classes, body, place
 * @param there whether an entry has this IRI already
 */
public record NewThing(Node thing, Node like, NewEntry entry, Map<Node, List<Node>> kin, boolean there) {
    private static final int MOST_NAMESAKES = 50;

    public NewThing {
        kin = Map.copyOf(kin);
    }

    static NewThing read(Select select, Node like, NewEntry typed) {
        String space = like.getURI().substring(0, like.getURI().lastIndexOf('/') + 1);
        Map<Node, List<Node>> kin = new LinkedHashMap<>();
        for (Row row :
                select.rows(InternalQuery.DECISION_KIN, Map.of("thing", like)).rows()) {
            kin.computeIfAbsent(row.bound("property"), p -> new ArrayList<>()).add(row.bound("value"));
        }
        String id = typed.id();
        if (id.isEmpty()) {
            String slug = typed.labels().values().stream()
                    .map(EntryLabels::slug)
                    .filter(made -> !made.isEmpty())
                    .findFirst()
                    .orElse("");
            id = slug;
            // Two who were taken for one often have one name.
            for (int next = 2; !slug.isEmpty() && next < MOST_NAMESAKES && isKnown(select, like, space + id); next++) {
                id = slug + "-" + next;
            }
        }
        boolean same = like.getURI().equals(space + id);
        return new NewThing(
                NodeFactory.createURI(space + (isId(id) && !same ? id : "-")),
                like,
                new NewEntry(true, id, typed.labels()),
                kin,
                isId(id) && isKnown(select, like, space + id));
    }

    private static boolean isKnown(Select select, Node like, String iri) {
        return like.getURI().equals(iri)
                || Pair.read(select, like, NodeFactory.createURI(iri)).isOtherKnown();
    }

    private static boolean isId(String id) {
        return id.length() <= 100 && id.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** The name that is shown of it. */
    Node name() {
        return NodeFactory.createLiteralString(
                entry.labels().values().stream().findFirst().orElse(""));
    }

    /** @throws DecisionException if it has no name, or its id is none or is another's */
    NewThing checked() {
        if (entry.labels().isEmpty()) {
            throw new DecisionException("entry.name");
        }
        if (!isId(entry.id())) {
            throw new DecisionException("entry.id");
        }
        if (there) {
            throw new DecisionException("entry.there");
        }
        return this;
    }

    /** Its short form. */
    String curie() {
        return Prefixes.compact(thing.getURI());
    }

    /** A block of Turtle. */
    String turtle() {
        List<String> lines = new ArrayList<>();
        lines.add(TurtleTerm.of(thing) + " a " + terms(kin.getOrDefault(RDF.type.asNode(), List.of())));
        lines.add("rdfs:label " + EntryLabels.turtle(entry.labels()));
        kin.entrySet().stream()
                .filter(e -> !e.getKey().equals(RDF.type.asNode()))
                .map(e -> TurtleTerm.of(e.getKey()) + " " + terms(e.getValue()))
                .sorted()
                .forEach(lines::add);
        lines.add("ent:splitFrom " + TurtleTerm.of(like));
        return String.join(" ;\n  ", lines) + " .\n";
    }

    private static String terms(List<Node> nodes) {
        return nodes.stream().map(TurtleTerm::of).collect(Collectors.joining(" , "));
    }
}
