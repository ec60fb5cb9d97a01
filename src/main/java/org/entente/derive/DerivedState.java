package org.entente.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.pattern.Crowds;
import org.entente.store.Changes;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.vocab.EntProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was derived from a state of a store, and why. Things that decisions merge or split are seen as decided ({@link Identities}).
 * Nothing that an earlier run derived is read, so nothing can follow from itself.
 */
final class DerivedState {
    private static final Logger LOG = LoggerFactory.getLogger(DerivedState.class);

    private static final Set<Node> VIEW =
            Set.of(Graphs.ONTOLOGY, Graphs.VOCABULARY, Graphs.AUTHORITY, Graphs.OWN_AUTHORITY);
    /** What was derived before, and what is no part of the collection. */
    private static final Set<Node> NOT_READ = Set.of(Graphs.DERIVED, Graphs.WIKIDATA);

    /** The number of what follows from identities; rules have the numbers after it. */
    private static final int IDENTITIES = 0;
    /** Of so many statements that change at once it is quicker to derive everything. */
    private static final int MANY = 20_000;

    private final Workspace workspace = new Workspace();
    private Identities identities;
    private final List<RuleRun> runs = new ArrayList<>();
    /** Triples that were written or deleted in transactions of which none is known to be committed. */
    private final Set<Triple> unsure = new HashSet<>();

    private final Set<Quad> inherited = new HashSet<>();

    private DerivedState(List<Rule> rules, Identities identities) {
        this.identities = identities;
        for (Rule rule : rules) {
            runs.add(new RuleRun(rule, runs.size() + 1));
        }
    }

    /** Derives everything and writes it to the store. */
    static DerivedState of(DatasetGraph dataset, List<Rule> rules, Identities identities, Progress progress) {
        DerivedState state = new DerivedState(rules, identities);
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (isRead(quad)) {
                state.state(quad);
            }
        });
        state.decideLinks();
        Set.copyOf(identities.consequences()).forEach(t -> state.workspace.derive(t, IDENTITIES));
        Crowds crowds = new Crowds(state.workspace.everything());
        for (RuleRun run : state.runs) {
            progress.at("Rules", state.runs.indexOf(run), state.runs.size());
            long start = System.nanoTime();
            run.runAll(state.workspace, crowds);
            LOG.debug("{}: {} ms", run.name(), (System.nanoTime() - start) / 1_000_000);
        }
        progress.at("Writing what follows", 0, 0);
        state.workspace.writeAll(dataset);
        state.workspace.note();
        return state;
    }

    /** Number of derived statements. */
    long derived() {
        return workspace.derived();
    }

    private static boolean isRead(Quad quad) {
        return !quad.isDefaultGraph() && !NOT_READ.contains(quad.getGraph());
    }

    private void state(Quad quad) {
        Triple seen = identities.seen(quad.asTriple());
        if (seen != null) {
            boolean inView = VIEW.contains(quad.getGraph());
            workspace.state(seen, inView);
            if (isInherited(quad, seen)) {
                inherited.add(quad);
            }
        }
    }

    private void retract(Quad quad) {
        Triple seen = identities.seen(quad.asTriple());
        if (seen != null) {
            workspace.retract(seen, VIEW.contains(quad.getGraph()));
            inherited.remove(quad);
        }
    }

    /** Whether it gives a merged thing a link, which the thing that is left takes over. */
    private static boolean isInherited(Quad quad, Triple seen) {
        return VIEW.contains(quad.getGraph())
                && seen.getPredicate().equals(EntProperty.IDENTIFIER)
                && !seen.getSubject().equals(quad.getSubject());
    }

    private void decideLinks() {
        workspace.leaveOut(
                LinkPrecedence.leftOut(workspace.statedView(), workspace.statedUnion(), inherited, identities));
    }

    /** Whether the changes can be worked in; of very many, it is quicker to derive everything. */
    boolean canFollow(Changes changes) {
        return changes.size() <= MANY;
    }

    /** Works the changes in and writes to the store what is derived otherwise. */
    void follow(Changes changes, Identities now, DatasetGraph dataset) {
        List<Quad> removed =
                changes.removed().stream().filter(DerivedState::isRead).toList();
        List<Quad> added = changes.added().stream().filter(DerivedState::isRead).toList();
        Set<Quad> seenOtherwise = mentioning(identities.seenOtherwise(now), dataset);
        added.forEach(seenOtherwise::remove);
        boolean links = !seenOtherwise.isEmpty() || concernsLinks(removed);
        removed.forEach(this::retract);
        seenOtherwise.forEach(this::retract);
        replaceIdentities(now);
        seenOtherwise.forEach(this::state);
        added.forEach(this::state);
        if (links || concernsLinks(added)) {
            decideLinks();
        }
        for (RuleRun run : runs) {
            long start = System.nanoTime();
            run.follow(workspace);
            long took = (System.nanoTime() - start) / 1_000_000;
            if (took > 0) {
                LOG.debug("{}: {} ms", run.name(), took);
            }
        }
        if (changes.committed()) {
            unsure.clear();
        }
        Set<Triple> written = new HashSet<>();
        workspace.pending().rows().forEach(row -> written.add(workspace.table().triple(row)));
        workspace.writeChanges(dataset);
        workspace.settle();
        for (Triple triple : unsure) {
            workspace.correct(dataset, Quad.create(Quad.defaultGraphNodeGenerated, triple));
            workspace.correct(dataset, Quad.create(Graphs.DERIVED, triple));
        }
        unsure.addAll(written);
        changes.removed().forEach(quad -> workspace.correct(dataset, quad));
        changes.added().forEach(quad -> workspace.correct(dataset, quad));
        TripleTable.Renumbering numbers = workspace.shrink(used -> runs.forEach(run -> run.markKeys(used)));
        if (numbers != null) {
            runs.forEach(run -> run.renumber(numbers));
        }
    }

    /** Statements of the store that are about one of the things or name it. */
    private static Set<Quad> mentioning(Set<Node> things, DatasetGraph dataset) {
        Set<Quad> quads = new HashSet<>();
        for (Node thing : things) {
            dataset.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            dataset.find(Node.ANY, Node.ANY, Node.ANY, thing).forEachRemaining(quads::add);
        }
        quads.removeIf(quad -> !isRead(quad));
        return quads;
    }

    private void replaceIdentities(Identities now) {
        Set<Triple> before = new HashSet<>(identities.consequences());
        Set<Triple> after = new HashSet<>(now.consequences());
        before.stream().filter(t -> !after.contains(t)).forEach(t -> workspace.withdraw(t, IDENTITIES));
        after.stream().filter(t -> !before.contains(t)).forEach(t -> workspace.derive(t, IDENTITIES));
        identities = now;
    }

    private boolean concernsLinks(List<Quad> changed) {
        var stated = workspace.statedUnion();
        return changed.stream().anyMatch(q -> {
            Triple seen = identities.seen(q.asTriple());
            return seen != null && LinkPrecedence.concerns(seen, stated);
        });
    }
}
