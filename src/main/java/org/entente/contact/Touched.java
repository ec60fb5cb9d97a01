package org.entente.contact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.entente.store.Changes;
import org.entente.vocab.EntProperty;

/**
 * What changed statements say of contacts.
 *
 * @param encounters of which something may be different, or which came or went
 * @param participations as well
 * @param dated things whose dates may be different
 */
record Touched(Set<Node> encounters, Set<Node> participations, Set<Node> dated) {
    private static final Set<Node> OF_ENCOUNTERS = Set.of(
            EntProperty.BETWEEN,
            EntProperty.VIA_EVENT,
            EntProperty.LEVEL,
            EntProperty.CONFIDENCE,
            EntProperty.WITNESS_COUNT,
            EntProperty.SUPPORTED_BY,
            EntProperty.VIA_PARTICIPATION);
    private static final Set<Node> OF_PARTICIPATIONS =
            Set.of(EntProperty.IN_EVENT, EntProperty.PARTICIPANT, EntProperty.AS_HOLDER_OF, EntProperty.ATTENDANCE);

    /** Changes that are known, seen in the view that they left. */
    static Touched by(Changes changes, ContactIndex earlier, Graph view) {
        Touched touched = new Touched(new HashSet<>(), new HashSet<>(), new HashSet<>());
        Stream.of(changes.added(), changes.removed())
                .flatMap(List::stream)
                .filter(Quad::isDefaultGraph)
                .forEach(quad -> touched.by(quad, view));
        // Other things have witnesses, documents and dates, too.
        Set<Node> others = new HashSet<>(touched.encounters);
        others.removeIf(node -> view.contains(node, EntProperty.BETWEEN, Node.ANY));
        others.removeAll(earlier.encountersAmong(others));
        touched.encounters.removeAll(others);
        touched.dated.removeIf(node -> earlier.number(node) < 0);
        return touched;
    }

    private void by(Quad quad, Graph view) {
        Node property = quad.getPredicate();
        Node subject = quad.getSubject();
        if (OF_ENCOUNTERS.contains(property)) {
            encounters.add(subject);
        } else if (OF_PARTICIPATIONS.contains(property)) {
            participations.add(subject);
        } else if (property.equals(EntProperty.STANDS_FOR)) {
            view.find(Node.ANY, EntProperty.VIA_PARTICIPATION, subject)
                    .forEachRemaining(t -> encounters.add(t.getSubject()));
        } else if (property.equals(EntProperty.TIME) || property.equals(EntProperty.DISPLAY_DATE)) {
            dated.add(subject);
        } else if (property.equals(EntProperty.EARLIEST_START) || property.equals(EntProperty.LATEST_END)) {
            view.find(Node.ANY, EntProperty.TIME, subject).forEachRemaining(t -> dated.add(t.getSubject()));
        }
    }

    boolean isEmpty() {
        return count() == 0;
    }

    int count() {
        return encounters.size() + participations.size() + dated.size();
    }
}
