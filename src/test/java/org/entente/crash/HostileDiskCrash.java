package org.entente.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.store.Release;
import org.entente.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk, a folder that cannot be written, a second process: each says what is wrong, and nothing is lost. */
class HostileDiskCrash {
    @TempDir
    Path folder;

    private EntenteProcess entente;

    @BeforeEach
    void makeHome() throws IOException {
        entente = new EntenteProcess(folder);
    }

    @Test
    void a_disk_that_is_full_loses_nothing_and_works_again_when_there_is_room() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()) == 0,
                "no right to mount a small disk");
        try {
            Path store = disk.resolve("store");
            said(entente.load(store, entente.collection("small", 10)), 0);
            Release before = release(store);
            Path ballast = disk.resolve("ballast");
            for (int kilobytes : new int[] {0, 300, 3_000}) {
                long room = disk.toFile().getUsableSpace() - kilobytes * 1_000L;
                run("head", "-c", Long.toString(room), "/dev/zero", ballast);
                String words = said(entente.load(store, entente.collection("large", 20_000)), 1);
                assertThat(words).containsIgnoringCase("no space left");
                assertThat(release(store)).isEqualTo(before);
                Files.delete(ballast);
            }
            said(entente.load(store, entente.collection("other", 20)), 0);
            assertThat(release(store)).isNotEqualTo(before);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void a_second_process_is_told_that_there_is_a_first() throws Exception {
        Path store = folder.resolve("store");
        Path data = entente.collection("small", 10);
        try (RunningServer server = RunningServer.of(entente.serve(store, data))) {
            assertThat(said(entente.load(store, data), 1)).contains("If another Entente uses it, stop that one");
            for (String command : new String[] {"backup", "compact"}) {
                assertThat(said(entente.start(command, "--data", data.toString(), "--store", store.toString()), 1))
                        .contains("If another Entente uses it");
            }
            server.kill();
        }
        assertThat(release(store).isLoaded()).isTrue();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws Exception {
        Path mount = Files.createDirectories(folder.resolve("read-only"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", mount.toString()) == 0,
                "no right to mount a disk that cannot be written");
        try {
            assertThat(said(entente.load(mount.resolve("store"), entente.collection("small", 10)), 1))
                    .contains("cannot be made. Check the rights");
            assertThat(said(entente.load(mount, entente.collection("small", 10)), 1))
                    .contains("not writable");
        } finally {
            run("umount", "-l", mount.toString());
        }
    }

    private static String said(Process process, int code) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static void run(String program, String option, String value, String input, Path output) throws Exception {
        new ProcessBuilder(program, option, value, input)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Release release(Path folder) {
        try (Store store = Store.onDisk(folder, Rules.read(ShippedCollection.FILES.rules()))) {
            assertThat(WholeStore.problems(store)).isEmpty();
            return store.release();
        }
    }
}
