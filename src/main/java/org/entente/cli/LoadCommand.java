package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.store.LoadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads the collection into the store. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Loads the collection into the store: reads all files, runs rules, shapes and checks, and commits only if there are no errors.",
            "Lists every finding as file:line:column. If the load fails, the store does not change."
        })
final class LoadCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Option(names = "--force", description = "Load even if the store already has exactly these files.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.open(options)) {
            if (!force && application.store().release().isSetBack()) {
                console.say("The store was set back to an earlier state (left at release "
                        + application.store().release().setBackFrom()
                        + "). --force loads the files and so leaves that state.");
                return 0;
            }
            if (!force && !application.isStale()) {
                console.say(
                        "The store already has release " + application.release().id() + "; nothing to load.");
                return 0;
            }
            LoadReport report = application.load(console.progress());
            console.findings(report);
            if (!report.accepted()) {
                console.say("Not loaded: " + Console.count(report.errors(), "error") + ". The store is unchanged.");
                return 1;
            }
            console.counts("Loaded", report);
            return 0;
        }
    }
}
