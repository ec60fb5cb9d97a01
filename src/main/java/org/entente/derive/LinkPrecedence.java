package org.entente.derive;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.entente.vocab.EntProperty;

/** Which stated links the view does not show, because the log of links or the thing itself has another word on them. */
final class LinkPrecedence {
    /** Predicates of statements that can make a difference. */
    private static final Set<Node> CONCERNED = Set.of(
            EntProperty.IDENTIFIER,
            EntProperty.DECIDES_LINK,
            EntProperty.IDENTIFIER_SCHEME,
            EntProperty.IDENTIFIER_VALUE);

    private final Graph view;
    private final Graph union;
    private final Set<Triple> leftOut = new HashSet<>();

    private LinkPrecedence(Graph view, Graph union) {
        this.view = view;
        this.union = union;
    }

    /**
     * The triples to leave out.
     *
     * @param view what graphs of the view state, things seen as decided
     * @param union the same of all graphs
     * @param inherited links that came with a merged thing, as their graphs state them
     */
    static Set<Triple> leftOut(Graph view, Graph union, Collection<Quad> inherited, Identities identities) {
        LinkPrecedence precedence = new LinkPrecedence(view, union);
        precedence.yieldToLog();
        precedence.yieldToOwn(inherited, identities);
        return precedence.leftOut;
    }

    /** Whether a statement that comes or goes can make a difference. */
    static boolean concerns(Triple triple, Graph union) {
        return CONCERNED.contains(triple.getPredicate())
                || union.contains(Node.ANY, EntProperty.IDENTIFIER, triple.getSubject());
    }

    /** Links about which the log decides: a rule puts them in again, in the state that was decided. */
    private void yieldToLog() {
        union.find(Node.ANY, EntProperty.DECIDES_LINK, Node.ANY)
                .forEachRemaining(entry -> union.find(Node.ANY, EntProperty.IDENTIFIER, entry.getObject())
                        .forEachRemaining(owner -> view.find(owner.getSubject(), EntProperty.IDENTIFIER, Node.ANY)
                                .forEachRemaining(stated -> {
                                    if (isSame(union, stated.getObject(), entry.getObject())) {
                                        leftOut.add(stated);
                                        view.find(stated.getObject(), Node.ANY, Node.ANY)
                                                .forEachRemaining(leftOut::add);
                                    }
                                })));
    }

    /**
     * Links that came with a merged thing and that the one that is left has as well: what is stated of itself counts. Of two that only
     * merged things have, the one whose thing comes first by IRI stays, so that the outcome is certain.
     */
    private void yieldToOwn(Collection<Quad> inherited, Identities identities) {
        Set<Triple> waiting = new LinkedHashSet<>();
        inherited.stream()
                .sorted(Comparator.comparing((Quad q) -> q.getSubject().toString())
                        .thenComparing(q -> q.getObject().toString()))
                .forEach(q -> waiting.add(identities.seen(q.asTriple())));
        waiting.removeIf(t -> !view.contains(t) || leftOut.contains(t));
        leftOut.addAll(waiting);
        for (Triple link : waiting) {
            boolean own = shown(link.getSubject(), EntProperty.IDENTIFIER)
                    .anyMatch(t -> isSame(view, t.getObject(), link.getObject()));
            if (own) {
                leftOut.addAll(shown(link.getObject(), Node.ANY).toList());
            } else {
                leftOut.remove(link);
            }
        }
    }

    private Stream<Triple> shown(Node subject, Node predicate) {
        List<Triple> stated = view.find(subject, predicate, Node.ANY).toList();
        return stated.stream().filter(t -> !leftOut.contains(t));
    }

    private static boolean isSame(Graph graph, Node link, Node other) {
        return Stream.of(EntProperty.IDENTIFIER_SCHEME, EntProperty.IDENTIFIER_VALUE)
                .allMatch(property -> graph.find(link, property, Node.ANY)
                        .filterKeep(t -> graph.contains(other, property, t.getObject()))
                        .hasNext());
    }
}
