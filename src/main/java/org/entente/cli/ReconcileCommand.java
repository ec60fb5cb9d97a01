package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.reconcile.CollectionStates;
import org.entente.reconcile.CsvReconciler;
import org.entente.reconcile.CsvText;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.EntityTypes;
import org.entente.reconcile.ReconciliationQuery;
import org.entente.reconcile.RowSink;
import org.entente.reconcile.Workbooks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reconciles the names of a table without a server. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Finds out who or what each name in a CSV file is in the collection, how certain that is, and why.",
            "The table keeps its own columns and gets new ones on the right: entente_match, entente_id,",
            "entente_name, entente_score, entente_reasons, entente_candidates and, for matches, entente_wikidata,",
            "entente_wikidata_link, entente_gnd, entente_coordinates.",
            "",
            "Columns are recognised by their headings (name, country, Land, office, Amt, date, Datum, wikidata …).",
            "Loads the collection into memory unless --store names a loaded store."
        },
        footer = {
            "",
            "Examples:",
            "  entente reconcile people.csv",
            "  entente reconcile people.csv --column Name --type Person --property country=Land --output found.csv",
            "  entente reconcile people.xlsx --sheet Gäste --column Vorname --column Nachname --output found.xlsx",
            "  entente reconcile bodies.csv --type Organization --property place=Sitz --delimiter ';'",
            "",
            "Cells that a spreadsheet would run as a formula stay as they are unless --escape-formulas is given."
        })
final class ReconcileCommand implements Callable<Integer> {
    /** As many as a sheet can have. */
    private static final long MOST_SHEET_ROWS = 1_048_576;

