package org.entente.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.bounds.SizeException;
import org.entente.bounds.UnboundedTexts;
import org.entente.pattern.Crowds;
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

    /** For more keys than that, all groups are matched again. */
    private static final int MANY_KEYS = 500;
    /** So many keys are looked up at once: whoever has a value is compared with each of them. */
    private static final int AT_ONCE = 100;
    /**
     * So many solutions are put into no order: triples are found in the order in which they came, and who looks for any one that is near in
     * time, of hundreds, should not have to pass all that are not.
     */
    private static final int MIXED = 16_384;

    private final Rule rule;
    private final int number;
    private List<KeyedBranch> branches;
    /** What each branch made. */
    private final List<Groups> made = new ArrayList<>();

    RuleRun(Rule rule, int number) {
        this.rule = rule;
        this.number = number;
        this.branches = rule.branches();
    }

    String name() {
        return rule.name();
    }

    /**
     * Runs the rule over everything, for the first time.
     *
     * @param crowds chooses the keys of groups
     */
    void runAll(Workspace workspace, Crowds crowds) {
        DatasetGraph seen = workspace.seenBy(number);
        branches = branches.stream().map(crowds::choose).toList();
        for (KeyedBranch branch : branches) {
            Pairs pairs = new Pairs();
            match(branch, branch.pattern(), seen, workspace.table(), pairs);
            made.add(Groups.of(pairs));
        }
        made.forEach(groups -> groups.forEachRow(row -> workspace.derive(row, number)));
    }

    /** Runs it again for what can have changed. */
    void follow(Workspace workspace) {
        List<Groups> now = new ArrayList<>();
        List<@Nullable Set<Node>> which = new ArrayList<>();
        for (KeyedBranch branch : branches) {
            Set<Node> keys = affected(branch, workspace);
            which.add(keys);
            LOG.debug("{} by {}: {} keys", rule.name(), branch.key(), keys == null ? "all" : keys.size());
            Pairs pairs = new Pairs();
            DatasetGraph seen = workspace.seenBy(number);
            Var key = branch.key();
            if (keys == null || key == null) {
                match(branch, branch.pattern(), seen, workspace.table(), pairs);
            } else {
                List<Node> all = List.copyOf(keys);
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    List<Node> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                    match(branch, KeyedPattern.of(branch.pattern(), key, some), seen, workspace.table(), pairs);
                }
            }
            now.add(Groups.of(pairs));
        }
        for (int i = 0; i < made.size(); i++) {
            replace(made.get(i), which.get(i), now.get(i), workspace);
        }
    }

    private void replace(Groups before, @Nullable Set<Node> keys, Groups now, Workspace workspace) {
        if (keys == null) {
            before.forEachKey(key -> replace(before, key, now.get(key), workspace));
            now.forEachKey(key -> replace(before, key, now.get(key), workspace));
        } else {
            keys.forEach(node -> {
                int key = workspace.table().numberOf(node);
                replace(before, key, now.get(key), workspace);
            });
        }
    }

    private void replace(Groups before, int key, int[] made, Workspace workspace) {
        int[] old = before.get(key);
        if (Arrays.equals(old, made)) {
            return;
        }
        without(old, made).forEach(row -> workspace.withdraw(row, number));
        without(made, old).forEach(row -> workspace.derive(row, number));
        before.put(key, made);
    }

    private static IntStream without(int[] rows, int[] others) {
        return Arrays.stream(rows).filter(row -> Arrays.binarySearch(others, row) < 0);
    }

    /** Marks the nodes that are keys of what it made. */
    void markKeys(BitSet nodes) {
        made.forEach(groups -> groups.markKeys(nodes));
    }

    /** The table has other numbers from now on. */
    void renumber(TripleTable.Renumbering now) {
        made.forEach(groups -> groups.renumber(now));
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
        Set<Binding> values = new HashSet<>();
        for (int row : workspace.changed(place, number)) {
            Binding match = place.match(workspace.table().triple(row));
            if (match != null) {
                values.add(match);
            }
        }
        return values;
    }

    private void match(KeyedBranch branch, Op pattern, DatasetGraph seen, TripleTable table, Pairs pairs) {
        try {
            UnboundedTexts.in(() -> matchAll(branch, pattern, seen, table, pairs));
        } catch (SizeException e) {
            throw e.in("the rule " + rule.name());
        }
    }

    private void matchAll(KeyedBranch branch, Op pattern, DatasetGraph seen, TripleTable table, Pairs pairs) {
        RowTemplate template = new RowTemplate(rule.template(), table);
        Random random = new Random(number);
        List<Binding> some = new ArrayList<>();
        QueryIterator solutions = Algebra.exec(pattern, seen);
        try {
            while (solutions.hasNext()) {
                some.add(solutions.next());
                if (some.size() == MIXED || !solutions.hasNext()) {
                    Collections.shuffle(some, random);
                    some.forEach(solution -> {
                        int key = branch.key() == null ? Groups.ALL : table.numberOf(solution.get(branch.key()));
                        template.forEach(solution, row -> pairs.add(key, row));
                    });
                    some.clear();
                }
            }
        } finally {
            solutions.close();
        }
    }
}
