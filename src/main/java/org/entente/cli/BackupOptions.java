package org.entente.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.entente.operation.Backups;
import picocli.CommandLine.Option;

/** The options for the folder of backups. */
final class BackupOptions {
    @Option(
            names = "--backups",
            paramLabel = "DIR",
            description =
                    "Folder with the backups of the store (default: backups/ next to the program; with --data, in that folder).")
    private Path backups;

    Path folder(CollectionOptions collection) {
        Path folder = backups == null ? collection.beside("backups") : backups;
        return folder.toAbsolutePath().normalize();
    }

    Backups backups(CollectionOptions collection) {
        return new Backups(folder(collection), Clock.systemUTC());
    }
}
