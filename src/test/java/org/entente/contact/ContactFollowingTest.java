package org.entente.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDFS;
import org.entente.Slow;
import org.entente.TemporaryFolder;
import org.entente.derive.Encounters;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.store.Changes;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.junit.jupiter.api.Test;

/** After a write the index follows from the one before it, and equals one that is built of everything. */
class ContactFollowingTest {
    @Property(tries = 20)
    void after_any_writes_the_index_in_memory_is_the_one_that_would_be_built_anew(@ForAll long seed) {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            writes(store, new Random(seed), 25);
        }
    }

    @Slow
    @Property(tries = 2)
    void after_any_writes_the_index_on_disk_is_the_one_that_would_be_built_anew(@ForAll long seed) {
        try (TemporaryFolder folder = TemporaryFolder.create("entente-following")) {
            Path place = folder.path().resolve("store");
            try (Store store = Store.onDisk(place, Derivation.NONE)) {
                writes(store, new Random(seed), 20);
            }
            // What was kept with the store that was open is gone.
            try (Store store = Store.onDisk(place, Derivation.NONE)) {
                writes(store, new Random(seed + 1), 8);
            }
        }
    }

    private static void writes(Store store, Random random, int count) {
        for (int i = 0; i < count; i++) {
            if (random.nextInt(8) == 0) {
                assertThatThrownBy(() -> store.write(d -> {
                            change(d, random);
                            throw new IllegalStateException("no");
                        }))
                        .isInstanceOf(IllegalStateException.class);
            } else if (random.nextInt(15) == 0) {
                store.write(d -> UpdateExec.dataset(d).update("DROP ALL").execute());
            } else {
                store.write(d -> change(d, random));
            }
            if (random.nextInt(3) > 0) {
                store.read(d -> {
                    ContactIndex index = ContactIndexes.in(d);
                    assertThat(described(index))
                            .isEqualTo(described(ContactIndexes.of(d.getDefaultGraph(), CancellationCheck.NEVER)));
                    return null;
                });
            }
        }
    }

    private static void change(DatasetGraph dataset, Random random) {
        Graph view = dataset.getDefaultGraph();
        for (int i = random.nextInt(6); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0 ->
                    view.add(thing("person", random), RDFS.label.asNode(), NodeFactory.createLiteralString("x" + i));
                case 1, 2 -> one(view, random).ifPresent(view::delete);
                case 3 -> encounter(view, random);
                default -> statement(view, random);
            }
        }
    }

    private static java.util.Optional<Triple> one(Graph view, Random random) {
        List<Triple> all = view.find().toList();
        return all.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(all.get(random.nextInt(all.size())));
    }

    private static Node thing(String kind, Random random) {
        // Names of encounters and participations are numbers, but for few.
        int number = random.nextInt(7);
        String name = number < 5 && (kind.equals("encounter") || kind.equals("participation"))
                ? "%016x".formatted(number)
                : kind.charAt(0) + "" + number;
        return NodeFactory.createURI(Ent.ID + kind + "/" + name);
    }

    private static void encounter(Graph view, Random random) {
        Node encounter = thing("encounter", random);
        Node event = thing("event", random);
        view.add(encounter, EntProperty.VIA_EVENT, event);
        view.add(encounter, EntProperty.LEVEL, level(random));
        for (int side = 0; side < 2; side++) {
            Node person = thing("person", random);
            Node participation = thing("participation", random);
            view.add(encounter, EntProperty.BETWEEN, person);
            view.add(encounter, EntProperty.VIA_PARTICIPATION, participation);
            view.add(participation, EntProperty.STANDS_FOR, person);
            view.add(participation, EntProperty.PARTICIPANT, person);
            view.add(participation, EntProperty.IN_EVENT, event);
        }
    }

    private static void statement(Graph view, Random random) {
        Triple made =
                switch (random.nextInt(14)) {
                    case 0 -> Triple.create(thing("encounter", random), EntProperty.BETWEEN, thing("person", random));
                    case 1 -> Triple.create(thing("encounter", random), EntProperty.VIA_EVENT, thing("event", random));
                    case 2 -> Triple.create(thing("encounter", random), EntProperty.LEVEL, level(random));
                    case 3 ->
                        Triple.create(
                                thing("encounter", random),
                                EntProperty.CONFIDENCE,
                                Confidence.values()[1 + random.nextInt(Confidence.values().length - 1)].node());
                    case 4 ->
                        Triple.create(
                                thing(random.nextBoolean() ? "encounter" : "event", random),
                                EntProperty.WITNESS_COUNT,
                                NodeFactory.createLiteralDT("" + random.nextInt(4), XSDDatatype.XSDinteger));
                    case 5 ->
                        Triple.create(
                                thing(random.nextBoolean() ? "encounter" : "event", random),
                                EntProperty.SUPPORTED_BY,
                                thing("doc", random));
                    case 6 ->
                        Triple.create(
                                thing("encounter", random),
                                EntProperty.VIA_PARTICIPATION,
                                thing("participation", random));
                    case 7 ->
                        Triple.create(thing("participation", random), EntProperty.STANDS_FOR, thing("person", random));
                    case 8 ->
                        Triple.create(thing("participation", random), EntProperty.PARTICIPANT, thing("person", random));
                    case 9 ->
                        Triple.create(thing("participation", random), EntProperty.AS_HOLDER_OF, thing("post", random));
                    case 10 ->
                        Triple.create(
                                thing("participation", random),
                                EntProperty.ATTENDANCE,
                                random.nextBoolean() ? EntConcept.ATTENDED : EntConcept.EXPECTED);
                    case 11 -> Triple.create(thing("event", random), EntProperty.TIME, thing("time", random));
                    case 12 ->
                        Triple.create(
                                thing(random.nextBoolean() ? "encounter" : "event", random),
                                EntProperty.DISPLAY_DATE,
                                NodeFactory.createLiteralString("20%02d".formatted(random.nextInt(30))));
                    default ->
                        Triple.create(
                                thing("time", random),
                                random.nextBoolean() ? EntProperty.EARLIEST_START : EntProperty.LATEST_END,
                                NodeFactory.createLiteralDT(
                                        "20%02d-01-01T00:00:00Z".formatted(random.nextInt(30)),
                                        XSDDatatype.XSDdateTime));
                };
        view.add(made);
    }

    private static Node level(Random random) {
        return Level.values()[random.nextInt(Level.values().length)].node();
    }

    /** All that an index knows, in its order. */
    private static List<String> described(ContactIndex index) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < index.nodeCount(); i++) {
            lines.add("%s %d: %d..%d of %d, %s"
                    .formatted(
                            index.node(i),
                            index.number(index.node(i)),
                            index.earliest[i],
                            index.latest[i],
                            index.size[i],
                            index.date(i)));
        }
        for (int i = 0; i < index.encounterCount(); i++) {
            lines.add("%s: %d %d at %d, %d %d %d, %s %s, %s"
                    .formatted(
                            index.encounter(i),
                            index.first[i],
                            index.second[i],
                            index.event[i],
                            index.level[i],
                            index.confidence[i],
                            index.witnesses[i],
                            index.participation(i, index.first[i]),
                            index.participation(i, index.second[i]),
                            index.documents(i)));
        }
        for (int i = 0; i < index.participationCount(); i++) {
            lines.add("%s: %d in %d, %d"
                    .formatted(
                            index.participationNode(i),
                            index.participant[i],
                            index.participationEvent[i],
                            index.attendance[i]));
        }
        Stream.of(index.offset, index.other, index.contact, index.participationOffset, index.participation)
                .map(Arrays::toString)
                .forEach(lines::add);
        return lines;
    }

    @Test
    void what_says_nothing_of_contacts_leaves_the_index_as_it_is() {
        try (Store store = Encounters.store(List.of(Encounters.met(0, 1, 0)))) {
            ContactIndex before = store.read(ContactIndexes::in);
            store.write(d -> d.getDefaultGraph()
                    .add(
                            NodeFactory.createURI(Ent.ID + "event/e0"),
                            EntProperty.WITNESS_COUNT,
                            NodeFactory.createLiteralDT("3", XSDDatatype.XSDinteger)));
            assertThat(store.<ContactIndex>read(ContactIndexes::in)).isSameAs(before);
        }
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        try (Store store = Encounters.store(IntStream.range(0, 20)
                .mapToObj(i -> Encounters.met(i, i + 1, i))
                .toList())) {
            ContactIndex before = store.read(ContactIndexes::in);
            Encounters.add(store, List.of(Encounters.met(0, 30, 3)));
            Node encounter = store.read(d -> d.getDefaultGraph()
                    .find(Node.ANY, EntProperty.BETWEEN, NodeFactory.createURI(Ent.ID + "person/p30"))
                    .next()
                    .getSubject());
            store.read(d -> {
                Graph view = d.getDefaultGraph();
                List<Quad> added = new ArrayList<>();
                Stream.of(
                                encounter,
                                NodeFactory.createURI(Ent.ID + "participation/3-0"),
                                NodeFactory.createURI(Ent.ID + "participation/3-30"))
                        .forEach(subject -> view.find(subject, Node.ANY, Node.ANY)
                                .forEachRemaining(t -> added.add(Quad.create(Quad.defaultGraphNodeGenerated, t))));
                Graph some = new GraphWrapper(view) {
                    @Override
                    public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
                        assertThat(s.isConcrete() || o.isConcrete())
                                .as("looks for all " + p)
                                .isTrue();
                        return super.find(s, p, o);
                    }
                };
                assertThat(described(ContactIndexes.of(
                                some, before, new Changes(true, added, List.of(), true), CancellationCheck.NEVER)))
                        .isEqualTo(described(ContactIndexes.of(view, CancellationCheck.NEVER)));
                return null;
            });
        }
    }
}
