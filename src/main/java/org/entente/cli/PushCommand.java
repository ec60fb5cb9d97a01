package org.entente.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import org.entente.engine.Engine;
import org.entente.engine.EngineAddress;
import org.entente.engine.EngineGraphs;
import org.entente.engine.Push;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the collection to another SPARQL service. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the collection to another SPARQL 1.1 service: every graph under its name, and the consolidated view as the graph",
            "https://w3id.org/entente/graph/consolidated. Other graphs of the service are left alone.",
            "What is there already by the list in https://w3id.org/entente/graph/written is not written again.",
            "The account for writing is taken from ENTENTE_ENGINE_USER and ENTENTE_ENGINE_PASSWORD. Entente must be stopped, or",
            "--store names another store: a store is opened by one program at a time."
        },
        footer = {
            "",
            "Examples:",
            "  entente push http://localhost:3030/entente                                                       (Fuseki)",
            "  entente push http://localhost:8080/rdf4j-server/repositories/entente \\",
            "      --update http://localhost:8080/rdf4j-server/repositories/entente/statements                  (RDF4J)",
            "  entente push http://localhost:8890/sparql --graph-store http://localhost:8890/sparql-graph-crud-auth (Virtuoso)"
        })
final class PushCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--update", paramLabel = "URL", description = "Write by SPARQL updates, which it takes there.")
    private URI update;

    @Option(
            names = "--graph-store",
            paramLabel = "URL",
            description = "Write by the graph store protocol, which it speaks there (default: at URL itself).")
    private URI graphStore;

    @Option(names = "--all", description = "Write all graphs, also those that are there by the list.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine());
        EngineAddress address = address();
        try (Application application = Application.loaded(options, console);
                Engine there = new Engine(address)) {
            Push.Report report = new Push(there).write(application.store(), all, console.progress());
            console.say(
                    "Written to %s: %s with %s; %d were there already, %d removed. The consolidated view is the graph %s."
                            .formatted(
                                    address.query(),
                                    Console.count(report.written(), "graph"),
                                    Console.count(report.statements(), "statement"),
                                    report.kept(),
                                    report.removed(),
                                    EngineGraphs.CONSOLIDATED));
            return 0;
        }
    }

    private EngineAddress address() {
        if (update != null && graphStore != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--update and --graph-store exclude each other: name the one to write by.");
        }
        try {
            EngineAddress address = engine.address();
            return update != null
                    ? address.withUpdate(update)
                    : graphStore != null ? address.withGraphs(graphStore) : address;
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
