package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.CopyDSG;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.text.ExceptionText;

/**
 * The folder of a store on disk. The files of a new database are made in a folder beside and moved in as a whole: a process that
 * is killed while it makes them would otherwise leave a database that never opens.
 */
final class StoreFolder {
    /** Name of the first database that TDB2 makes in a folder. */
    private static final String DATABASE = "Data-0001";

    /** Format of the stores that this version makes: to be raised when older versions could not use them any more. */
    private static final int FORMAT = 1;

    private static final String MARK = ".entente-format";
    private static final String UNFINISHED = ".entente-unfinished-";
    private static final String LOCK = ".entente-lock";

    private StoreFolder() {}

    /**
     * Opens the database in a folder; makes both if they are missing.
     *
     * @throws StoreException if it cannot be opened; the message says why as far as that is known, and what to do
     */
    static DatasetGraph open(Path folder) {
        try {
            Files.createDirectories(folder);
            requireKnownFormat(folder);
            if (!hasDatabase(folder)) {
                createAlone(folder);
            }
            DatasetGraph database = DatabaseMgr.connectDatasetGraph(folder.toString());
            removeUnfinished(folder);
            markFormat(folder);
            return database;
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new StoreException(
                    "The store in " + folder + " cannot be opened: " + ExceptionText.of(e) + advice(folder), e);
        }
    }

    /** @throws StoreException if a newer program made the store: it may mean by its statements what this one does not know */
    private static void requireKnownFormat(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        String format = Files.exists(mark) ? Files.readString(mark).strip() : "0";
        if (!format.matches("[0-9]{1,9}") || Integer.parseInt(format) > FORMAT) {
            throw new StoreException("The store in " + folder + " was made by a newer Entente (its format is " + format
                    + ", this version knows " + FORMAT
                    + "). Nothing was changed. Use the newer version, or name another"
                    + " folder with --store: the collection is loaded into it again from its files.");
        }
    }

    /** A store without a mark is of a version before 0.2, which wrote the same format. */
    private static void markFormat(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (!Files.exists(mark)) {
            Files.writeString(mark, FORMAT + "\n");
        }
    }

