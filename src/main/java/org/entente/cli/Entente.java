package org.entente.cli;

import java.util.List;
import org.entente.bounds.SizeException;
import org.entente.check.CheckException;
import org.entente.coding.CodingException;
import org.entente.derive.RuleException;
import org.entente.engine.EngineFailure;
import org.entente.link.LinkException;
import org.entente.operation.OperationException;
import org.entente.query.CatalogException;
import org.entente.reconcile.CsvException;
import org.entente.release.ReleaseException;
import org.entente.sheet.SheetException;
import org.entente.store.StoreException;
import org.entente.wikidata.WikidataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. Exit codes: 0 for success, 1 if the data or the service failed, 2 if the command was wrong. */
@Command(
        name = "entente",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        description = {
            "Who met whom, in which office, when, where, and which source says so.",
            "",
            "Serves a collection of Turtle files, one named graph per source, as a knowledge graph: SPARQL, canned queries,",
            "linked data and pages on one port."
        },
        footer = {
            "",
            "Examples:",
            "  entente init DIR                               begin a collection of your own",
            "  entente serve                                  load what changed, then serve on http://127.0.0.1:8080",
            "  entente check                                  list everything that is wrong with the collection",
            "  entente ask 'Whom did Albert Rau meet?'        answer a question",
            "  entente query who-met person='Albert Rau'      run a query without a server",
            "  entente reconcile people.csv                   find out who the names in a table are",
            "",
            "Options of 'serve' can also be set by environment variables and in a file: see docs/operations.md.",
            "",
            "Exit codes: 0 done, 1 errors in the data or service failed, 2 wrong command."
        })
public final class Entente implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            InitCommand.class,
            NewCommand.class,
            SheetCommand.class,
            AgreeCommand.class,
            LoadCommand.class,
            CheckCommand.class,
            AnnotateCommand.class,
            AskCommand.class,
            QueryCommand.class,
            ReconcileCommand.class,
            McpCommand.class,
            SourcesCommand.class,
            ReleaseCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CompactCommand.class,
            ExportCommand.class,
            PushCommand.class,
            EngineCommand.class,
            WikidataCommand.class,
            LinkCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class);

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        boolean training = args.length == 1 && args[0].equals(AotTraining.OPTION);
        int exit = training ? AotTraining.run(Entente::commandLine) : run(args);
        // serve returns only after the server has been stopped
        System.exit(exit);
    }

    private static int run(String[] args) {
        // A server starts sooner without the other commands.
        boolean serves = args.length > 0 && args[0].equals("serve");
        CommandLine entente = serves ? commandLine(List.of(ServeCommand.class)) : commandLine();
        try {
            entente.setDefaultValueProvider(Settings.of(entente, System.getenv()));
        } catch (CommandException e) {
            entente.getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
        return entente.execute(args);
    }

    /** The command line with all commands. */
    public static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine entente = new CommandLine(new Entente());
        commands.forEach(entente::addSubcommand);
        return entente.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler((wrong, args) -> usage(wrong))
                .setExecutionExceptionHandler(Entente::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command given.");
    }

    /** Maps exceptions to messages and exit codes. Any other exception is a bug and prints its stack trace. */
    private static int explain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        switch (e) {
            case ParameterException wrong -> {
                return usage(wrong);
            }
            case StoreException x -> commandLine.getErr().println(x.getMessage());
            case RuleException x -> commandLine.getErr().println("queries/rules/" + x.getMessage());
            case SizeException x -> commandLine.getErr().println(x.getMessage());
            case CheckException x -> commandLine.getErr().println(x.getMessage());
            case CatalogException x -> commandLine.getErr().println(x.getMessage());
            case CsvException x -> commandLine.getErr().println(x.getMessage());
            case WikidataException x -> commandLine.getErr().println(x.getMessage());
            case SheetException x -> commandLine.getErr().println(x.getMessage());
            case CodingException x -> commandLine.getErr().println(x.getMessage());
            case LinkException x -> commandLine.getErr().println(x.getMessage());
            case ReleaseException x -> commandLine.getErr().println(x.getMessage());
            case OperationException x -> commandLine.getErr().println(x.getMessage());
            case EngineFailure x -> commandLine.getErr().println(x.getMessage());
            case CommandException x -> commandLine.getErr().println(x.getMessage());
            default -> e.printStackTrace(commandLine.getErr());
        }
        return ExitCode.SOFTWARE;
    }

    private static int usage(ParameterException wrong) {
        CommandLine failed = wrong.getCommandLine();
        failed.getErr().println(wrong.getMessage());
        failed.getErr()
                .println("Help: entente "
                        + ("entente".equals(failed.getCommandName()) ? "" : failed.getCommandName() + " ") + "--help");
        return ExitCode.USAGE;
    }
}
