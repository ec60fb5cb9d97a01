package org.entente.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.modify.TemplateLib;
import org.entente.pattern.KeyedBranch;
import org.entente.pattern.KeyedPattern;
import org.entente.pattern.Occurrence;
import org.entente.pattern.StatementPattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rule and what it made, in groups by the key of each branch. */
final class RuleRun {
    private static final Logger LOG = LoggerFactory.getLogger(RuleRun.class);

    /** The group of solutions of a branch without a key. */
    private static final Node ALL = Node.ANY;
    /** For more keys than that, all groups are matched again. */
    private static final int MANY_KEYS = 500;
    /** So many keys are looked up at once: whoever has a value is compared with each of them. */
    private static final int AT_ONCE = 100;

    private final Rule rule;
    private final int number;
    private final List<Map<Node, Set<Triple>>> made = new ArrayList<>();

    RuleRun(Rule rule, int number) {
        this.rule = rule;
        this.number = number;
        rule.branches().forEach(branch -> made.add(new HashMap<>()));
    }

    String name() {
        return rule.name();
    }

    /** Runs the rule over everything, for the first time. */
    void runAll(Workspace workspace) {
        DatasetGraph seen = workspace.seenBy(number);
        for (int i = 0; i < made.size(); i++) {
            KeyedBranch branch = rule.branches().get(i);
            match(branch, branch.pattern(), seen, made.get(i));
        }
        made.forEach(groups ->
                groups.values().forEach(triples -> triples.forEach(triple -> workspace.derive(triple, number))));
    }

    /** Runs it again for what can have changed. */
    void follow(Workspace workspace) {
        List<Map<Node, Set<Triple>>> now = new ArrayList<>();
        List<@Nullable Set<Node>> which = new ArrayList<>();
        for (KeyedBranch branch : rule.branches()) {
            Set<Node> keys = affected(branch, workspace);
            which.add(keys);
            LOG.debug("{} by {}: {} keys", rule.name(), branch.key(), keys == null ? "all" : keys.size());
            now.add(new HashMap<>());
            DatasetGraph seen = workspace.seenBy(number);
            Var key = branch.key();
            if (keys == null || key == null) {
                match(branch, branch.pattern(), seen, now.getLast());
            } else {
                List<Node> all = List.copyOf(keys);
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    List<Node> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                    match(branch, KeyedPattern.of(branch.pattern(), key, some), seen, now.getLast());
                }
            }
        }
        for (int i = 0; i < made.size(); i++) {
            replace(made.get(i), which.get(i), now.get(i), workspace);
        }
    }

    private void replace(
            Map<Node, Set<Triple>> before, @Nullable Set<Node> keys, Map<Node, Set<Triple>> now, Workspace workspace) {
        Set<Node> concerned = keys;
        if (concerned == null) {
            concerned = new HashSet<>(before.keySet());
            concerned.addAll(now.keySet());
        }
        for (Node key : concerned) {
            Set<Triple> old = before.getOrDefault(key, Set.of());
            Set<Triple> made = now.getOrDefault(key, Set.of());
            old.stream().filter(t -> !made.contains(t)).forEach(t -> workspace.withdraw(t, number));
            made.stream().filter(t -> !old.contains(t)).forEach(t -> workspace.derive(t, number));
            if (made.isEmpty()) {
                before.remove(key);
            } else {
                before.put(key, made);
            }
        }
    }

    /** Keys for which the branch may have other solutions than before; null for all. */
    private @Nullable Set<Node> affected(KeyedBranch branch, Workspace workspace) {
        Set<Node> keys = new HashSet<>();
        for (Occurrence place : branch.occurrences()) {
            Collection<Binding> values = changed(place.reads(), workspace);
            if (values.isEmpty()) {
                continue;
            }
            Set<Node> found = branch.key() == null || values.size() > MANY_KEYS
                    ? null
                    : place.keys(branch.key(), values, workspace.everything());
            if (found == null) {
                return null;
            }
            keys.addAll(found);
            if (keys.size() > MANY_KEYS) {
                return null;
            }
        }
        return keys;
    }

    private Collection<Binding> changed(StatementPattern place, Workspace workspace) {
        Collection<Node> predicates = place.predicate() == null
                ? place.predicates()
                : workspace.pending().predicates();
        Set<Binding> values = new HashSet<>();
        for (Node predicate : predicates) {
            for (Triple triple : workspace.pending().with(predicate)) {
                if (workspace.isChanged(triple, place.ofUnion(), number)) {
                    Binding match = place.match(triple);
                    if (match != null) {
                        values.add(match);
                    }
                }
            }
        }
        return values;
    }

    private void match(KeyedBranch branch, Op pattern, DatasetGraph seen, Map<Node, Set<Triple>> groups) {
        QueryIterator solutions = Algebra.exec(pattern, seen);
        try {
            while (solutions.hasNext()) {
                Binding solution = solutions.next();
                Node key = branch.key() == null ? ALL : solution.get(branch.key());
                Set<Triple> group = groups.computeIfAbsent(key, k -> new HashSet<>());
                TemplateLib.calcTriples(rule.template(), Iter.singletonIterator(solution))
                        .forEachRemaining(group::add);
            }
        } finally {
            solutions.close();
        }
    }
}
