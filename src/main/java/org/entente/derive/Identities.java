package org.entente.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.store.Graphs;
import org.entente.vocab.EntProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which thing each IRI means, by the decisions that stand. A merge has everything that is said of one thing be said of another; a
 * split has reports and participations that named one thing speak of another; a correction has a line of a source give another value. Sources keep the IRIs that they were written with: the
 * rules see the result, so whatever follows from them (and the consolidated view) speaks of the things that are left. A decision
 * that another one withdraws does not count, nor do merges that run in a circle.
 */
final class Identities {
    private final Map<Node, Set<Node>> decided = new LinkedHashMap<>();
    private final Map<Node, Node> survivors = new HashMap<>();
    private final Map<Node, Map<Node, Node>> assigned = new HashMap<>();
    private final Set<Node> withdrawn = new HashSet<>();
    /** Of each line of a source that a decision puts right: its statements, and the values that count. */
    private final Map<Node, Map<Triple, Node>> corrected = new HashMap<>();

    /** Of each document: on which others it does not draw any more, since the decision that says so was withdrawn. */
    private final Map<Node, Set<Node>> underived = new HashMap<>();

    private final List<Triple> consequences = new ArrayList<>();

    private Identities() {}

    static Identities of(DatasetGraph dataset) {
        Identities identities = new Identities();
        identities.readWithdrawals(dataset);
        identities.readTakenBack(dataset);
        identities.readMerges(dataset);
        identities.readSplits(dataset);
        identities.readCorrections(dataset);
        return identities;
    }

    /** Entries that were made by a split which was withdrawn: what names them means again the one from which they were split. */
    private final Set<Node> takenBack = new HashSet<>();

    /** What the rules see instead of a triple; null if it is part of a decision that was withdrawn, or what that one made. */
    @Nullable
    Triple seen(Triple triple) {
        if (withdrawn.contains(triple.getSubject())
                || takenBack.contains(triple.getSubject())
                || triple.getPredicate().equals(EntProperty.DERIVES_FROM)
                        && underived.getOrDefault(triple.getSubject(), Set.of()).contains(triple.getObject())) {
            return null;
        }
        Node stated = corrected.getOrDefault(triple.getSubject(), Map.of()).getOrDefault(triple, triple.getObject());
        Node object = assigned.getOrDefault(triple.getSubject(), Map.of()).getOrDefault(stated, stated);
        Node subject = survivors.getOrDefault(triple.getSubject(), triple.getSubject());
        Node predicate = triple.getPredicate();
        // What decisions say of identities stays as it was said.
        if (!predicate.equals(EntProperty.DECIDES_ON) && !predicate.equals(EntProperty.PREFERS)) {
            object = survivors.getOrDefault(object, object);
        }
        if (!subject.equals(triple.getSubject())
                && (predicate.equals(RDFS.label.asNode()) || predicate.equals(SKOS.prefLabel.asNode()))) {
            // The names stay; the thing that is left is called by its own.
            predicate = SKOS.altLabel.asNode();
        }
        return Triple.create(subject, predicate, object);
    }

    /** What is derived of the identities themselves: which thing went into which, which came from which, which decision withdraws which. */
    List<Triple> consequences() {
        return consequences;
    }

    /** Things of which statements are seen otherwise than by other identities: those that it is about, and those that it names. */
    Set<Node> seenOtherwise(Identities other) {
        Set<Node> things = differing(survivors, other.survivors);
        if (!things.isEmpty()) {
            // What was assigned to a thing goes on to the one into which that was merged.
            things.addAll(assigned.keySet());
            things.addAll(other.assigned.keySet());
        }
        things.addAll(differing(assigned, other.assigned));
        things.addAll(differing(corrected, other.corrected));
        things.addAll(differing(underived, other.underived));
        Set<Node> either = new HashSet<>(withdrawn);
        either.addAll(other.withdrawn);
        either.stream()
                .filter(d -> withdrawn.contains(d) != other.withdrawn.contains(d))
                .forEach(things::add);
        return things;
    }

    private static <V> Set<Node> differing(Map<Node, V> one, Map<Node, V> other) {
        Set<Node> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return keys;
    }

    private void readWithdrawals(DatasetGraph dataset) {
        Map<Node, Set<Node>> by = new HashMap<>();
        for (Node decision : decisions(dataset, EntProperty.WITHDRAWN_BY)) {
            objects(dataset, decision, EntProperty.OVERRIDES)
                    .forEach(d -> by.computeIfAbsent(d, k -> new HashSet<>()).add(decision));
        }
        by.keySet().stream().filter(d -> isWithdrawn(d, by, new HashSet<>())).forEach(withdrawn::add);
        for (Node decision : withdrawn) {
            if (objects(dataset, decision, EntProperty.ASPECT).contains(EntProperty.DERIVES_FROM)) {
                objects(dataset, decision, EntProperty.DECIDES_ON).forEach(document -> underived
                        .computeIfAbsent(document, d -> new HashSet<>())
                        .addAll(objects(dataset, decision, EntProperty.PREFERS)));
            }
            by.getOrDefault(decision, Set.of()).stream()
                    .filter(later -> !withdrawn.contains(later))
                    .forEach(later -> consequences.add(Triple.create(decision, EntProperty.WITHDRAWN_BY, later)));
        }
    }