    @Mixin
    private CollectionOptions options;

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "Table with a row of headings: CSV, TSV or XLSX.")
    private Path file;

    @Option(
            names = "--column",
            paramLabel = "HEADING",
            description = {
                "Column with the names (default: recognised by its heading, otherwise the first).",
                "Twice or more for names in several columns: --column Vorname --column Nachname."
            })
    private List<String> columns = List.of();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only entities of this type: Person, Organization, Post, Place, Event … (default: any).")
    private List<String> types = List.of();

    @Option(
            names = "--property",
            paramLabel = "PROPERTY=HEADING",
            description = {
                "Column with more information: country, office, date, organization, place, birthDate, coMentioned,",
                "wikidata, gnd, ror, isni, viaf, iso3166, geonames … With nothing after =, the property is ignored."
            })
    private List<String> properties = List.of();

    @Option(
            names = {"--output", "-o"},
            paramLabel = "FILE",
            description = {
                "Output file, CSV or by its name .xlsx (default: standard output).",
                "Only replaced once everything is done."
            })
    private Path output;

    @Option(
            names = "--limit",
            defaultValue = "" + CsvReconciler.Options.DEFAULT_LIMIT,
            description = "Number of candidates per row (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Character between cells; 'tab' for a tab (default: detected).")
    private String delimiter;

    @Option(
            names = "--heading",
            paramLabel = "N",
            description = "Row of the headings, from 1; 0 if there is none (default: found).")
    private Integer heading;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of a workbook (default: the first with rows).")
    private String sheet;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Encoding of the file (default: recognised; what is not UTF-8 or UTF-16 is read as windows-1252).")
    private Charset encoding;

    @Option(
            names = "--escape-formulas",
            description = "Put an apostrophe in front of cells that a spreadsheet would run as a formula.")
    private boolean escapeFormulas;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "Language of names and reasons: en or de (default: en).")
    private String lang;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine());
        Map<EntityProperty, String> headings = headings();
        if (limit < 1 || limit > ReconciliationQuery.MOST) {
            throw wrong("--limit must be a whole number from 1 to " + ReconciliationQuery.MOST + ".");
        }
        if (!Set.of("en", "de").contains(lang)) {
            throw wrong("--lang must be en or de.");
        }
        Optional<Character> cut = cut();
        // fail before loading the collection, which takes a while
        types(EntityTypes.of(RDFDataMgr.loadGraph(
                options.collection().ontology().resolve("entente.ttl").toString())));
        Path target = output == null ? null : target();
        Function<CsvReconciler.Options, CsvReconciler> table = table(console);
        // what is wrong with the columns is said now, before the collection is loaded
        CsvReconciler unused = table.apply(asked(List.of(), headings, cut));
        try (Application application = Application.loadedForReading(options, console)) {
            application.store().read(dataset -> {
                var state = new CollectionStates(application.store()).in(dataset);
                CsvReconciler reconciler = table.apply(asked(types(state.types()), headings, cut));
                console.warn("Columns: " + reconciler.columns());
                int matches = target != null && target.toString().endsWith(".xlsx")
                        ? workbook(
                                target,
                                out -> reconciler.write(
                                        state, RowSink.workbook(out), Map.of(), console.progress(), () -> {}))
                        : write(target, out -> reconciler.write(state, out, console.progress(), () -> {}));
                console.warn(Console.count(reconciler.size(), "row") + ", " + matches
                        + (matches == 1 ? " match." : " matches."));
                return null;
            });
            return 0;
        }
    }

    private CsvReconciler.Options asked(
            List<EntityType> ofTypes, Map<EntityProperty, String> headings, Optional<Character> cut) {
        return new CsvReconciler.Options(
                columns,
                ofTypes,
                headings,
                limit,
                cut,
                heading == null ? OptionalInt.empty() : OptionalInt.of(heading),
                escapeFormulas,
                lang);
    }

    private Function<CsvReconciler.Options, CsvReconciler> table(Console console) throws IOException {
        byte[] bytes = bytes();
        if (Workbooks.isWorkbook(bytes)) {
            Workbooks.Content content = Workbooks.read(bytes, Optional.ofNullable(sheet), MOST_SHEET_ROWS);
            if (content.sheets().size() > 1) {
                console.warn("Sheet: " + content.sheet());
            }
            return asked -> CsvReconciler.read(content.rows(), asked);
        }
        Charset charset = encoding == null ? CsvText.guess(bytes) : encoding;
        if (encoding == null && !charset.equals(StandardCharsets.UTF_8)) {
            console.warn("Read as " + charset.name() + "; --encoding names another one.");
        }
        String text = CsvText.decode(bytes, Optional.of(charset));
        return asked -> CsvReconciler.read(text, asked, Long.MAX_VALUE - 100);
    }

    private byte[] bytes() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file " + file + ".");
        } catch (IOException e) {
            throw new CommandException("Cannot read file " + file + ": " + e.getMessage());
        }
    }

    private Map<EntityProperty, String> headings() {
        Map<EntityProperty, String> headings = new EnumMap<>(EntityProperty.class);
        for (String assignment : properties) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw wrong("'" + assignment + "' does not name a column; write property=heading.");
            }
            String id = assignment.substring(0, equals);
            headings.put(
                    EntityProperty.of(id)
                            .orElseThrow(() -> wrong("There is no property '" + id + "'; available: "
                                    + String.join(", ", EntityProperty.ids()) + ".")),
                    assignment.substring(equals + 1));
        }
        return headings;
    }

    private List<EntityType> types(EntityTypes known) {
        List<EntityType> found = new ArrayList<>();
        for (String type : types) {
            found.add(known.named(type)
                    .orElseThrow(() -> wrong("There is no type '" + type + "'; available: "
                            + String.join(
                                    ", ",
                                    known.all().stream()
                                            .map(EntityType::id)
                                            .sorted()
                                            .toList())
                            + ".")));
        }
        return found;
    }

    private Optional<Character> cut() {
        try {
            return Optional.ofNullable(delimiter).map(CsvReconciler.Options::delimiter);
        } catch (IllegalArgumentException e) {
            throw wrong("--delimiter " + e.getMessage() + ".");
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /** Writes the table and returns the number of matches. */
    private interface Writing {
        int to(Appendable out) throws IOException;
    }

    /** The file to write to, after a check that it can be written. */
    private Path target() {
        Path whole = output.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            throw new CommandException(output + " is a folder. Give a file with --output.");
        }
        Path folder = Objects.requireNonNull(whole.getParent(), "only a root has none, and that is a folder");
        if (!Files.isDirectory(folder)) {
            throw new CommandException("There is no folder " + folder + " for the output. Create it first.");
        }
        if (!Files.isWritable(folder)) {
            throw new CommandException("Cannot write to the folder " + folder + ".");
        }
        return whole;
    }

    /**
     * Writes to a file beside the target and then renames it, so that an interrupted run keeps the old file.
     *
     * @param target null for standard output
     */
    private int write(@Nullable Path target, Writing writing) {
        try {
            if (target == null) {
                int matches = writing.to(spec.commandLine().getOut());
                spec.commandLine().getOut().flush();
                return matches;
            }
            // not a temporary file, whose permissions would keep others from reading the result
            Path part = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                int matches;
                try (BufferedWriter out =
                        Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                    matches = writing.to(out);
                }
                move(part, target);
                return matches;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandException("Cannot write the result: " + e.getMessage() + ".");
        }
    }

    /** Writes a workbook and returns the number of matches. */
    private interface WorkbookWriting {
        int to(OutputStream out) throws IOException;
    }

    private static int workbook(Path target, WorkbookWriting writing) {
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            int matches;
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                matches = writing.to(out);
            }
            move(part, target);
            return matches;
        } catch (IOException e) {
            throw new CommandException("Cannot write the result: " + e.getMessage() + ".");
        } finally {
            part.toFile().delete();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
