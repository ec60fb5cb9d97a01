package org.entente.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.derive.Encounters;
import org.entente.derive.Encounters.Meeting;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several chains of one length is shown, and which of several encounters of two persons. */
class ChainSearchTest {
    private static final ContactOptions ANY =
            ContactOptions.HELD.withLevels(Set.of(Level.MET, Level.CO_ATTENDED, Level.ANNOUNCED, Level.CANDIDATE));

    /**
     * Two ways from 0 to 9, one over 1 and one over 2. They differ at their first hop; what comes later in the list is alike
     * there, or speaks for the other way.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MET HIGH 1 2015         | MET MEDIUM 1 2015       | 1
            MET MEDIUM 1 2015       | MET HIGH 1 2015         | 2
            MET LOW 5 2001          | MET MEDIUM 1 2015       | 2
            MET NONE 5 2001         | MET LOW 1 2015          | 2
            CO_ATTENDED HIGH 5 2001 | MET LOW 1 2015          | 2
            ANNOUNCED HIGH 5 2001   | CO_ATTENDED LOW 1 2015  | 2
            MET LOW 1 2015          | CO_ATTENDED HIGH 5 2001 | 1
            MET MEDIUM 2 2015       | MET MEDIUM 3 2015       | 2
            MET MEDIUM 3 2015       | MET MEDIUM 2 2001       | 1
            MET MEDIUM 1 2015       | MET MEDIUM 1 2014       | 2
            MET MEDIUM 1 2014       | MET MEDIUM 1 2015       | 1
            """)
    void the_closest_then_the_surest_then_the_best_witnessed_then_the_earliest_way_is_shown(
            String overOne, String overTwo, int expected) {
        List<Meeting> meetings = List.of(
                meeting(0, 1, 1, overOne),
                meeting(0, 2, 2, overTwo),
                meeting(1, 9, 3, "MET HIGH 1 2010"),
                meeting(2, 9, 4, "MET HIGH 1 2010"));
        assertThat(chains(meetings, ANY)).containsExactly(List.of(0, expected, 9));
        int other = 3 - expected;
        assertThat(chains(meetings, ANY.withK(5))).containsExactly(List.of(0, expected, 9), List.of(0, other, 9));
    }

    /** Where few are at both ends, they are looked up among each other's contacts instead of going through all of them. */
    @Property(tries = 100)
    void looking_few_up_and_going_through_all_find_the_same_chains(@ForAll long seed) {
        Random random = new Random(seed);
        List<Meeting> meetings = new ArrayList<>();
        int persons = 4 + random.nextInt(30);
        for (int i = 0; i < 2 * persons; i++) {
            // Some meet many.
            int a = random.nextInt(1 + random.nextInt(persons));
            int b = random.nextInt(persons);
            if (a != b) {
                Level level = random.nextInt(4) == 0 ? Level.ANNOUNCED : Level.MET;
                meetings.add(new Meeting(a, b, i, level, Confidence.LOW, 1 + random.nextInt(3), 2000 + i % 9));
            }
        }
        try (Store store = Encounters.store(meetings)) {
            ContactIndex index = store.read(ContactIndexes::in);
            ContactOptions options = ContactOptions.HELD.withK(1 + random.nextInt(4));
            for (int from = 0; from < index.nodeCount(); from += 3) {
                for (int to = 0; to < index.nodeCount(); to++) {
                    assertThat(found(new ChainSearch(index, options, CancellationCheck.NEVER, 0), from, to))
                            .isEqualTo(found(
                                    new ChainSearch(index, options, CancellationCheck.NEVER, 1_000_000), from, to));
                }
            }
        }
    }

    private static List<String> found(ChainSearch search, int from, int to) {
        return search.chains(from, to).stream()
                .map(chain -> Arrays.toString(chain.agents()) + Arrays.toString(chain.encounters()))
                .toList();
    }

