package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot and the links on the command line, over a small collection and a store on disk. */
class LinkCommandsTest {
    private static final String ITEM =
            "{\"id\":\"Q9000003\",\"lastrevid\":3,\"labels\":{\"ru\":{\"value\":\"Эрика Мустер\"}}}\n";
    private static final String OTHERS = "{\"id\":\"Q9000004\",\"labels\":{\"en\":{\"value\":\"Somebody Else\"}}}\n"
            + "{\"id\":\"Q9000005\",\"labels\":{\"en\":{\"value\":\"A Ship\"}}}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void collection() throws IOException {
        Path authority = Files.createDirectories(folder.resolve("data/authority"));
        Files.writeString(authority.resolve("persons.ttl"), """
                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix person: <https://w3id.org/entente/id/person/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                person:erika-muster a ent:Person ; rdfs:label "Erika Muster"@de , "Erika Muster"@en .
                """);
    }

    @Slow
    @Test
    void a_dump_is_sifted_a_candidate_decided_and_the_decision_outlives_the_load_and_the_store() throws IOException {
        Path dump = Files.writeString(folder.resolve("dump.jsonl"), "[\n" + ITEM + OTHERS + "]\n");
        assertThat(run("wikidata", "load", dump.toString()).out())
                .contains("3 items, 2 not needed, 1 new, 0 updated, 0 unchanged");
        assertThat(run("wikidata", "load", dump.toString()).out()).contains("0 new, 0 updated, 1 unchanged");
        assertThat(run("link").out()).contains("person:erika-muster", "Q9000003", "Эрика Мустер", "1 case to review");

        assertThat(run("link", "propose", "--least", "0.5").out()).contains("1 candidate proposed");
        CommandRun decided =
                run("link", "decide", "person:erika-muster", "Q9000003", "accepted", "--by", "R", "--why", "same");
        assertThat(decided.exit()).isZero();
        CommandRun again =
                run("link", "decide", "person:erika-muster", "Q9000003", "ACCEPTED", "--by", "R", "--why", "same");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("already accepted");

        assertThat(run("load", "--force").exit()).isZero();
        assertThat(run("link", "--all").out()).contains("Q9000003     accepted");

        Path log = folder.resolve("data/links/decisions.ttl");
        assertThat(run("link", "export", log.toString()).out()).contains("Written");
        Path other = folder.resolve("other");
        CommandRun elsewhere = runIn(other, "link", "sssom");
        assertThat(elsewhere.out()).contains("person:erika-muster\tErika Muster\t\tskos:exactMatch\twikidata:Q9000003");
        assertThat(runIn(other, "link", "quickstatements").out().strip()).isEmpty();
    }

    @Test
    void wrong_lines_are_listed_with_their_numbers_and_nothing_is_loaded() throws IOException {
        Path dump = Files.writeString(folder.resolve("bad.jsonl"), ITEM + "nonsense\n");
        CommandRun said = run("wikidata", "load", dump.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("bad.jsonl:2");
        assertThat(said.out()).contains("The store is unchanged");
        assertThat(run("link").out()).contains("Nothing left to decide").contains("snapshot none");
    }

    @Test
    void wrong_commands_say_what_is_wrong() {
        assertThat(run("wikidata", "load", "nowhere.jsonl").exit()).isEqualTo(2);
        assertThat(run("wikidata").err()).contains("load, filter or refresh");
        assertThat(run("wikidata", "refresh", "--contact", "").err()).contains("wants a contact");
        assertThat(run("wikidata", "refresh", "x", "--contact", "r@example.org").err())
                .contains("not a Qid");
        assertThat(run("link", "decide", "person:erika-muster", "Q1", "perhaps", "--by", "R", "--why", "x")
                        .exit())
                .isEqualTo(2);
        assertThat(run("link", "decide", "person:nobody", "Q1", "rejected", "--by", "R", "--why", "x")
                        .err())
                .contains("has no");
    }

    @Test
    void a_refresh_in_a_test_is_told_to_stay_offline() {
        CommandRun said = run("wikidata", "refresh", "Q232", "--contact", "r@example.org");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("stays offline");
    }

    private CommandRun run(String... args) {
        return runIn(folder.resolve("store"), args);
    }

    private CommandRun runIn(Path store, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!List.of(args).equals(List.of("wikidata"))) {
            all.addAll(List.of("--home", ShippedCollection.HOME.toString(), "--store", store.toString()));
            all.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        return CommandRun.of(all);
    }
}
