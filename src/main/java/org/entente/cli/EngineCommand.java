package org.entente.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What has to do with other SPARQL services that hold the collection. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "Finds out how another SPARQL 1.1 service answers what this program asks; see docs/engines.md.",
        subcommands = EngineCheckCommand.class)
final class EngineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: check.");
    }
}
