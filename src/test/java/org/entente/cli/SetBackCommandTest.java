package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is set back to a release on the command line, keeps what was decided since, and goes forward again. */
class SetBackCommandTest {
    @TempDir
    Path folder;

    @Slow
    @Test
    void back_with_what_was_decided_since_and_forward_again() throws IOException {
        person("erika", "Erika Muster");
        String before = release("Erika only");
        person("max", "Max Beispiel");
        Files.writeString(
                folder.resolve("item.jsonl"),
                "{\"id\":\"Q9000003\",\"labels\":{\"en\":{\"value\":\"Erika Muster\"}}}\n");
        assertThat(run("wikidata", "load", folder.resolve("item.jsonl").toString())
                        .exit())
                .isZero();
        assertThat(run("link", "decide", "person:erika", "Q9000003", "accepted", "--by", "R", "--why", "same")
                        .exit())
                .isZero();
        String after = release("Max, too");

        CommandRun shown = run("release", "set-back", before, "--dry-run");
        assertThat(shown.out()).contains("Q9000003", "Nothing was changed");
        assertThat(run("load").out()).contains("nothing to load");

        CommandRun back = run("release", "set-back", before, "--by", "R", "--note", "Max was wrong");
        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(back.out()).contains("Q9000003", "Forward again: entente release set-back " + after);
        assertThat(run("load").out()).contains("was set back to an earlier state (left at release " + after);
        assertThat(run("link", "--all").out()).contains("Q9000003     accepted").doesNotContain("person:max");

        CommandRun forward = run("release", "set-back", after);
        assertThat(forward.exit()).as(forward.err()).isZero();
        assertThat(forward.out())
                .contains("The collection is at release " + after)
                .doesNotContain("Forward again");
        assertThat(run("load").out()).contains("already has release " + after);
    }

    @Test
    void what_is_no_release_is_refused_and_no_path_leads_out_of_the_folder() throws IOException {
        person("erika", "Erika Muster");
        for (String id : List.of("0123456789ab", "../store", "..", "/etc")) {
            CommandRun said = run("release", "set-back", id);
            assertThat(said.exit()).as(id).isNotZero();
            assertThat(said.err()).contains("There is no release");
        }
    }

    private void person(String id, String name) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("data/authority")).resolve(id + ".ttl"),
                """
                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix person: <https://w3id.org/entente/id/person/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                person:%s a ent:Person ; rdfs:label "%s"@de , "%s"@en .
                """.formatted(id, name, name));
    }

    private String release(String note) throws IOException {
        CommandRun said = run("release", "--by", "R", "--note", note);
        assertThat(said.exit()).as(said.err()).isZero();
        try (Stream<Path> kept = Files.list(folder.resolve("releases"))) {
            return kept.map(path -> path.getFileName().toString())
                    .filter(id -> said.out().contains("Kept: release " + id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--home",
                ShippedCollection.HOME.toString(),
                "--store",
                folder.resolve("store").toString(),
                "--data",
                folder.resolve("data").toString()));
        if (args[0].equals("release")) {
            all.addAll(List.of("--releases", folder.resolve("releases").toString()));
        }
        return CommandRun.of(all);
    }
}
