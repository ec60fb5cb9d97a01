package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.operation.Backup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a store of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a store of a backup. A damaged backup is refused, and so is a store that is there already, unless --replace says so;",
            "then it is replaced when the new one is whole. Stop the server first.",
            "When it is served, files of the collection that changed since the backup are loaded as always."
        },
        footer = {
            "",
            "Examples:",
            "  entente restore latest --store /tmp/look",
            "  entente restore 20261129T200102Z --replace"
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private BackupOptions folder;

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "BACKUP",
            description = "Name of a backup or the start of it, 'latest', or a folder.")
    private String backup;

    @Option(names = "--replace", description = "Replace the store that is there.")
    private boolean replace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Path named = Path.of(backup);
        Backup found = Files.isDirectory(named)
                ? Backup.read(named)
                : folder.backups(options)
                        .find(backup)
                        .orElseThrow(() -> new CommandException(
                                "There is no one backup " + backup + " in " + folder.folder(options)
                                        + ", and no such folder. 'entente backup --list' lists them."));
        Path store = options.folder();
        found.restore(store, replace, console.progress());
        console.say("Restored: %s of %s, state %s, in %s"
                .formatted(
                        Console.count(found.about().statements(), "statement"),
                        found.about().time(),
                        found.about().state(),
                        store));
        return 0;
    }
}
