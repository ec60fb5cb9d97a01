package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.junit.jupiter.api.Test;

/** A table gives what Jena's graphs in memory give, whatever comes and goes, and when it shrinks. */
class TripleTablePropertyTest {
    private static final int RULES = 4;

    /** What a triple is, said plainly. */
    private static final class Known {
        boolean inView;
        boolean inUnion;
        boolean leftOut;
        final Map<Integer, Integer> rules = new TreeMap<>();

        int firstRule() {
            return rules.isEmpty()
                    ? TripleState.NEVER
                    : rules.keySet().iterator().next();
        }
    }

    @Property(tries = 25)
    void rules_see_what_graphs_of_the_same_triples_hold(
            @ForAll Random random, @ForAll @IntRange(min = 2, max = 40) int nodes) {
        Workspace workspace = new Workspace();
        Map<Triple, Known> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            // At first triples only come, as in a first derivation.
            change(workspace, expected, triple(random, nodes), random, i <= 100 ? 3 : 5);
            if (i == 100) {
                workspace.note();
            } else if (i % 40 == 0) {
                workspace.settle();
                assertSame(workspace, expected, random, nodes);
            }
        }
        workspace.settle();
        assertSame(workspace, expected, random, nodes);
    }

    private static Triple triple(Random random, int nodes) {
        Node object = random.nextBoolean()
                ? node(random, nodes)
                : NodeFactory.createLiteralString("o" + random.nextInt(nodes));
        return Triple.create(node(random, nodes), node(random, 5), object);
    }

    private static Node node(Random random, int nodes) {
        return NodeFactory.createURI("http://example.org/" + random.nextInt(nodes));
    }

    private static void change(
            Workspace workspace, Map<Triple, Known> expected, Triple triple, Random random, int kinds) {
        Known known = expected.computeIfAbsent(triple, t -> new Known());
        int rule = random.nextInt(RULES);
        switch (random.nextInt(kinds)) {
            case 0 -> {
                if (!known.inUnion) {
                    known.inUnion = true;
                    known.inView = random.nextBoolean();
                    workspace.state(triple, known.inView);
                }
            }
            case 3 -> {
                if (known.inUnion) {
                    workspace.retract(triple, known.inView);
                    known.inUnion = false;
                    known.inView = false;
                }
            }
            case 1 -> {
                workspace.derive(triple, rule);
                known.rules.merge(rule, 1, Integer::sum);
            }
            case 4 -> {
                if (known.rules.containsKey(rule)) {
                    workspace.withdraw(triple, rule);
                    known.rules.merge(rule, -1, (a, b) -> a + b == 0 ? null : a + b);
                }
            }
            default -> {
                known.leftOut = !known.leftOut;
                Set<Triple> leftOut = new HashSet<>();
                expected.forEach((t, k) -> {
                    if (k.leftOut) {
                        leftOut.add(t);
                    }
                });
                workspace.leaveOut(leftOut);
            }
        }
    }

    private static void assertSame(Workspace workspace, Map<Triple, Known> expected, Random random, int nodes) {
        for (int rule = 0; rule <= RULES; rule++) {
            Graph view = new GraphMemFast();
            Graph union = new GraphMemFast();
            for (Map.Entry<Triple, Known> entry : expected.entrySet()) {
                Known known = entry.getValue();
                boolean earlier = known.firstRule() < rule;
                if (known.inView && !known.leftOut || earlier) {
                    view.add(entry.getKey());
                }
                if (known.inUnion || earlier) {
                    union.add(entry.getKey());
                }
            }
            assertSame(workspace.seenBy(rule).getDefaultGraph(), view, random, nodes);
            assertSame(workspace.seenBy(rule).getUnionGraph(), union, random, nodes);
        }
        Graph stated = new GraphMemFast();
        Graph all = new GraphMemFast();
        long derived = 0;
        for (Map.Entry<Triple, Known> entry : expected.entrySet()) {
            Known known = entry.getValue();
            derived += known.rules.isEmpty() ? 0 : 1;
            if (known.inView) {
                stated.add(entry.getKey());
            }
            if (known.inView || !known.rules.isEmpty()) {
                all.add(entry.getKey());
            }
        }
        assertSame(workspace.statedView(), stated, random, nodes);
        assertSame(workspace.everything().getDefaultGraph(), all, random, nodes);
        assertThat(workspace.derived()).isEqualTo(derived);
    }

    /** Every kind of look-up. */
    private static void assertSame(Graph found, Graph expected, Random random, int nodes) {
        assertThat(found.size()).isEqualTo(expected.size());
        for (int i = 0; i < 8; i++) {
            Triple some = triple(random, nodes);
            Node subject = (i & 1) == 0 ? Node.ANY : some.getSubject();
            Node predicate = (i & 2) == 0 ? Node.ANY : some.getPredicate();
            Node object = (i & 4) == 0 ? Node.ANY : some.getObject();
            List<Triple> there = found.find(subject, predicate, object).toList();
            assertThat(there)
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(expected.find(subject, predicate, object).toList());
            assertThat(found.contains(subject, predicate, object)).isEqualTo(!there.isEmpty());
        }
    }

    @Property(tries = 10)
    void a_table_that_shrinks_has_the_triples_and_the_groups_that_it_had(@ForAll Random random) {
        Workspace workspace = new Workspace();
        Map<Triple, Known> expected = new HashMap<>();
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            triples.add(triple(random, 500));
        }
        Set<Triple> stated = new HashSet<>(triples);
        stated.forEach(triple -> {
            workspace.state(triple, true);
            workspace.derive(triple, 1 + random.nextInt(2));
            workspace.derive(triple, 3);
        });
        workspace.note();
        Pairs pairs = new Pairs();
        for (Triple triple : stated) {
            boolean stays = random.nextInt(3) == 0;
            workspace.retract(triple, true);
            if (stays) {
                Known known = new Known();
                known.rules.put(3, 1);
                expected.put(triple, known);
                pairs.add(
                        workspace.table().number(triple.getSubject()),
                        workspace.table().row(triple));
            } else {
                workspace.withdraw(triple, 3);
            }
            int other = workspace
                    .table()
                    .origins()
                    .first(TripleState.origin(
                            workspace.table().state(workspace.table().row(triple))));
            if (other < 3) {
                workspace.withdraw(triple, other);
            }
        }
        Groups groups = Groups.of(pairs);
        workspace.settle();
        TripleTable.Renumbering now = workspace.shrink(groups::markKeys);
        assertThat(now).isNotNull();
        groups.renumber(now);
        assertThat(workspace.table().size()).isEqualTo(expected.size());
        assertSame(workspace, expected, random, 500);
        Set<Triple> grouped = new HashSet<>();
        groups.forEachKey(key -> {
            for (int row : groups.get(key)) {
                Triple triple = workspace.table().triple(row);
                assertThat(triple.getSubject()).isEqualTo(workspace.table().node(key));
                grouped.add(triple);
            }
        });
        assertThat(grouped).isEqualTo(expected.keySet());
        assertThat(workspace.shrink(groups::markKeys)).isNull();
    }

    @Property(tries = 50)
    void groups_are_a_map_of_sets(@ForAll Random random) {
        Map<Integer, Set<Integer>> expected = new HashMap<>();
        Pairs pairs = new Pairs();
        for (int i = random.nextInt(3000); i > 0; i--) {
            int key = random.nextInt(201) - 1;
            int row = random.nextInt(50);
            pairs.add(key, row);
            expected.computeIfAbsent(key, k -> new HashSet<>()).add(row);
        }
        Groups groups = Groups.of(pairs);
        for (int i = random.nextInt(2500); i > 0; i--) {
            int key = random.nextInt(3000);
            int[] rows = random.ints(0, 50)
                    .limit(random.nextInt(4))
                    .distinct()
                    .sorted()
                    .toArray();
            groups.put(key, rows);
            Set<Integer> set = new HashSet<>();
            for (int row : rows) {
                set.add(row);
            }
            expected.put(key, set);
        }
        expected.values().removeIf(Set::isEmpty);
        expected.forEach((key, rows) -> assertThat(groups.get(key))
                .isSorted()
                .containsExactlyInAnyOrder(
                        rows.stream().mapToInt(Integer::intValue).toArray()));
        Set<Integer> keys = new HashSet<>();
        groups.forEachKey(keys::add);
        assertThat(keys).isEqualTo(expected.keySet());
        expected.forEach((key, rows) -> assertThat(groups.get(key)).hasSize(rows.size()));
    }

    @Test
    void what_many_groups_make_is_counted() {
        RuleCounts origins = new RuleCounts();
        int origin = RuleCounts.NONE;
        for (int i = 0; i < 1000; i++) {
            origin = origins.plus(origins.plus(origin, 7), 3);
        }
        assertThat(origins.first(origin)).isEqualTo(3);
        for (int i = 0; i < 1000; i++) {
            origin = origins.minus(origin, 3);
        }
        assertThat(origins.first(origin)).isEqualTo(7);
        for (int i = 0; i < 1000; i++) {
            origin = origins.minus(origin, 7);
        }
        assertThat(origin).isEqualTo(RuleCounts.NONE);
        assertThat(origins.first(origin)).isEqualTo(TripleState.NEVER);
    }
}