    private static boolean isWithdrawn(Node decision, Map<Node, Set<Node>> by, Set<Node> asked) {
        return asked.add(decision)
                && by.getOrDefault(decision, Set.of()).stream().anyMatch(w -> !isWithdrawn(w, by, asked));
    }

    private void readTakenBack(DatasetGraph dataset) {
        Set<Node> standing = new HashSet<>();
        decisions(dataset, EntProperty.SPLIT_FROM)
                .forEach(decision -> standing.addAll(objects(dataset, decision, EntProperty.PREFERS)));
        for (Node decision : withdrawn) {
            if (objects(dataset, decision, EntProperty.ASPECT).contains(EntProperty.SPLIT_FROM)) {
                for (Node made : objects(dataset, decision, EntProperty.PREFERS)) {
                    dataset.find(Graphs.AUTHORITY, made, EntProperty.SPLIT_FROM, Node.ANY)
                            .forEachRemaining(q -> {
                                if (!standing.contains(made)) {
                                    takenBack.add(made);
                                    decided.computeIfAbsent(made, k -> new HashSet<>())
                                            .add(q.getObject());
                                    consequences.add(Triple.create(made, EntProperty.MERGED_INTO, q.getObject()));
                                }
                            });
                }
            }
        }
    }

    private void readMerges(DatasetGraph dataset) {
        for (Node decision : decisions(dataset, EntProperty.MERGED_INTO)) {
            for (Node given : objects(dataset, decision, EntProperty.DECIDES_ON)) {
                for (Node into : objects(dataset, decision, EntProperty.PREFERS)) {
                    decided.computeIfAbsent(given, k -> new HashSet<>()).add(into);
                    consequences.add(Triple.create(given, EntProperty.MERGED_INTO, into));
                }
            }
        }
        decided.forEach((given, into) -> survivor(given).ifPresent(left -> {
            survivors.put(given, left);
            if (!into.contains(left)) {
                consequences.add(Triple.create(given, EntProperty.MERGED_INTO, left));
            }
        }));
    }

    /** The end of the chain of merges; none where it is a circle or forks, which checks refuse. */
    private java.util.Optional<Node> survivor(Node given) {
        Set<Node> passed = new HashSet<>();
        Node at = given;
        while (decided.containsKey(at)) {
            if (!passed.add(at) || decided.get(at).size() != 1) {
                return java.util.Optional.empty();
            }
            at = decided.get(at).iterator().next();
        }
        return java.util.Optional.of(at);
    }

    private void readSplits(DatasetGraph dataset) {
        for (Node decision : decisions(dataset, EntProperty.SPLIT_FROM)) {
            for (Node old : objects(dataset, decision, EntProperty.DECIDES_ON)) {
                for (Node split : objects(dataset, decision, EntProperty.PREFERS)) {
                    consequences.add(Triple.create(split, EntProperty.SPLIT_FROM, old));
                    for (Node given : objects(dataset, decision, EntProperty.ASSIGNS)) {
                        assign(given, old, split);
                        dataset.find(Node.ANY, Node.ANY, EntProperty.IN_REPORT, given)
                                .forEachRemaining(q -> assign(q.getSubject(), old, split));
                    }
                }
            }
        }
    }

    /** A decision that overrides one value of a line and prefers another. */
    private void readCorrections(DatasetGraph dataset) {
        for (Node graph : Graphs.ALL_DECISIONS) {
            dataset.find(graph, Node.ANY, EntProperty.OVERRIDES, Node.ANY).forEachRemaining(q -> {
                List<Node> wanted = objects(dataset, q.getSubject(), EntProperty.PREFERS);
                if (wanted.size() != 1 || withdrawn.contains(q.getSubject())) {
                    return;
                }
                for (Node property : objects(dataset, q.getSubject(), EntProperty.ASPECT)) {
                    if (property.isURI()) {
                        objects(dataset, q.getSubject(), EntProperty.DECIDES_ON).stream()
                                .filter(line -> !line.isLiteral())
                                .forEach(line -> corrected
                                        .computeIfAbsent(line, l -> new HashMap<>())
                                        .put(Triple.create(line, property, q.getObject()), wanted.getFirst()));
                    }
                }
            });
        }
    }

    private void assign(Node subject, Node old, Node split) {
        assigned.computeIfAbsent(subject, k -> new HashMap<>()).put(old, split);
    }

    private List<Node> decisions(DatasetGraph dataset, Node aspect) {
        List<Node> found = new ArrayList<>();
        for (Node graph : Graphs.ALL_DECISIONS) {
            dataset.find(graph, Node.ANY, EntProperty.ASPECT, aspect).forEachRemaining(q -> {
                if (!withdrawn.contains(q.getSubject())) {
                    found.add(q.getSubject());
                }
            });
        }
        return found;
    }

    private static List<Node> objects(DatasetGraph dataset, Node subject, Node property) {
        List<Node> found = new ArrayList<>();
        for (Node graph : Graphs.ALL_DECISIONS) {
            dataset.find(graph, subject, property, Node.ANY).forEachRemaining(q -> found.add(q.getObject()));
        }
        return found;
    }
}
