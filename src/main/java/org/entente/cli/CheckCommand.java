package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.LoadReport;
import org.entente.text.SourceTexts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does everything that a load does except the commit. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Does everything that load does except writing: syntax by two parsers, terms, references, dates, rules, shapes, checks.",
            "With --texts also whether printed names, titles and times stand in the passages cited, and exact days in the texts.",
            "Exit code 0 if the collection can be loaded (there may be warnings and notes), 1 otherwise."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Option(
            names = "--texts",
            paramLabel = "FOLDER",
            description =
                    "Folder with the texts, each named after its document, such as d001.txt, or found by its digest.")
    private @Nullable Path texts;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.inMemory(options)) {
            application.catalog();
            LoadReport report =
                    application.check(texts == null ? SourceTexts.NONE : SourceTexts.in(texts), console.progress());
            console.findings(report);
            console.counts(report.accepted() ? "Checked" : "Checked, cannot be loaded", report);
            return report.accepted() ? 0 : 1;
        } catch (IOException e) {
            throw new CommandException("The texts cannot be read: " + e.getMessage());
        }
    }
}
