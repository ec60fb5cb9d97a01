package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.ShippedCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente agree} over d035 and what somebody else has made of it. */
class AgreeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_command_prints_the_figures_and_writes_list_and_decided_sources() throws IOException {
        String text = Files.readString(ShippedCollection.FILES.data().resolve("sources/d035.ttl"));
        String other = text.replaceFirst("ent:role ent:guest", "ent:role ent:chair");
        Path a = Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("d035.ttl"), text);
        Path b = Files.writeString(Files.createDirectories(folder.resolve("b")).resolve("d035.ttl"), other);
        Path list = folder.resolve("open.csv");
        CommandRun said = run("agree", a.toString(), b.toString(), "--list", list.toString());
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("1 document coded by both", "F1", "alpha", "1 difference to decide");
        assertThat(run("agree", a.toString(), b.toString(), "--format", "json").out())
                .contains("\"column\" : \"role\"", "\"f1\" : 1.0");

        String decided = Files.readString(list).replaceFirst("guest,chair,,,", "guest,chair,b,Anna,She opens it");
        Files.writeString(list, decided);
        Path output = folder.resolve("out");
        CommandRun written =
                run("agree", a.toString(), b.toString(), "--decided", list.toString(), "--output", output.toString());
        assertThat(written.out()).contains("1 of 1 difference decided, 1 for B");
        assertThat(Files.readString(output.resolve("d035.ttl"))).isEqualTo(other);
        assertThat(run("agree", a.toString(), b.toString(), "--decided", list.toString(), "--output", output.toString())
                        .err())
                .contains("is there already");
    }

    private CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", ShippedCollection.HOME.toString()));
        return CommandRun.of(all);
    }
}
