package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.entente.rdf.Finding;
import org.entente.wikidata.SnapshotLoader;
import org.entente.wikidata.SnapshotReport;
import org.entente.wikidata.Wanted;
import org.entente.wikidata.WikidataEntity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads a snapshot file. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Loads a file in Wikibase JSON: one entity per line as in the Wikidata dumps, or the output of Special:EntityData;",
            "plain or compressed with gzip or bzip2. '-' reads standard input.",
            "From a dump it keeps only items that the collection is linked to, or that share a name with one of its entities.",
            "Every invalid line is listed, and then the store does not change. An invalid value is listed and left out.",
            "Loading a file twice changes nothing."
        })
final class WikidataLoadCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(index = "0", paramLabel = "FILE", description = "The file, or - for standard input.")
    private String file;

    @Option(names = "--all", description = "Keep every item in the file.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no file " + file + ".");
        }
        try (Application application = Application.loaded(options, console)) {
            Predicate<WikidataEntity> wanted = all ? item -> true : Wanted.by(application.store());
            SnapshotLoader loader = new SnapshotLoader(application.store(), Clock.systemUTC());
            SnapshotReport report = file.equals("-")
                    ? loader.load(System.in, "standard input", 0, wanted, console.progress())
                    : loader.load(Path.of(file), wanted, console.progress());
            console.findings(report.findings());
            if (!report.accepted()) {
                long errors =
                        report.findings().stream().filter(Finding::isError).count();
                console.say("Not loaded: " + Console.count(errors, "error") + ". The store is unchanged.");
                return 1;
            }
            console.say("Loaded: %s, %d not needed, %d new, %d updated, %d unchanged."
                    .formatted(
                            Console.count(report.items(), "item"),
                            report.unwanted(),
                            report.added(),
                            report.updated(),
                            report.unchanged()));
            if (report.unwanted() == report.items()) {
                console.say(
                        "No item in it is linked to the collection or shares a name with it; --all keeps everything.");
            }
            return 0;
        }
    }
}
