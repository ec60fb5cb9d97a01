package org.entente.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.store.Progress;
import org.entente.store.Release;
import org.entente.store.SealedFolder;
import org.entente.store.Store;
import org.entente.text.ExceptionText;

/** The folder with the backups of a store. */
public final class Backups {
    private static final String NAME = "[0-9]{8}T[0-9]{6}Z-[0-9a-z]{1,12}(-[0-9]{1,3})?";
    private static final String UNFINISHED = ".unfinished-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    /** @param folder need not exist */
    public Backups(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public Path folder() {
        return folder;
    }

    /** The oldest first. */
    public List<Backup> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(NAME))
                    .filter(entry -> Files.isRegularFile(entry.resolve(Backup.ABOUT)))
                    .map(Backups::listed)
                    .sorted(Comparator.comparing(Backup::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose description cannot be read is listed, too: its checksums say so. */
    private static Backup listed(Path entry) {
        try {
            return Backup.read(entry);
        } catch (OperationException e) {
            return new Backup(entry, new Backup.About("", "", 0, 0, ""));
        }
    }

    /** @param id or start of the id of exactly one; "latest" for the newest */
    public Optional<Backup> find(String id) {
        List<Backup> all = all();
        if (id.equals("latest")) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }
        List<Backup> meant = all.stream().filter(b -> b.id().startsWith(id)).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    /**
     * Backs up the newest state, in one read transaction, and reads it again. Others may read and write meanwhile.
     *
     * @param program version of the program
     * @param most number of backups to have at the end; the oldest go. 0 for all
     * @throws OperationException if the store is damaged or the backup cannot be written; the others stay as they are
     */
    public Backup make(Store store, String program, int most, Progress progress) {
        Path beside = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            removeUnfinished();
            Files.createDirectory(beside);
            Backup.About about = store.read(dataset -> {
                requireUndamaged(store, progress);
                try {
                    return write(store, program, beside, progress);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Backup.write(about, beside);
            SealedFolder.seal(beside);
            progress.at("Reading the backup again", 0, about.statements());
            List<String> problems = new Backup(beside, about).problems();
            if (!problems.isEmpty()) {
                throw new OperationException("The backup is not what was written, and was thrown away: "
                        + String.join("; ", problems) + ". Check the disk of " + folder + ".");
            }
            Path whole = place(about);
            SealedFolder.moveTo(beside, whole);
            forget(most);
            return new Backup(whole, about);
        } catch (IOException | UncheckedIOException e) {
            throw new OperationException(
                    "The backup cannot be written to " + folder + ": " + ExceptionText.of(e)
                            + " Make room, or name another folder with --backups.",
                    e);
        } finally {
            try {
                SealedFolder.remove(beside);
            } catch (IOException | UncheckedIOException e) {
                // The next backup removes it.
            }
        }
    }

    private static void requireUndamaged(Store store, Progress progress) {
        List<String> damage = store.damage(progress);
        if (!damage.isEmpty()) {
            throw new OperationException("The store is damaged, and nothing was backed up: " + String.join("; ", damage)
                    + ". Restore the last backup.");
        }
    }

    private Backup.About write(Store store, String program, Path beside, Progress progress) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Release release = store.release();
        long statements = store.read(dataset -> {
            try {
                return QuadFile.write(dataset, beside.resolve(Backup.STATEMENTS), progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Backup.About(now.toString(), release.id(), release.revision(), statements, program);
    }

    /** A name that nothing has yet. */
    private Path place(Backup.About about) {
        String name = TIME.format(Instant.parse(about.time())) + "-" + about.state();
        Path place = folder.resolve(name);
        for (int i = 2; Files.exists(place); i++) {
            place = folder.resolve(name + "-" + i);
        }
        return place;
    }

    private void forget(int most) throws IOException {
        List<Backup> all = new ArrayList<>(all());
        while (most > 0 && all.size() > most) {
            SealedFolder.remove(all.removeFirst().folder());
        }
    }

    /** What processes that were killed have left. */
    private void removeUnfinished() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(UNFINISHED)) {
                    SealedFolder.remove(entry);
                }
            }
        }
    }
}
