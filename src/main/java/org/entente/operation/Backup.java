package org.entente.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.Progress;
import org.entente.store.SealedFolder;
import org.entente.store.Store;
import org.entente.text.Json;

/**
 * A state of a store in a folder of its own, with everything that was written over HTTP.
 *
 * @param folder with the statements, their description and the list of checksums
 * @param about what {@code backup.json} says
 */
public record Backup(Path folder, About about) {
    static final String STATEMENTS = "statements.nq.gz";
    static final String ABOUT = "backup.json";

    private static final ObjectMapper MAPPER =
            Json.MAPPER.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /**
     * What a backup says about itself.
     *
     * @param time when the state was read, in UTC
     * @param state id of the state, without the canned queries
     * @param revision number of commits until then
     * @param statements number of statements
     * @param program version of the program
     */
    public record About(String time, String state, long revision, long statements, String program) {}

    /** @throws OperationException if the folder is no backup */
    public static Backup read(Path folder) {
        Path about = folder.resolve(ABOUT);
        if (!Files.isRegularFile(about)) {
            throw new OperationException(folder + " is no backup: it has no " + ABOUT + ".");
        }
        try {
            return new Backup(folder, MAPPER.readValue(Files.readString(about), About.class));
        } catch (JsonProcessingException e) {
            throw new OperationException(about + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(About about, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(ABOUT), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(about) + "\n");
    }

    /** Its name among the others. */
    public String id() {
        return folder.getFileName().toString();
    }

    /** What is wrong with its files, a line each; empty if everything is as it was written. */
    public List<String> problems() {
        try {
            List<String> problems = new ArrayList<>(SealedFolder.broken(folder));
            if (problems.isEmpty()) {
                long found = QuadFile.count(folder.resolve(STATEMENTS));
                if (found != about.statements()) {
                    problems.add(STATEMENTS + " has " + found + " statements instead of " + about.statements());
                }
            }
            return problems;
        } catch (IOException | UncheckedIOException e) {
            return List.of("it cannot be read: " + e.getMessage());
        }
    }

    /**
     * Makes a store of it.
     *
     * @param replace whether a store that is there may be replaced
     * @throws OperationException if the backup is damaged; nothing is changed
     * @throws org.entente.store.StoreException if there is a store that may not be replaced, or another process uses it
     */
    public void restore(Path store, boolean replace, Progress progress) {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new OperationException("The backup " + folder + " is damaged, and nothing was restored: "
                    + String.join("; ", problems) + ". Take another one.");
        }
        Store.restore(
                store,
                replace,
                dataset -> QuadFile.read(folder.resolve(STATEMENTS), about.statements(), dataset, progress),
                dataset -> {
                    long found = dataset.stream().count();
                    if (found != about.statements()) {
                        throw new OperationException("The store would have " + found + " statements instead of "
                                + about.statements() + ". Nothing was restored.");
                    }
                });
    }
}
