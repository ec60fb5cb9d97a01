package org.entente.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.wikidata.Snapshot;
import org.junit.jupiter.api.Test;

/**
 * How many things a second are ranked against the snapshot that ships: {@code mvn -Pbench test -Dtest=ProposeBench}
 * ({@code -Dentente.things=100000}). Every third thing has a name of an item, every third such a name with one letter changed, and every
 * third a name that no item has; nothing else is known of them, so all depends on names.
 */
class ProposeBench {
    private static final int THINGS = Integer.getInteger("entente.things", 100_000);
    private static final List<String> KINDS = List.of("person", "organization", "place");

    @Test
    void things_are_ranked_one_after_another() {
        Store store = ShippedCollection.store();
        RankingMemory memory = new RankingMemory.Source(store).get();
        Random random = new Random(17);
        store.read(dataset -> {
            Snapshot snapshot = Snapshot.in(dataset);
            List<String> names = new ArrayList<>();
            snapshot.qids().forEach(qid -> snapshot.entity(qid)
                    .ifPresent(i -> i.names().forEach(names::add)));
            CandidateRanking ranking = new CandidateRanking(dataset, memory);
            int proposed = 0;
            long start = System.nanoTime();
            for (int i = 0; i < THINGS; i++) {
                String name = names.get(random.nextInt(names.size()));
                String own =
                        switch (i % 3) {
                            case 0 -> name;
                            case 1 -> changed(name, random);
                            default -> changed(changed(changed(name, random), random), random) + " " + i;
                        };
                EntityFacts facts = facts(i, own);
                List<LinkCandidate> found = ranking.of(facts);
                proposed += found.stream().anyMatch(c -> c.score() >= CandidateRanking.WORTH_PROPOSING) ? 1 : 0;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d things against %,d items with %,d names: %.0f s, %.0f a second; %,d proposed%n",
                    THINGS,
                    snapshot.qids().size(),
                    names.size(),
                    seconds,
                    THINGS / seconds,
                    proposed);
            return null;
        });
    }

    private static EntityFacts facts(int number, String name) {
        return new EntityFacts(
                "https://w3id.org/entente/id/person/bench-" + number,
                KINDS.get(number % KINDS.size()),
                Set.of(name),
                Map.of(),
                "",
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    private static String changed(String name, Random random) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
    }
}
