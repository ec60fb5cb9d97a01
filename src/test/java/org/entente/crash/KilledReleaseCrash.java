package org.entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it keeps a release leaves none, and the next one keeps a whole one. */
class KilledReleaseCrash {
    @TempDir
    Path folder;

    @Test
    void a_release_appears_as_a_whole_or_not_at_all() throws Exception {
        EntenteProcess entente = new EntenteProcess(folder);
        Path store = folder.resolve("store");
        Path shelf = folder.resolve("kept");
        String[] options = {
            "--data",
            entente.collection("talks", 2_000).toString(),
            "--store",
            store.toString(),
            "--releases",
            shelf.toString()
        };
        Process killed = entente.start("release", options);
        while (killed.isAlive() && unfinished(shelf).isEmpty()) {
            Thread.sleep(1);
        }
        killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertThat(unfinished(shelf)).as("it was killed while it wrote").isNotEmpty();
        assertThat(kept(shelf)).isEmpty();

        Process again = entente.start("release", options);
        String said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).as(said).isZero();
        assertThat(unfinished(shelf)).isEmpty();
        assertThat(kept(shelf)).singleElement().satisfies(id -> assertThat(said).contains("Kept: release " + id));

        Process verified = entente.start("verify", kept(shelf).getFirst(), "--releases", shelf.toString());
        String verdict = new String(verified.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verified.waitFor()).as(verdict).isZero();
        assertThat(verdict).contains("is whole");
        Files.writeString(shelf.resolve(kept(shelf).getFirst()).resolve("README.txt"), "changed");
        Process broken = entente.start("verify", kept(shelf).getFirst(), "--releases", shelf.toString());
        assertThat(new String(broken.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("README.txt was changed");
        assertThat(broken.waitFor()).isEqualTo(1);
    }

    private static List<String> unfinished(Path shelf) throws IOException {
        return named(shelf, "\\.unfinished-.*");
    }

    private static List<String> kept(Path shelf) throws IOException {
        return named(shelf, "[0-9a-f]{12}");
    }

    private static List<String> named(Path shelf, String names) throws IOException {
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(shelf)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(names))
                    .toList();
        }
    }
}
