package org.entente.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.text.ExceptionText;

/**
 * The folder of a store on disk. The files of a new database are made in a folder beside and moved in as a whole: a process that
 * is killed while it makes them would otherwise leave a database that never opens.
 */
final class StoreFolder {
    /** Name of the first database that TDB2 makes in a folder. */
    private static final String DATABASE = "Data-0001";

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
            if (!hasDatabase(folder)) {
                createAlone(folder);
            }
            return DatabaseMgr.connectDatasetGraph(folder.toString());
        } catch (IOException | RuntimeException e) {
            throw new StoreException(
                    "The store in " + folder + " cannot be opened: " + ExceptionText.of(e) + advice(folder), e);
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
        Path beside = Files.createTempDirectory(folder, UNFINISHED);
        TDBInternal.expel(DatabaseMgr.connectDatasetGraph(beside.toString()));
        try {
            Files.move(beside.resolve(DATABASE), folder.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            PathUtils.deleteDirectory(beside);
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
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> entry.getFileName().toString().matches("Data-[0-9]+"));
        }
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
                + "move the folder away and load the collection again, or restore a copy.";
    }
}
