package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.entente.release.Releases;
import org.entente.store.CollectionFiles;
import org.entente.store.Derivation;
import org.entente.store.Store;
import picocli.CommandLine.Option;

/** The options for the collection and the store, shared by several commands. */
final class CollectionOptions {
    private static final String MEMORY = "memory";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with authority/, sources/ and decisions/ (default: the collection that ships with the program).")
    private Path data;

    @Option(
            names = "--store",
            paramLabel = "DIR|memory",
            description =
                    "Folder of the store, or 'memory' (default: .entente/store next to the program; with --data, in that folder).")
    private String store;

    @Option(
            names = "--releases",
            paramLabel = "DIR",
            description =
                    "Folder with the releases of the collection (default: releases/ next to the program; with --data, in that folder).")
    private Path releases;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:entente.home:-.}",
            hidden = true,
            description = "Folder with ontology/, data/ and queries/.")
    private Path home;

    /** The files of the collection. */
    CollectionFiles collection() {
        CollectionFiles shipped = CollectionFiles.at(home.toAbsolutePath().normalize());
        if (!Files.isDirectory(shipped.ontology())) {
            throw new CommandException(
                    "There is no ontology/ in " + home.toAbsolutePath().normalize()
                            + ". Start Entente with its launcher ./entente, or name the folder with --home.");
        }
        if (data == null) {
            return shipped;
        }
        if (!Files.isDirectory(data)) {
            throw new CommandException(
                    "--data " + data + " is not a folder. It should contain authority/, sources/ and decisions/.");
        }
        return shipped.withData(data.toAbsolutePath().normalize());
    }

    /** The releases of the collection. */
    Releases releases() {
        Path shelf = releases == null ? beside("releases") : releases;
        return new Releases(shelf.toAbsolutePath().normalize(), collection(), Clock.systemUTC());
    }

    /** What has this name in the folder of the data, else next to the program. */
    Path beside(String name) {
        return (data == null ? home : data).resolve(name);
    }

    /** The folder {@code src/main} beside the collection. */
    Path sources() {
        Path sources = home.toAbsolutePath().normalize().resolve("src/main");
        if (!Files.isDirectory(sources.resolve("jte"))) {
            throw new CommandException(
                    "--dev reads templates, texts and scripts from the sources of the program, but there is no "
                            + sources.resolve("jte") + ". Use it in a checkout of the project.");
        }
        return sources;
    }

    /** Whether the user named a store on disk. */
    boolean namesStore() {
        return store != null && !MEMORY.equals(store);
    }

    /** Opens the store that the options name. */
    Store open(Derivation derivation) {
        if (MEMORY.equals(store)) {
            return Store.inMemory(derivation);
        }
        return Store.onDisk(folder(), derivation);
    }

    /**
     * The folder of the store.
     *
     * @throws CommandException if the store is to be in memory
     */
    Path folder() {
        if (MEMORY.equals(store)) {
            throw new CommandException("A store in memory has no folder. Name one with --store.");
        }
        // Each collection has a store of its own: another one's data would be taken for folders that are gone.
        Path folder = store == null ? beside(".entente").resolve("store") : Path.of(store);
        return folder.toAbsolutePath().normalize();
    }
}
