package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.entente.Csv;
import org.entente.ShippedCollection;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;
import org.junit.jupiter.api.Test;

/** The links that ship are those of {@code data/authority/identifiers.csv}, which names for each the public file that confirms it. */
class VerifiedLinksTest {
    private static final Store STORE = ShippedCollection.store();
    private static final List<Map<String, String>> CONFIRMED = read();

    /** A public repository at one commit, or a file found by its content whose repository is not known. */
    private static final String PUBLIC_FILE = "(?s).*([\\w.-]+/[\\w.-]+@[0-9a-f]{8}|public source-code hit [0-9]+"
            + "|[\\w.-]+/[\\w.-]+ data/\\S+@[0-9a-f]{8}).*";

    /** What may be cited for a bare link, but not shipped as an item of the snapshot; data/wikidata/README.md says why. */
    private static final String NOT_TO_SHIP =
            "EPINetz|SpocWiki|name-suggestion-index|source-code hit|dr5hn|wikidata/positions.json";

    @Test
    void the_links_of_the_collection_are_those_that_the_file_confirms_in_the_same_state_with_the_same_source() {
        assertThat(stored())
                .isEqualTo(CONFIRMED.stream()
                        .collect(Collectors.toMap(
                                VerifiedLinksTest::key, r -> r.get("state"), (a, b) -> a + " twice", TreeMap::new)));
        for (Map<String, String> row : CONFIRMED) {
            assertThat(evidence(row)).as(key(row)).startsWith(row.get("source"));
        }
    }

    @Test
    void accepted_is_what_a_public_file_confirms_without_doubt() {
        assertThat(CONFIRMED)
                .filteredOn(r -> r.get("state").equals("accepted"))
                .hasSizeGreaterThan(300)
                .allSatisfy(r -> {
                    assertThat(r.get("confidence")).as(key(r)).isEqualTo("high");
                    assertThat(r.get("identified_by")).as(key(r)).isNotEmpty();
                })
                .filteredOn(r -> r.get("scheme").equals("wikidata"))
                .allSatisfy(r -> assertThat(r.get("source")).as(key(r)).matches(PUBLIC_FILE));
    }

    @Test
    void what_is_in_doubt_says_why() {
        assertThat(CONFIRMED)
                .filteredOn(r -> !r.get("state").equals("accepted"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.get("decision") + r.get("identified_by"))
                        .as(key(r))
                        .hasSizeGreaterThan(20));
        assertThat(CONFIRMED)
                .filteredOn(r -> Set.of("rejected", "unsure", "withdrawn").contains(r.get("state")))
                .allSatisfy(r -> assertThat(r.get("decision")).as(key(r)).isNotEmpty());
    }

    @Test
    void the_snapshot_holds_every_accepted_item_whose_files_may_ship_and_agrees_with_our_identifiers() {
        Set<String> held = STORE.read(d -> Snapshot.in(d).qids());
        SnapshotIndex index = new SnapshotIndex.Source(STORE).get();
        for (Map<String, String> row : CONFIRMED) {
            if (!row.get("scheme").equals("wikidata") || !row.get("state").equals("accepted")) {
                continue;
            }
            if (!held.contains(row.get("value"))) {
                assertThat(row.get("source").split("; ")).as(key(row)).anySatisfy(source -> assertThat(source)
                        .containsPattern(NOT_TO_SHIP));
                continue;
            }
            STORE.read(d -> new CandidateRanking(d, index).of(iri(row))).stream()
                    .filter(c -> c.qid().equals(row.get("value")))
                    .forEach(
                            c -> assertThat(c.features()).as(key(row)).noneSatisfy(f -> assertThat(f.name() + f.value())
                                    .isEqualTo("identifier-1.0")));
        }
    }

    private static Map<String, String> stored() {
        Map<String, String> stored = new TreeMap<>();
        STORE.read(d -> {
            Graph authority = d.getGraph(Graphs.AUTHORITY);
            authority.find(Node.ANY, EntProperty.IDENTIFIER, Node.ANY).forEachRemaining(t -> {
                Node link = t.getObject();
                String scheme = local(Links.object(authority, link, EntProperty.IDENTIFIER_SCHEME));
                String state = local(Links.object(authority, link, EntProperty.LINK_STATE));
                String value = Links.text(authority, link, EntProperty.IDENTIFIER_VALUE)
                        .orElse("");
                String entity =
                        t.getSubject().getURI().substring(Ent.ID.length()).replace('/', ':');
                String again = stored.put(
                        entity + " " + scheme + " " + value,
                        state.substring("link".length()).toLowerCase(java.util.Locale.ROOT));
                assertThat(again).as(entity + " " + value).isNull();
            });
            return stored;
        });
        return stored;
    }

    private static String evidence(Map<String, String> row) {
        return STORE.read(d -> {
            Graph authority = d.getGraph(Graphs.AUTHORITY);
            return authority
                    .find(org.apache.jena.graph.NodeFactory.createURI(iri(row)), EntProperty.IDENTIFIER, Node.ANY)
                    .mapWith(t -> t.getObject())
                    .filterKeep(link -> Links.text(authority, link, EntProperty.IDENTIFIER_VALUE)
                            .filter(row.get("value")::equals)
                            .isPresent())
                    .mapWith(link -> Links.text(authority, link, EntProperty.LINK_EVIDENCE)
                            .orElse(""))
                    .filterKeep(e -> e.startsWith(row.get("source")))
                    .nextOptional()
                    .orElse("");
        });
    }

    private static String local(@org.jspecify.annotations.Nullable Node term) {
        return term == null ? "" : term.getURI().substring(Ent.NS.length());
    }

    private static String iri(Map<String, String> row) {
        return Ent.ID + row.get("entity").replace(':', '/');
    }

    private static String key(Map<String, String> row) {
        return row.get("entity") + " " + row.get("scheme") + " " + row.get("value");
    }

    private static List<Map<String, String>> read() {
        try {
            return Csv.rows(Files.readString(ShippedCollection.FILES.data().resolve("authority/identifiers.csv")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