    @Test
    void of_encounters_that_are_alike_the_one_in_the_smaller_company_is_shown() {
        List<Meeting> meetings = List.of(
                meeting(0, 1, 1, "MET HIGH 1 2001"),
                meeting(5, 6, 1, "MET HIGH 1 2001"),
                meeting(0, 2, 2, "MET HIGH 1 2015"),
                meeting(1, 9, 3, "MET HIGH 1 2010"),
                meeting(2, 9, 4, "MET HIGH 1 2010"));
        assertThat(chains(meetings, ANY)).containsExactly(List.of(0, 2, 9));
    }

    @Test
    void where_the_first_hop_is_alike_the_next_one_decides_among_further_chains() {
        List<Meeting> meetings = List.of(
                meeting(0, 1, 1, "MET HIGH 1 2001"),
                meeting(1, 2, 2, "MET LOW 1 2001"),
                meeting(1, 3, 3, "MET HIGH 1 2015"),
                meeting(2, 9, 4, "MET HIGH 1 2010"),
                meeting(3, 9, 5, "MET HIGH 1 2010"),
                meeting(0, 4, 6, "MET LOW 1 2001"),
                meeting(4, 7, 7, "MET HIGH 5 2001"),
                meeting(7, 9, 8, "MET HIGH 5 2001"));
        assertThat(chains(meetings, ANY.withK(5)))
                .containsExactly(List.of(0, 1, 3, 9), List.of(0, 1, 2, 9), List.of(0, 4, 7, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MET HIGH 1 2015         | MET LOW 1 2015         | HIGH
            MET LOW 5 2001          | MET MEDIUM 1 2015      | MEDIUM
            CO_ATTENDED HIGH 1 2015 | MET LOW 1 2015         | LOW
            """)
    void of_two_encounters_of_the_same_two_persons_the_closest_then_the_surest_is_shown(
            String first, String second, Confidence expected) {
        List<Meeting> meetings = List.of(meeting(0, 9, 1, first), meeting(0, 9, 2, second));
        try (Store store = Encounters.store(meetings)) {
            ContactIndex index = store.read(ContactIndexes::in);
            ChainSearch.Found only = search(index, ANY)
                    .chains(number(index, 0), number(index, 9))
                    .getFirst();
            assertThat(index.confidence(only.encounters()[0])).isEqualTo(expected);
        }
    }

    @Test
    void a_chain_of_exactly_the_most_hops_is_found_and_one_hop_more_is_not() {
        List<Meeting> meetings = IntStream.range(0, 4)
                .mapToObj(i -> meeting(i, i == 3 ? 9 : i + 1, i + 1, "MET HIGH 1 201" + i))
                .toList();
        for (String order : List.of("inOrder=false", "inOrder=true")) {
            assertThat(chains(meetings, ANY.with(order + "; maxHops=4"))).hasSize(1);
            assertThat(chains(meetings, ANY.with(order + "; maxHops=3"))).isEmpty();
        }
    }

    private static Meeting meeting(int a, int b, int event, String described) {
        String[] parts = described.split(" ");
        return new Meeting(
                a,
                b,
                event,
                Level.valueOf(parts[0]),
                Confidence.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    private static List<List<Integer>> chains(List<Meeting> meetings, ContactOptions options) {
        try (Store store = Encounters.store(meetings)) {
            ContactIndex index = store.read(ContactIndexes::in);
            return search(index, options).chains(number(index, 0), number(index, 9)).stream()
                    .map(chain -> Arrays.stream(chain.agents())
                            .mapToObj(agent -> person(index.node(agent)))
                            .toList())
                    .toList();
        }
    }

    private static ChainSearch search(ContactIndex index, ContactOptions options) {
        return new ChainSearch(index, options, CancellationCheck.NEVER);
    }

    private static int number(ContactIndex index, int person) {
        return index.number(NodeFactory.createURI(Ent.ID + "person/p" + person));
    }

    private static int person(Node node) {
        return Integer.parseInt(node.getURI().substring(node.getURI().lastIndexOf("/p") + 2));
    }
}
