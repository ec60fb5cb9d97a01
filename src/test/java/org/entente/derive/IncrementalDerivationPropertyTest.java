package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.TemporaryFolder;
import org.entente.store.Graphs;
import org.entente.store.Store;

/**
 * Whatever is written in whatever order, what is derived after each write is what all rules give over everything. The accounts of several
 * rule cases are thrown together, so that they contradict, merge and disturb each other.
 */
class IncrementalDerivationPropertyTest {
    private static final Rules RULES = Rules.read(Path.of("queries/rules"));
    private static final Set<Node> DERIVED = Set.of(Graphs.DERIVED, Graphs.RELEASE);

    /** The statements of some cases, with the people of all of them and the ontology. */
    private static List<Quad> cases(int count, Random random) {
        DatasetGraph all = DatasetGraphFactory.create();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/rules"))) {
            List<Path> cases = new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".trig")).sorted().toList());
            Collections.shuffle(cases, random);
            cases.subList(0, count)
                    .forEach(f -> RDFParser.source(f).lang(Lang.TRIG).parse(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DatasetGraph people = DatasetGraphFactory.create();
        RDFParser.source(RuleCase.PEOPLE).lang(Lang.TURTLE).parse(people);
        people.getDefaultGraph().find().forEachRemaining(triple -> all.add(Quad.create(Graphs.AUTHORITY, triple)));
        DatasetGraph ontology = DatasetGraphFactory.create();
        RDFParser.source("ontology/entente.ttl").parse(ontology);
        ontology.getDefaultGraph().find().forEachRemaining(triple -> all.add(Quad.create(Graphs.ONTOLOGY, triple)));
        return sorted(all.find());
    }

    private static List<Quad> sorted(java.util.Iterator<Quad> quads) {
        List<Quad> sorted = new ArrayList<>();
        quads.forEachRemaining(sorted::add);
        sorted.sort(Comparator.comparing(Quad::toString));
        return sorted;
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void any_sequence_of_writes_gives_what_a_full_derivation_gives(@ForAll Random random) {
        try (Store store = Store.inMemory(RULES)) {
            edit(store, cases(12, random), random, 6, 12, Graphs.ONTOLOGY);
        }
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void so_it_is_with_any_key(@ForAll Random random) {
        List<Rule> rules =
                RULES.all().stream().map(rule -> byOther(rule, random)).toList();
        try (Store store = Store.inMemory(() -> new RuleDeriver(rules))) {
            edit(store, cases(12, random), random, 6, 12, Graphs.ONTOLOGY);
        }
    }

    private static Rule byOther(Rule rule, Random random) {
        return new Rule(
                rule.name(),
                rule.text(),
                rule.template(),
                rule.branches().stream()
                        .map(branch -> branch.others().isEmpty()
                                ? branch
                                : branch.by(branch.others()
                                        .get(random.nextInt(branch.others().size()))))
                        .toList());
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void so_it_is_when_most_goes_and_comes_back(@ForAll Random random) {
        List<Quad> all = cases(8, random);
        try (Store store = Store.inMemory(RULES)) {
            store.write(d -> all.forEach(d::add));
            List<Quad> most = new ArrayList<>(all);
            most.removeIf(q -> q.getGraph().equals(Graphs.ONTOLOGY) || random.nextInt(5) == 0);
            for (int i = 0; i < 2; i++) {
                store.write(d -> most.forEach(d::delete));
                assertSameAsFull(store);
                store.write(d -> most.forEach(d::add));
                assertSameAsFull(store);
            }
        }
    }

    @Slow
    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void so_it_is_with_the_shipped_collection_on_disk(@ForAll Random random) {
        List<Quad> shipped = ShippedCollection.store().read(d -> sorted(d.find()));
        shipped.removeIf(q -> DERIVED.contains(q.getGraph()) || q.getGraph().equals(Graphs.WIKIDATA));
        try (TemporaryFolder folder = TemporaryFolder.create("entente-incremental");
                Store store = Store.onDisk(folder.path(), RULES)) {
            edit(store, shipped, random, 2, 40, Graphs.ONTOLOGY);
        }
    }

    /** Writes all but some of the statements, then takes some away and brings some back, comparing after each commit. */
    private static void edit(Store store, List<Quad> all, Random random, int writes, int most, Node kept) {
        List<Quad> absent = new ArrayList<>();
        store.write(d -> all.forEach(q -> {
            if (!q.getGraph().equals(kept) && random.nextInt(10) == 0) {
                absent.add(q);
            } else {
                d.add(q);
            }
        }));
        assertSameAsFull(store);
        for (int i = 0; i < writes; i++) {
            if (random.nextInt(3) == 0) {
                abort(store, all, random, most);
            }
            List<Quad> back = some(absent, random, most);
            List<Quad> away = some(all, random, most);
            away.removeIf(q -> q.getGraph().equals(kept));
            store.write(d -> {
                back.forEach(d::add);
                away.forEach(d::delete);
            });
            absent.removeAll(back);
            absent.addAll(away);
            assertSameAsFull(store);
        }
    }

    /** A write that is derived and then refused. */
    private static void abort(Store store, List<Quad> all, Random random, int most) {
        try {
            store.judgeWith(new org.entente.store.CommitValidator() {
                @Override
                public List<org.entente.rdf.Finding> ofFiles(List<org.entente.store.LoadedFile> files) {
                    return List.of();
                }

                @Override
                public List<org.entente.rdf.Finding> ofDataset(
                        DatasetGraph dataset, org.entente.store.SourceLocations positions) {
                    throw new IllegalStateException("refused");
                }
            });
            store.writeJudged(d -> some(all, random, most).stream()
                    .filter(q -> q.getGraph().equals(Graphs.OWN_AUTHORITY)
                            || q.getGraph().equals(Graphs.AUTHORITY)
                            || Graphs.isSource(q.getGraph()))
                    .forEach(d::delete));
        } catch (IllegalStateException e) {
            // refused on purpose
        }
    }

    private static List<Quad> some(List<Quad> quads, Random random, int most) {
        List<Quad> some = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0 && !quads.isEmpty(); i--) {
            some.add(quads.get(random.nextInt(quads.size())));
        }
        return some;
    }

    private static void assertSameAsFull(Store store) {
        try (Store fresh = Store.inMemory(RULES)) {
            List<Quad> stated = store.read(d -> {
                List<Quad> quads = new ArrayList<>();
                d.find().forEachRemaining(quads::add);
                return quads;
            });
            stated.removeIf(q -> q.isDefaultGraph() || DERIVED.contains(q.getGraph()));
            fresh.write(d -> stated.forEach(d::add));
            for (Node graph : List.of(Quad.defaultGraphNodeGenerated, Graphs.DERIVED)) {
                Set<Triple> expected = triples(fresh, graph);
                Set<Triple> found = triples(store, graph);
                Set<Triple> missing = new HashSet<>(expected);
                missing.removeAll(found);
                found.removeAll(expected);
                assertThat(missing).as("missing in " + graph).isEmpty();
                assertThat(found).as("too much in " + graph).isEmpty();
            }
        }
    }

    private static Set<Triple> triples(Store store, Node graph) {
        return store.read(d -> {
            Set<Triple> triples = new HashSet<>();
            d.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> triples.add(q.asTriple()));
            return triples;
        });
    }
}
