package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.entente.ShippedCollection;
import org.entente.TemporaryFolder;
import org.entente.derive.Rules;
import org.entente.rdf.Finding;
import org.entente.store.CommitValidator;
import org.entente.store.Graphs;
import org.entente.store.JudgedChanges;
import org.entente.store.LoadedFile;
import org.entente.store.SourceLocations;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.EntProperty;

/**
 * Whatever is written in whatever order, committed or refused, a validator that is told what changed finds what one finds that sees the
 * state for the first time: on a store on disk, with what rules derive.
 */
class IncrementalValidationPropertyTest {
    private static final Set<Node> NOT_STATED = Set.of(Graphs.DERIVED, Graphs.RELEASE, Graphs.WIKIDATA);
    private static final int ROUNDS = 4;
    /** What is asked of each finding; a state is judged by both validators in the same order. */
    private final CollectionValidator kept = CollectionValidator.of(ShippedCollection.FILES);

    private int compared;

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void after_any_change_the_findings_are_those_of_a_first_look(@ForAll Random random) {
        List<Quad> all = new ArrayList<>();
        ShippedCollection.store().read(d -> {
            d.find().forEachRemaining(all::add);
            return null;
        });
        all.removeIf(q -> q.isDefaultGraph() || NOT_STATED.contains(q.getGraph()));
        all.sort(Comparator.comparing(Quad::toString));
        try (TemporaryFolder folder = TemporaryFolder.create("entente-judged");
                Store store = Store.onDisk(folder.path(), Rules.read(ShippedCollection.FILES.rules()))) {
            store.write(d -> all.forEach(d::add));
            List<Quad> absent = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                List<Quad> away = new ArrayList<>(some(all, random, 1 << random.nextInt(8)));
                if (i % 2 == 1) {
                    // Of whole things: what refers to them is then without them.
                    Node thing = away.getFirst().getSubject();
                    all.stream().filter(q -> q.getSubject().equals(thing)).forEach(away::add);
                }
                away.removeIf(q -> q.getGraph().equals(Graphs.ONTOLOGY) && random.nextInt(10) > 0);
                List<Quad> back = some(absent, random, absent.size() / 2);
                List<Quad> odd = odd(all, random, 4);
                if (i % 3 == 2) {
                    odd.addAll(merge(all, random));
                }
                boolean refused = i % 3 == 1;
                judged(store, refused, d -> {
                    away.forEach(d::delete);
                    back.forEach(d::add);
                    odd.forEach(d::add);
                });
                if (!refused) {
                    absent.removeAll(new HashSet<>(back));
                    absent.addAll(away);
                    absent.removeAll(new HashSet<>(odd));
                    all.addAll(odd);
                }
            }
        }
        assertThat(compared).isEqualTo(ROUNDS);
    }

    /** Writes, compares what is found, and commits or not. */
    private void judged(Store store, boolean refused, java.util.function.Consumer<DatasetGraph> writer) {
        store.judgeWith(new CommitValidator() {
            @Override
            public List<Finding> ofFiles(List<LoadedFile> files) {
                return List.of();
            }

            @Override
            public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
                throw new AssertionError("it is told what changed");
            }

            @Override
            public List<Finding> ofDataset(DatasetGraph dataset, JudgedChanges difference, SourceLocations positions) {
                List<String> found = texts(kept.ofDataset(dataset, difference, positions));
                List<String> expected =
                        texts(CollectionValidator.of(ShippedCollection.FILES).ofDataset(dataset, positions));
                assertThat(found).isEqualTo(expected);
                compared++;
                if (refused) {
                    throw new Refused();
                }
                return List.of();
            }
        });
        try {
            store.writeJudged(writer);
        } catch (Refused e) {
            // on purpose
        }
    }

    private static List<Quad> some(List<Quad> quads, Random random, int count) {
        return quads.isEmpty()
                ? List.of()
                : random.ints(count, 0, quads.size()).mapToObj(quads::get).toList();
    }

    /** Statements that say of one thing what is said of another. */
    private static List<Quad> odd(List<Quad> quads, Random random, int count) {
        List<Quad> odd = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Quad one = quads.get(random.nextInt(quads.size()));
            Quad other = quads.get(random.nextInt(quads.size()));
            odd.add(
                    random.nextBoolean()
                            ? new Quad(one.getGraph(), one.getSubject(), other.getPredicate(), other.getObject())
                            : new Quad(one.getGraph(), other.getSubject(), one.getPredicate(), one.getObject()));
        }
        return odd;
    }

    /** A decision that one person or event is another one. */
    private static List<Quad> merge(List<Quad> quads, Random random) {
        String kind = random.nextBoolean() ? "Person" : "Meeting";
        List<Node> things = quads.stream()
                .filter(q -> q.getPredicate().equals(RDF.type.asNode())
                        && q.getObject().hasURI(Ent.NS + kind))
                .map(Quad::getSubject)
                .toList();
        Node decision = NodeFactory.createURI(Ent.ID + "decision/merge-" + random.nextInt(1000));
        return List.of(
                new Quad(Graphs.OWN_DECISIONS, decision, EntProperty.ASPECT, EntProperty.MERGED_INTO),
                new Quad(
                        Graphs.OWN_DECISIONS,
                        decision,
                        EntProperty.DECIDES_ON,
                        things.get(random.nextInt(things.size()))),
                new Quad(
                        Graphs.OWN_DECISIONS,
                        decision,
                        EntProperty.PREFERS,
                        things.get(random.nextInt(things.size()))));
    }

    /** Which of two texts in one language SHACL names as the one too many is left open. */
    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.toString().replaceAll("\\(is: \"[^\"]*\"@", "(is: @"))
                .sorted()
                .collect(Collectors.toList());
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
