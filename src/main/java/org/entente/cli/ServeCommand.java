package org.entente.cli;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.entente.execution.SelectAnswers;
import org.entente.query.CatalogException;
import org.entente.query.QueryCatalog;
import org.entente.query.StoreEntityResolver;
import org.entente.release.Releases;
import org.entente.store.LoadReport;
import org.entente.store.Release;
import org.entente.web.WebServer;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.TrustedProxies;
import org.entente.web.http.WriteKey;
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
            "Files that change while it runs are read again: data, ontology, rules and canned queries. If that fails, it says why",
            "and goes on serving the previous state."
        },
        footer = {
            "",
            "Examples:",
            "  entente serve",
            "  entente serve --port 9090 --data my-collection",
            "  entente serve @docs/services.example.args              SERVICE may query Wikidata and its copy on QLever",
            "  entente serve --data my-collection --live               while writing a collection",
            "  entente serve --dev                                     while working on pages and queries",
            "  ENTENTE_KEY=$(openssl rand -hex 24) entente serve        writes need this key"
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(250);

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
            names = "--public-url",
            paramLabel = "URL",
            description = {
                "Address by which readers reach this server if it is behind a proxy, such as https://entente.example.org.",
                "All absolute addresses in answers begin with it; without it they begin with what the request says."
            })
    private URI publicUrl;

    @Option(
            names = "--trusted-proxy",
            split = "\\s+",
            paramLabel = "ADDRESS[/BITS]",
            description = {
                "Proxy that is believed when it says who asks, and by which address (X-Forwarded-For, -Proto, -Host); can be given",
                "several times. From anybody else these headers are ignored."
            })
    private List<String> trustedProxies = List.of();

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

    @Option(
            names = "--keep-cited",
            paramLabel = "N",
            defaultValue = "" + Releases.MOST_CITED,
            description = {
                "A state that somebody cites is kept as a release, so that the citation can be run again: at most so many",
                "states, 0 for none (default: ${DEFAULT-VALUE}). A release of the shipped collection takes some 5 MB."
            })
    private int keepCited;

    @Option(
            names = "--log-dir",
            paramLabel = "DIR",
            description = {
                "Folder for logs: entente.log, access.log (every request) and audit.log (every write) as JSON lines; a new file each",
                "day, old ones are removed. Without it, warnings go to standard error only."
            })
    private Path logs;

    @Mixin
    private ProposerOption proposer;

    @Mixin
    private BackupOptions backups;

    @Option(
            names = "--keep-backups",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "Number of backups made by POST /backups that are kept; 0 for all (default: ${DEFAULT-VALUE}).")
    private int keepBackups;

    @Option(
            names = "--compact-at",
            paramLabel = "MB",
            defaultValue = "2000",
            description = {
                "The store is compacted by itself once its files are larger than this and have doubled since the last time;",
                "0 for never (default: ${DEFAULT-VALUE})."
            })
    private long compactAt;

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description = {
                "SPARQL 1.1 service that holds the collection (see 'entente push'). At the start it is asked every canned query and what",
                "pages and dossiers ask; what it answers as the store does, it answers from then on, the rest the store."
            })
    private URI engine;

    @Option(names = "--no-watch", description = "Do not reload files that change while the server runs.")
    private boolean noWatch;

    @Option(
            names = "--live",
            description = {
                "While you write a collection: what is saved is shown at once, open pages load themselves again,",
                "and what is wrong with a file is said on the page."
            })
    private boolean live;

    @Option(
            names = "--dev",
            description = {
                "Development mode: templates, texts, style sheets and scripts are read from src/main and used as soon as they are",
                "saved, as are data and queries; open pages load themselves again. Needs a JDK and the sources of the program."
            })
    private boolean dev;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine());
        ServerOptions wanted = serverOptions().withCollection(options.collection());
        if (logs != null) {
            LogFiles.write(logs.toAbsolutePath().normalize());
        }
        if (live && noWatch) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--live and --no-watch exclude each other.");
        }
        if (live) {
            wanted = wanted.withLiveReload();
        }
        if (dev) {
            wanted = wanted.withSources(sources());
        }
        if (wanted.writeKey().filter(WriteKey::isWeak).isPresent()) {
            console.say(
                    "Warning: the write key is so short or plain that it can be guessed. Take one from openssl rand -hex 24.");
        }
        CountDownLatch finished = new CountDownLatch(1);
        try {
            serve(wanted, console, finished);
        } finally {
            finished.countDown();
        }
        return 0;
    }

    private void serve(ServerOptions wanted, Console console, CountDownLatch finished) throws InterruptedException {
        QueryCatalog catalog = Application.catalogLater(options.collection());
        try (Application application = Application.open(options);
                FileWatcher watch = new FileWatcher(dev || live ? AT_ONCE : SOON)) {
            LiveReload reload = new LiveReload(application, catalog, console);
            if (!noWatch) {
                reload.watchCollection(watch);
            }
            load(application, console);
            application.judgeWrites();
            try (ServedEngine asked = ServedEngine.of(engine, spec, application, catalog, limits.limits(), console);
                    WebServer server = started(application, catalog, wanted, asked.answers());
                    DamageCheck check = new DamageCheck(application.store(), Application.AFTER_THE_START, console)) {
                reload.tell(server.development());
                if (dev) {
                    reload.watchPages(watch, wanted.folders().sources().orElseThrow());
                }
                application.prepareWrites(wanted.writeKey().isPresent() || dev || live);
                watch.start();
                Release release = application.release();
                console.say("Entente is serving release " + release.id() + " on http://" + shownHost() + ":"
                        + server.port() + "/ (stop it with Ctrl-C)");
                application.keepIndexes();
                untilStopped(finished, application, catalog);
                console.say("Stopping: requests that are being answered have " + WebServer.GRACE.toSeconds() + " s.");
            }
        }
    }

    private void load(Application application, Console console) {
        if (!application.isStale()) {
            return;
        }
        LoadReport report;
        try (LoadingServer meanwhile = LoadingServer.listen(host, port)) {
            report = application.load(console.progress());
        }
        console.findings(report);
        if (report.accepted()) {
            console.counts("Loaded", report);
        } else if (!application.store().release().isLoaded()) {
            throw new CommandException("The collection cannot be loaded (" + Console.count(report.errors(), "error")
                    + ", listed above), so there is nothing to serve.");
        } else if (!application.isStale()) {
            console.say("The snapshot of Wikidata cannot be loaded (" + Console.count(report.errors(), "error")
                    + ", listed above). It is left out until its file is another one.");
        } else {
            console.say("The changed files cannot be loaded (" + Console.count(report.errors(), "error")
                    + ", listed above). Still serving the previous state.");
        }
    }

    /** The options of the server; wrong values are refused before anything is loaded. */
    private ServerOptions serverOptions() {
        try {
            ServerOptions server = ServerOptions.defaults()
                    .withAddress(host, port)
                    .withQueries(limits.limits())
                    .withServices(limits.services())
                    .withTrustedProxies(TrustedProxies.of(trustedProxies))
                    .withUpkeep(upkeep());
            if (publicUrl != null) {
                server = server.withPublicUrl(publicUrl);
            }
            if (key != null && !key.isBlank()) {
                server = server.withWriteKey(key);
            }
            if (archive != null && !Files.isDirectory(archive)) {
                throw new IllegalArgumentException("--archive " + archive + " is not a folder.");
            }
            server = proposer.address().map(server::withProposer).orElse(server);
            return archive == null ? server : server.withArchive(archive);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private ServerOptions.Upkeep upkeep() {
        if (keepBackups < 0 || compactAt < 0) {
            throw new IllegalArgumentException("--keep-backups and --compact-at must be 0 or more.");
        }
        return new ServerOptions.Upkeep(backups.folder(options), keepBackups, compactAt * 1_000_000);
    }

    private Path sources() {
        if (noWatch) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--dev and --no-watch exclude each other.");
        }
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw new CommandException("--dev compiles templates, but the Java in " + System.getProperty("java.home")
                    + " has no compiler. Name a JDK in ENTENTE_JAVA_HOME.");
        }
        return options.sources();
    }

    private WebServer started(
            Application application, QueryCatalog catalog, ServerOptions server, SelectAnswers answers) {
        try {
            return new WebServer(
                            application.store(),
                            catalog,
                            new StoreEntityResolver(application.store()),
                            server,
                            Optional.of(options.releases().withMostCited(keepCited)),
                            answers)
                    .start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw LoadingServer.inUse(host, port);
                }
            }
            throw e;
        }
    }

    private String shownHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /**
     * Returns when the process is asked to end; the process waits until the latch is counted down.
     *
     * @throws CatalogException if canned queries are wrong, which is found out after the first answers
     * @throws CommandException if queries of the program do not fit the ontology, likewise
     */
    private static void untilStopped(CountDownLatch finished, Application application, QueryCatalog catalog)
            throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                finished.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        if (!stop.await(Application.AFTER_FIRST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
            catalog.queries();
            Application.requireNone(application.problemsOfInternalQueries());
            stop.await();
        }
    }
}
