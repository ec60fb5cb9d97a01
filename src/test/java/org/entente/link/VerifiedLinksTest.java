package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.ShippedCollection;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.wikidata.Snapshot;
import org.junit.jupiter.api.Test;

/** The links that ship: accepted is what a public file confirms, and nothing else. */
class VerifiedLinksTest {
    private record Verified(String entity, String scheme, String value, String evidence) {}

    private static final Store STORE = ShippedCollection.store();
    private static final List<Verified> VERIFIED = read();

    @Test
    void every_verified_identifier_is_accepted_with_the_file_that_confirms_it() {
        for (Verified verified : VERIFIED) {
            Map<String, List<String>> identifiers =
                    STORE.read(d -> Links.in(d).identifiers(Ent.ID + verified.entity()));
            assertThat(identifiers.getOrDefault(verified.scheme(), List.of()))
                    .as(verified.toString())
                    .contains(verified.value());
            if (verified.scheme().equals("wikidata")) {
                List<LinkEntry> history = STORE.read(d -> Links.in(d).history(Ent.ID + verified.entity()));
                assertThat(history).as(verified.toString()).anySatisfy(e -> assertThat(e.evidence())
                        .contains(verified.evidence()));
            }
        }
    }

    @Test
    void no_other_item_of_wikidata_is_accepted() {
        Set<String> accepted = new TreeSet<>();
        STORE.read(d -> Links.in(d).all())
                .forEach((entity, states) -> states.forEach((qid, state) -> {
                    if (state == LinkState.ACCEPTED) {
                        accepted.add(entity.substring(Ent.ID.length()) + " " + qid);
                    }
                }));
        assertThat(accepted)
                .isEqualTo(VERIFIED.stream()
                        .filter(v -> v.scheme().equals("wikidata"))
                        .map(v -> v.entity() + " " + v.value())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void the_snapshot_that_ships_holds_every_accepted_item_and_agrees_with_our_identifiers() {
        Set<String> held = STORE.read(d -> Snapshot.in(d).qids());
        assertThat(held)
                .containsAll(VERIFIED.stream()
                        .filter(v -> v.scheme().equals("wikidata"))
                        .map(Verified::value)
                        .toList());
        var index = new org.entente.wikidata.SnapshotIndex.Source(STORE).get();
        for (Verified verified : VERIFIED) {
            if (verified.scheme().equals("wikidata")) {
                List<LinkCandidate> candidates =
                        STORE.read(d -> new CandidateRanking(d, index).of(Ent.ID + verified.entity()));
                assertThat(candidates).as(verified.toString()).isNotEmpty();
                assertThat(candidates.getFirst().qid()).as(verified.toString()).isEqualTo(verified.value());
                assertThat(candidates.getFirst().features())
                        .as(verified.toString())
                        .noneSatisfy(f -> assertThat(f.name() + f.value()).isEqualTo("identifier-1.0"));
            }
        }
    }

    private static List<Verified> read() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/verified-identifiers.tsv")).stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Verified(c[0], c[1], c[2], c[3]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
