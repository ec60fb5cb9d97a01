package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.store.LoadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Does everything that a load does except the commit. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Does everything that load does except writing: syntax by two parsers, terms, references, dates, rules, shapes, checks.",
            "Exit code 0 if the collection can be loaded (there may be warnings and notes), 1 otherwise."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.inMemory(options)) {
            application.catalog();
            LoadReport report = application.check(console.progress());
            console.findings(report);
            console.counts(report.accepted() ? "Checked" : "Checked, cannot be loaded", report);
            return report.accepted() ? 0 : 1;
        }
    }
}
