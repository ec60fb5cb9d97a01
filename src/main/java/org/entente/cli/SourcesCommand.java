package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.dependence.DependenceFinder;
import org.entente.dependence.Proposal;
import org.entente.execution.Select;
import org.entente.text.SourceTexts;
import org.entente.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which sources may repeat each other. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes which sources may repeat each other: pairs that report the same event, with a score from 0 to 1 and the reasons.",
            "It compares across languages what the collection states, and the texts themselves if a folder has them.",
            "Nothing is changed: read both texts and write a decision into data/decisions/derivations.ttl."
        },
        footer = {"", "Examples:", "  entente sources", "  entente sources --all --archive ~/texts --least 0.7"})
final class SourcesCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Option(
            names = "--archive",
            paramLabel = "FOLDER",
            description =
                    "Folder with the texts, each named after its document, such as d001.txt, or found by its digest.")
    private Path archive;

    @Option(
            names = "--least",
            defaultValue = "0.5",
            paramLabel = "SCORE",
            description = "Minimum score of a pair, from 0 to 1 (default: 0.5).")
    private double least;

    @Option(names = "--all", description = "Include pairs that already count as one source.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loaded(options, console)) {
            SourceTexts texts = archive == null ? SourceTexts.NONE : SourceTexts.in(archive);
            List<Proposal> pairs =
                    application.store().read(data -> DependenceFinder.find(Select.on(data), texts, least)).stream()
                            .filter(pair -> all || !pair.counted())
                            .toList();
            pairs.forEach(pair -> console.say(line(pair)));
            console.say(Console.count(pairs.size(), "pair") + (all ? "." : " to review."));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Proposal pair) {
        return String.format(Locale.ROOT, "%.2f  ", pair.score())
                + Prefixes.compact(pair.one().getURI()) + "  "
                + Prefixes.compact(pair.other().getURI())
                + (pair.counted() ? "  (already one source)" : "") + "\n      "
                + String.join("; ", pair.reasons());
    }
}
