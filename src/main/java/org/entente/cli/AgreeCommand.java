package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.entente.coding.AttributeAgreement;
import org.entente.coding.Codings;
import org.entente.coding.CodingsJson;
import org.entente.coding.DecidedList;
import org.entente.coding.Difference;
import org.entente.coding.Overlap;
import org.entente.sheet.SheetTable;
import org.entente.store.CollectionFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How far two people agree who have coded the same documents. */
@Command(
        name = "agree",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares two codings of the same documents: which reports and participations both have (F1), how far they agree on what is said of them",
            "(Krippendorff's alpha, for each column of a sheet), and what has to be decided. Reports are recognized by what they say, not by their names."
        },
        footer = {
            "",
            "Examples:",
            "  entente agree anna/sources ben/sources                                prints the figures",
            "  entente agree anna/sources ben/sources --list open.csv                writes what has to be decided",
            "  entente agree anna/sources ben/sources --decided open.csv --output agreed   writes the sources as decided"
        })
final class AgreeCommand implements java.util.concurrent.Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private CollectionOptions options;

    @Parameters(index = "0", paramLabel = "A", description = "The first coder's file, or folder of files.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "The second coder's file, or folder of files.")
    private Path b;

    @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).", defaultValue = "text")
    private Format format;

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description =
                    "Where to write the differences as CSV; somebody decides each by a or b in the column choice.")
    private @Nullable Path list;

    @ArgGroup(exclusive = false)
    private @Nullable Decided decided;

    /** Both are needed, or neither. */
    static final class Decided {
        @Option(
                names = "--decided",
                required = true,
                paramLabel = "FILE",
                description = "The list with choices, as CSV or XLSX; what is not decided stays as in A.")
        private Path file;

        @Option(
                names = "--output",
                required = true,
                paramLabel = "DIR",
                description = "Folder for the decided sources; files that are there are not overwritten.")
        private Path output;
    }

    @Override
    public Integer call() throws IOException {
        CollectionFiles files = options.collection();
        Codings codings = Codings.compare(files, a, b);
        List<Difference> differences = codings.differences();
        Console console = new Console(spec.commandLine());
        if (decided != null) {
            write(console, files, codings, differences, decided);
            return 0;
        }
        console.say(
                format == Format.json ? CodingsJson.of(codings).toPrettyString() : text(codings, differences.size()));
        if (list != null) {
            Files.writeString(list, "\uFEFF" + DecidedList.csv(differences));
            if (format == Format.text) {
                console.say("They are in " + list + ".");
            }
        }
        return 0;
    }

    private void write(
            Console console, CollectionFiles files, Codings codings, List<Difference> differences, Decided into)
            throws IOException {
        if (!Files.isRegularFile(into.file)) {
            throw new CommandException("There is no file " + into.file + ".");
        }
        DecidedList.Choices choices = DecidedList.read(SheetTable.read(Files.readAllBytes(into.file)), differences);
        List<Codings.Agreed> agreed = codings.agreed(files, choices.forB());
        Files.createDirectories(into.output);
        for (Codings.Agreed source : agreed) {
            Path file = into.output.resolve(source.name() + ".ttl");
            if (Files.exists(file)) {
                throw new CommandException(file + " is there already. Name another folder with --output.");
            }
        }
        for (Codings.Agreed source : agreed) {
            Files.writeString(into.output.resolve(source.name() + ".ttl"), source.text());
        }
        console.say("%d of %s decided, %d for B; %s written to %s. Look at them with: entente check"
                .formatted(
                        choices.decided(),
                        Console.count(differences.size(), "difference"),
                        choices.forB().size(),
                        Console.count(agreed.size(), "source"),
                        into.output));
    }

    private static String text(Codings codings, int differences) {
        StringBuilder text = new StringBuilder();
        text.append("%s coded by both%s%s%n%n"
                .formatted(
                        Console.count(codings.documents().size(), "document"),
                        only("A", codings.onlyA()),
                        only("B", codings.onlyB())));
        text.append("%-16s %6s %6s %6s %6s%n".formatted("", "A", "B", "both", "F1"));
        text.append(line("reports", codings.reports())).append(line("participations", codings.participations()));
        text.append("%n%-16s %6s %6s %6s%n".formatted("column", "units", "same", "alpha"));
        for (AttributeAgreement one : codings.attributes()) {
            text.append("%-16s %6d %6s %6s%n"
                    .formatted(
                            one.column(),
                            one.units(),
                            share(one.same()),
                            one.alpha().isPresent() ? share(one.alpha().getAsDouble()) : "-"));
        }
        text.append("%nalpha is - where everybody says the same everywhere: it is not defined then.%n".formatted());
        text.append(Console.count(differences, "difference")).append(" to decide.");
        return text.toString();
    }

    private static String only(String coder, List<String> names) {
        return names.isEmpty() ? "" : "; by " + coder + " only: " + String.join(", ", names);
    }

    private static String line(String name, Overlap overlap) {
        return "%-16s %6d %6d %6d %6s%n".formatted(name, overlap.a(), overlap.b(), overlap.both(), share(overlap.f1()));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
