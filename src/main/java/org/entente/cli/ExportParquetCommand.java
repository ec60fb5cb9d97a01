package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.execution.Select;
import org.entente.export.ParquetExport;
import org.entente.export.ParquetTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the collection as Parquet files. */
@Command(
        name = "parquet",
        mixinStandardHelpOptions = true,
        description = {
            "Writes people, events, participations, reports and encounters as Parquet files, one for each table, and prints what DuckDB",
            "takes to read them. docs/engines.md has the columns."
        },
        footer = {"", "Example:", "  entente export parquet tables"})
final class ExportParquetCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder for the files; made if it is missing.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loadedForReading(options, console)) {
            Map<ParquetTable, Integer> written = application.store().read(this::write);
            written.forEach(
                    (table, rows) -> console.say("%-28s %s".formatted(table.file(), Console.count(rows, "row"))));
            console.say("For DuckDB: " + ParquetTable.duckDb(folder.toString()));
            return 0;
        }
    }

    private Map<ParquetTable, Integer> write(org.apache.jena.sparql.core.DatasetGraph dataset) {
        try {
            return ParquetExport.write(Select.on(dataset), folder);
        } catch (IOException e) {
            throw new CommandException("The tables cannot be written into " + folder + ": " + e.getMessage());
        }
    }
}
