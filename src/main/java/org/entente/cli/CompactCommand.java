package org.entente.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives back the room of what was deleted and replaced. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = {
            "Compacts the store: gives back the room of what was deleted and replaced, which the database itself never does.",
            "A kill meanwhile loses nothing. While a server runs, it has the store: send POST /compact with the key instead,",
            "or let it do so by itself with: entente serve --compact-at MB"
        })
final class CompactCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.open(options)) {
            long before = application.store().bytes();
            application.store().compact(console.progress());
            console.say("Compacted: %d MB before, %d MB now."
                    .formatted(before / 1_000_000, application.store().bytes() / 1_000_000));
            return 0;
        }
    }
}
