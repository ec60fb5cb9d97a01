package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.query.StoreEntityResolver;
import org.entente.web.WebServer;
import org.entente.web.http.LocalClient;
import org.entente.web.http.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Offers the collection to a language model over standard input and output. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Offers the collection to a language model over standard input and output (Model Context Protocol), read only.",
            "A client starts this command itself. Loads the collection into memory unless --store names a loaded store.",
            "While it runs, pages of the answers can be opened on a port of this machine, which it says on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  claude mcp add entente -- /path/to/entente mcp",
            "  claude mcp add --transport http entente http://127.0.0.1:8080/mcp     for a server that is running"
        })
final class McpCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private LimitOptions limits;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loadedForReading(options, console)) {
            ServerOptions wanted = ServerOptions.defaults()
                    .withAddress("127.0.0.1", 0)
                    .withQueries(limits.limits())
                    .withServices(limits.services())
                    .withOntology(options.collection().ontology());
            try (WebServer server = new WebServer(
                            application.store(),
                            application.catalog(),
                            new StoreEntityResolver(application.store()),
                            wanted)
                    .start()) {
                String base = "http://127.0.0.1:" + server.port();
                console.warn("Entente answers on standard input; its pages are on " + base + "/.");
                server.mcp()
                        .overStdio(new LocalClient.Caller("127.0.0.1", base))
                        .run(System.in, System.out);
            }
            return 0;
        }
    }
}
