package org.entente.cli;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.entente.contact.ContactIndexes;
import org.entente.query.StoreEntityResolver;
import org.entente.store.LoadReport;
import org.entente.store.Release;
import org.entente.web.WebServer;
import org.entente.web.http.ServerOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads what changed and serves it on one port until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Loads the collection if its files changed, then serves pages, canned queries and SPARQL on one port.",
            "Files that change while it runs are loaded again. If that fails, it goes on serving the previous state."
        },
        footer = {
            "",
            "Examples:",
            "  entente serve",
            "  entente serve --port 9090 --data my-collection/data --store my-store",
            "  entente serve @docs/services.example.args              SERVICE may query Wikidata and its copy on QLever",
            "  ENTENTE_KEY=$(openssl rand -hex 24) entente serve        writes need this key"
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private CollectionOptions options;

    @Mixin
    private LimitOptions limits;

    @Option(names = "--port", defaultValue = "8080", description = "Port; 0 for any free one (default: 8080).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: 127.0.0.1, this machine only; 0.0.0.0 for all).")
    private String host;

    @Option(
            names = "--key",
            defaultValue = "${env:ENTENTE_KEY}",
            description =
                    "Key required for writing. Better set as ENTENTE_KEY, where other users cannot see it. Without a key,"
                            + " nobody can write.")
    private String key;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description =
                    "Folder with the texts of sources, if you have them. /passage shows them next to the reports that cite them.")
    private Path archive;

    @Option(names = "--no-watch", description = "Do not reload files that change while the server runs.")
    private boolean noWatch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine());
        ServerOptions wanted = serverOptions().withOntology(options.collection().ontology());
        try (Application workshop = Application.open(options)) {
            ContactIndexes.keepWarm(workshop.store());
            long touched = workshop.collection().touched();
            workshop.store().keepNamesWarm();
            load(workshop, console);
            workshop.checkInternalQueries();
            workshop.judgeWrites();
            try (WebServer server = started(workshop, wanted);
                    FileWatcher watch = noWatch ? FileWatcher.NONE : FileWatcher.over(workshop, console, touched)) {
                Release release = workshop.store().release();
                console.say("Entente is serving release " + release.id() + " on http://" + shownHost() + ":"
                        + server.port() + "/ (stop it with Ctrl-C)");
                untilStopped();
            }
        }
        return 0;
    }

    private void load(Application workshop, Console console) {
        if (!workshop.isStale()) {
            return;
        }
        boolean first = workshop.store().release().id().equals(Release.EMPTY.id());
        LoadReport report = workshop.load(console.progress());
        console.findings(report);
        if (report.accepted()) {
            console.counts("Loaded", report);
        } else if (first) {
            throw new CommandException("The collection cannot be loaded (" + Console.count(report.errors(), "error")
                    + ", listed above), so there is nothing to serve.");
        } else {
            console.say("The changed files cannot be loaded (" + Console.count(report.errors(), "error")
                    + ", listed above). Still serving the previous state.");
        }
    }

    /** What was asked for: wrong values are refused before anything is loaded. */
    private ServerOptions serverOptions() {
        try {
            ServerOptions server = ServerOptions.defaults()
                    .withAddress(host, port)
                    .withQueries(limits.limits())
                    .withServices(limits.services());
            if (key != null && !key.isBlank()) {
                server = server.withWriteKey(key);
            }
            if (archive != null && !Files.isDirectory(archive)) {
                throw new IllegalArgumentException("--archive " + archive + " is not a folder.");
            }
            return archive == null ? server : server.withArchive(archive);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private WebServer started(Application workshop, ServerOptions server) {
        try {
            return new WebServer(
                            workshop.store(), workshop.catalog(), new StoreEntityResolver(workshop.store()), server)
                    .start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new CommandException("Port " + port + " of " + host
                            + " is in use. Choose another one with --port, or stop the program that uses it.");
                }
            }
            throw e;
        }
    }

    private String shownHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Returns when the process is asked to end; the shutdown waits until the server has closed. */
    private static void untilStopped() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                main.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        stop.await();
    }
}
