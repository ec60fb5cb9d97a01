package org.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the collection for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the collection for programs that compute with tables; see docs/engines.md.",
        subcommands = ExportParquetCommand.class)
final class ExportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name the format: parquet.");
    }
}