    /** One process at a time: of two that start, the second finds the database that the first made. */
    private static void createAlone(Path folder) throws IOException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (lock.isValid() && !hasDatabase(folder)) {
                create(folder);
            }
        }
    }

    private static void create(Path folder) throws IOException {
        removeUnfinished(folder);
        Path made = make(folder, database -> {});
        try {
            moveIn(folder, made);
        } finally {
            discard(made);
        }
    }

    /**
     * Makes a database beside those of a store.
     *
     * @param filling adds its statements, in one transaction
     * @return the folder, for {@link #moveIn} and {@link #discard}
     */
    static Path make(Path folder, Consumer<DatasetGraph> filling) throws IOException {
        Path place = beside(folder);
        boolean made = false;
        try {
            DatasetGraph database = DatabaseMgr.connectDatasetGraph(above(place).toString());
            try {
                Txn.executeWrite(database, () -> filling.accept(database));
            } finally {
                TDBInternal.expel(database, true);
            }
            made = true;
            return place;
        } finally {
            if (!made) {
                discard(place);
            }
        }
    }

    /** A folder in which a database can be made beside those of a store, for {@link #moveIn} and {@link #discard}; not there yet. */
    static Path beside(Path folder) throws IOException {
        return Files.createTempDirectory(folder, UNFINISHED).resolve(DATABASE);
    }

    /** The folder of the store to which a database belongs. */
    static Path above(Path database) {
        return Objects.requireNonNull(database.getParent(), "it was made in a folder");
    }

    /** Removes what {@link #make} made, or what is left of it. */
    static void discard(Path made) throws IOException {
        PathUtils.deleteDirectory(above(made));
    }

    /** Copies all statements in the open transactions. */
    static void copy(DatasetGraph from, DatasetGraph to, Progress progress) {
        long done = 0;
        for (Iterator<Quad> quads = from.find(); quads.hasNext(); done++) {
            to.add(quads.next());
            progress.at("Copying statements", done, 0);
        }
        CopyDSG.copyPrefixes(from, to);
    }

    /** Makes a database that was made beside the newest one: whoever opens the store from now on opens this. */
    static Path moveIn(Path folder, Path made) {
        try {
            Path generation = folder.resolve("Data-%04d".formatted(newest(folder) + 1));
            Files.move(made, generation, StandardCopyOption.ATOMIC_MOVE);
            return generation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void moveOut(Path generation, Path made) {
        try {
            Files.move(generation, made, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all databases but the newest. */
    static void removeOlder(Path folder) throws IOException {
        int newest = newest(folder);
        for (Path generation : generations(folder)) {
            if (number(generation) < newest) {
                PathUtils.deleteDirectory(generation);
            }
        }
    }

    /** Number of the newest database; 0 if there is none. */
    private static int newest(Path folder) throws IOException {
        return generations(folder).stream().mapToInt(StoreFolder::number).max().orElse(0);
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString().substring("Data-".length()));
    }

    private static List<Path> generations(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("Data-[0-9]{1,9}"))
                    .toList();
        }
    }

    /**
     * Makes a store of other statements, or puts them in the place of what it has.
     *
     * @param replace whether a store that is there may be replaced
     * @param filling adds the statements
     * @param check looks at what was made, in a transaction; may throw
     * @throws StoreException if there is a store that may not be replaced, or another process uses it; nothing is changed
     */
    static void restore(Path folder, boolean replace, Consumer<DatasetGraph> filling, Consumer<DatasetGraph> check) {
        try {
            Files.createDirectories(folder);
            ProcessFileLock lock = DatabaseConnection.lockForLocation(Location.create(folder.toString()));
            lockAlone(lock, folder);
            try {
                if (hasDatabase(folder) && !replace) {
                    throw new StoreException("There is a store in " + folder
                            + " already. Name another folder with --store, or have it replaced with --replace.");
                }
                removeUnfinished(folder);
                Path made = make(folder, database -> {
                    filling.accept(database);
                    check.accept(database);
                });
                try {
                    moveIn(folder, made);
                } finally {
                    discard(made);
                }
                Files.writeString(folder.resolve(MARK), FORMAT + "\n");
                removeOlder(folder);
            } finally {
                lock.unlock();
                ProcessFileLock.release(lock);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("The store in " + folder + " was not restored: " + ExceptionText.of(e), e);
        }
    }

    private static void lockAlone(ProcessFileLock lock, Path folder) {
        boolean locked;
        try {
            locked = lock.tryLock();
        } catch (AlreadyLocked e) {
            locked = false;
        }
        if (!locked) {
            throw new StoreException("Another Entente uses the store in " + folder + ". Stop it first.");
        }
    }

    /** Size of all files of a store, in bytes; those of TDB2 grow by 8 MB at a time, of which the disk keeps what is used. */
    static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // A file went away while the folder was read.
            return 0;
        }
    }

    /** What processes that were killed have left. */
    private static void removeUnfinished(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(UNFINISHED) && Files.isDirectory(entry)) {
                    PathUtils.deleteDirectory(entry);
                }
            }
        }
    }

    private static boolean hasDatabase(Path folder) throws IOException {
        return !generations(folder).isEmpty();
    }

    private static String advice(Path folder) {
        if (!Files.exists(folder)) {
            return " cannot be made. Check the rights of the folder above it, or name another one with --store.";
        }
        if (!Files.isDirectory(folder)) {
            return ". It is a file: name a folder with --store.";
        }
        if (!Files.isWritable(folder)) {
            return ". The folder is not writable: change its rights, or name another one with --store.";
        }
        return ". If another Entente uses it, stop that one or name another folder with --store. If not, its files are damaged: "
                + "restore a backup (entente restore latest --replace), or move the folder away and load the collection again.";
    }
}
