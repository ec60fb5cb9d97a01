package org.entente.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.entente.sheet.Change;
import org.entente.sheet.SheetExport;
import org.entente.sheet.SheetImport;
import org.entente.sheet.SheetTable;
import org.entente.sheet.Sheets;
import org.entente.store.CollectionFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A source as a table for a spreadsheet, and back. */
@Command(
        name = "sheet",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a source as a table with one row for each participation, and reads such a table back. A blank cell says the same as the one",
            "above within a report; a new row with another person takes no names and offices from there. - says nothing, ? in the column who",
            "says somebody unknown. Several values are separated by ' | '."
        },
        footer = {
            "",
            "Examples:",
            "  entente sheet export d035 --output d035.xlsx",
            "  entente sheet import d035.xlsx                   shows what would change, and writes nothing",
            "  entente sheet import d035.xlsx --accept 1,3-5     writes these changes into the file of the source",
            "  entente sheet import d035.xlsx --accept all"
        })
final class SheetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say export or import.");
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes a source as CSV (UTF-8, with a byte order mark, so that spreadsheets read it right) or XLSX.")
    int export(
            @Mixin CollectionOptions options,
            @Parameters(paramLabel = "SOURCE", description = "Its name, such as d035.") String source,
            @Option(
                            names = "--output",
                            paramLabel = "FILE",
                            description = "Where to (default: CSV to standard output); a workbook if it ends in .xlsx.")
                    @Nullable
                    Path output)
            throws IOException {
        CollectionFiles files = options.collection();
        Sheets sheets = new Sheets(files);
        Path file = sheets.file(source)
                .orElseThrow(() -> new CommandException(
                        "There is no source " + source + " in " + files.data().resolve("sources") + "."));
        SheetExport sheet = sheets.export(file);
        Console console = new Console(spec.commandLine());
        if (output == null) {
            console.say(sheet.csv().stripTrailing());
            return 0;
        }
        if (output.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            try (OutputStream out = Files.newOutputStream(output)) {
                sheet.workbook(out);
            }
        } else {
            Files.writeString(output, "\uFEFF" + sheet.csv());
        }
        console.say(
                source + " is in " + output + ", " + Console.count(sheet.rows().size() - 1, "row") + ".");
        return 0;
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Shows what a table would change in its source, one statement a line; with --accept writes it.")
    int read(
            @Mixin CollectionOptions options,
            @Parameters(
                            paramLabel = "FILE",
                            description = "The table: XLSX, or CSV in UTF-8 or UTF-16 with commas, semicolons or tabs.")
                    Path table,
            @Option(
                            names = "--accept",
                            paramLabel = "NUMBERS|all",
                            description =
                                    "Which changes to write, such as 1,3-5 (default: none); all takes those that nobody"
                                            + " else has made differently in the file.")
                    @Nullable
                    String accept)
            throws IOException {
        if (!Files.isRegularFile(table)) {
            throw new CommandException("There is no file " + table + ".");
        }
        Sheets sheets = new Sheets(options.collection());
        SheetImport.Result result = sheets.compare(SheetTable.read(Files.readAllBytes(table)));
        Console console = new Console(spec.commandLine());
        List<Change> changes = result.changes();
        for (int i = 0; i < changes.size(); i++) {
            console.say("[" + (i + 1) + "] " + changes.get(i));
        }
        result.kept().forEach(told -> console.say("[-] " + told.words()));
        if (changes.isEmpty() || accept == null) {
            console.say(Console.count(changes.size(), "change") + ". "
                    + (changes.isEmpty()
                            ? "The source stays as it is."
                            : "Nothing is written; --accept all takes them."));
            return 0;
        }
        List<Change> taken = taken(changes, accept);
        Files.writeString(
                result.file(), sheets.apply(result, Files.readString(result.file(), StandardCharsets.UTF_8), taken));
        console.say(Console.count(taken.size(), "change") + " written to " + result.file()
                + ". Look at it with: entente check");
        return 0;
    }

    private List<Change> taken(List<Change> changes, String accept) {
        if (accept.equals("all")) {
            return changes.stream().filter(change -> !change.isConflict()).toList();
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : accept.split(",")) {
            if (!part.strip().matches("\\d{1,6}(-\\d{1,6})?")) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--accept: '" + part + "' is no number of a change; write 1,3-5 or all.");
            }
            String[] ends = part.strip().split("-");
            for (int n = Integer.parseInt(ends[0]); n <= Integer.parseInt(ends[ends.length - 1]); n++) {
                numbers.add(n);
            }
        }
        List<Change> taken = new ArrayList<>();
        for (int number : numbers) {
            if (number < 1 || number > changes.size()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "--accept: there is no change " + number + "; there are " + changes.size() + ".");
            }
            taken.add(changes.get(number - 1));
        }
        return taken;
    }
}
