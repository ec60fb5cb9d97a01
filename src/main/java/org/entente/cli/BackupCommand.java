package org.entente.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.operation.Backup;
import org.entente.operation.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backs up the store, and lists the backups. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Backs up the store: everything it holds, also what was written over HTTP, in a folder backups/<time>-<state>/.",
            "The backup is read again and compared before it counts. It can be checked with: sha256sum -c SHA256SUMS",
            "While a server runs, it has the store: send POST /backups with the key instead."
        },
        footer = {
            "",
            "Examples:",
            "  entente backup --keep 7",
            "  entente backup --list",
            "  curl -X POST -H \"Authorization: Bearer $ENTENTE_KEY\" localhost:8080/backups"
        })
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private BackupOptions folder;

    @Option(names = "--list", description = "List the backups and whether they are whole; back up nothing.")
    private boolean list;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "0",
            description = "Have so many backups at the end: the oldest are removed (default: 0, keep all).")
    private int keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        Backups backups = folder.backups(options);
        if (list) {
            return list(backups, console);
        }
        try (Application application = Application.open(options)) {
            Backup backup = backups.make(application.store(), VersionCommand.version(), keep, console.progress());
            console.say("Backed up: %s, state %s: %s"
                    .formatted(
                            Console.count(backup.about().statements(), "statement"),
                            backup.about().state(),
                            backup.folder()));
            return 0;
        }
    }

    private static int list(Backups backups, Console console) {
        List<Backup> all = backups.all();
        if (all.isEmpty()) {
            console.say("There is no backup in " + backups.folder() + ".");
        }
        int broken = 0;
        for (Backup backup : all) {
            List<String> problems = backup.problems();
            broken += problems.isEmpty() ? 0 : 1;
            console.say("%s  %s, %s"
                    .formatted(
                            backup.id(),
                            Console.count(backup.about().statements(), "statement"),
                            problems.isEmpty() ? "whole" : "damaged: " + String.join("; ", problems)));
        }
        return broken == 0 ? 0 : 1;
    }
}
