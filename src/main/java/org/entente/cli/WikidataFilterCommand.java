package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.entente.text.ExceptionText;
import org.entente.wikidata.SnapshotFilter;
import org.entente.wikidata.Wanted;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a small snapshot of a dump. */
@Command(
        name = "filter",
        mixinStandardHelpOptions = true,
        description = {
            "Writes from a dump only the items that the collection is linked to, or that share a name with one of its entries, with the",
            "properties that are used here. The small file can be kept in data/wikidata/ or passed on: it loads in seconds.",
            "Lines that are no entity in JSON are named and left out. '-' reads standard input; an output ending in .gz is compressed."
        },
        footer = {"", "Example:", "  entente wikidata filter latest-all.json.bz2 data/wikidata/mine.jsonl"})
final class WikidataFilterCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(index = "0", paramLabel = "DUMP", description = "The dump, or - for standard input.")
    private String dump;

    @CommandLine.Parameters(index = "1", paramLabel = "SNAPSHOT", description = "The file to write.")
    private Path snapshot;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        boolean standard = dump.equals("-");
        if (!standard && !Files.isRegularFile(Path.of(dump))) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no file " + dump + ".");
        }
        if (!standard && snapshot.toAbsolutePath().equals(Path.of(dump).toAbsolutePath())) {
            throw new CommandLine.ParameterException(spec.commandLine(), "The snapshot would replace the dump.");
        }
        try (Application application = Application.loaded(options, console)) {
            try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(dump));
                    OutputStream file = Files.newOutputStream(snapshot);
                    Writer out = new OutputStreamWriter(
                            snapshot.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file,
                            StandardCharsets.UTF_8)) {
                SnapshotFilter.Report report = SnapshotFilter.filter(
                        in,
                        standard ? 0 : Files.size(Path.of(dump)),
                        Wanted.by(application.store()),
                        out,
                        console.progress());
                report.remarks().forEach(remark -> console.warn(remark + "; it was left out."));
                console.say("Read: %s, %d written to %s, %d lines left out."
                        .formatted(
                                Console.count(report.items(), "item"), report.kept(), snapshot, report.unreadable()));
                return report.unreadable() == 0 ? 0 : 1;
            } catch (IOException e) {
                throw new CommandException(
                        "Cannot make " + snapshot + " of " + dump + ": " + ExceptionText.of(e) + ".");
            }
        }
    }
}
