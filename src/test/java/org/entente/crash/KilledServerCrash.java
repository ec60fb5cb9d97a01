package org.entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.derive.Rules;
import org.entente.operation.Backup;
import org.entente.operation.Backups;
import org.entente.release.SmallTalks;
import org.entente.release.Verification;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers that are killed at random moments while they write: after each start everything they acknowledged is there, nothing stands
 * half, and what is derived and indexed fits. {@code mvn -Pcrash test -Dcrash.kills=N} kills each kind N times and prints a table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServerCrash {
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    /** After its first acknowledged write of the kind the server works for at most so long. */
    private static final int LONGEST_MILLIS = 1_500;
    /** So long that write may take on a machine that is busy. */
    private static final long FIRST_NANOS = 180_000_000_000L;

    private static final Pattern NAME = Pattern.compile("/((?:account|merge)-\\d+)(?:-\\w+)?$");

    private final Random random = new Random(SEED);
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<String, Integer> acknowledged = new TreeMap<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final Map<String, List<String>> found = new TreeMap<>();

    @TempDir
    Path folder;

    /** What the server does when it is killed. */
    enum Kind {
        UPDATE("account", Writing::update),
        PUT("graph", Writing::put),
        LINK("link", Writing::link),
        MERGE("merge", Writing::merge),
        RELEASE("release", Writing::release),
        BACKUP("backup", Writing::backup),
        COMPACTION("compaction", Writing::compact);

        /** What the ledger calls it. */
        private final String named;

        private final Work work;

        Kind(String named, Work work) {
            this.named = named;
            this.work = work;
        }
    }

    interface Work {
        void once(Writing writing) throws IOException, InterruptedException;
    }

    @BeforeAll
    void say() {
        System.out.println("crash.kills=" + KILLS + " crash.seed=" + SEED);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_after_a_kill(Kind kind) throws Exception {
        Path home = folder.resolve(kind.name());
        Path data = home.resolve("data");
        Files.createDirectories(home);
        SmallTalks.write(home);
        Files.writeString(data.resolve("authority/states.ttl"), """
                @prefix ent: <https://w3id.org/entente/ontology#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix state: <https://w3id.org/entente/id/state/> .
                state:north a ent:State ; rdfs:label "North"@en , "Nord"@de .
                state:south a ent:State ; rdfs:label "South"@en , "Süd"@de .
                """);
        Ledger ledger = new Ledger();
        for (int kill = 0; kill <= KILLS; kill++) {
            try (RunningServer server = serve(home)) {
                if (kill == KILLS) {
                    // The last start: what is there is served.
                    assertThat(new Writing(server, ledger).send("GET", "health/ready", "text/plain", ""))
                            .isEqualTo(200);
                    server.kill();
                    continue;
                }
                work(kind, server, ledger);
                server.kill();
            }
            kills.merge(kind.name(), 1, Integer::sum);
            found.computeIfAbsent(kind.name(), k -> new ArrayList<>()).addAll(problems(home, ledger));
        }
        acknowledged.put(kind.name(), ledger.acknowledged(kind.named));
        others.put(kind.name(), ledger.acknowledged() - ledger.acknowledged(kind.named));
        assertThat(found.get(kind.name())).isEmpty();
        assertThat(ledger.refused()).isEmpty();
    }

    static RunningServer serve(Path home) throws IOException {
        ProcessBuilder process = new ProcessBuilder(EntenteProcess.line(
                        home,
                        "serve",
                        "--port",
                        "0",
                        "--no-watch",
                        "--releases",
                        home.resolve("releases").toString()))
                .redirectErrorStream(true);
        process.environment().put("ENTENTE_KEY", ServedStore.KEY);
        return RunningServer.of(process.start());
    }

    /** Two at a time write until the server is gone. */
    private void work(Kind kind, RunningServer server, Ledger ledger) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (Work work : List.of(kind.work, kind == Kind.UPDATE ? kind.work : (Work) Writing::update)) {
            Writing writing = new Writing(server, ledger);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    while (!over.get()) {
                        work.once(writing);
                    }
                } catch (IOException | InterruptedException e) {
                    // The server is gone.
                }
            }));
        }
        int before = ledger.acknowledged(kind.named);
        // None is killed before it has taken something of the kind: otherwise nothing could be lost.
        long patience = System.nanoTime() + FIRST_NANOS;
        while (ledger.acknowledged(kind.named) == before && System.nanoTime() < patience) {
            Thread.sleep(1);
        }
        assertThat(ledger.acknowledged(kind.named))
                .as(kind + " was acknowledged")
                .isGreaterThan(before);
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        server.kill();
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static List<String> problems(Path home, Ledger ledger) throws IOException {
        List<String> problems = new ArrayList<>();
        try (Store store = Store.onDisk(home.resolve(".entente/store"), Rules.read(ShippedCollection.FILES.rules()))) {
            problems.addAll(WholeStore.problems(store));
            store.read(dataset -> {
                problems.addAll(ledger.problems("account", named(dataset, "account"), Writing.ACCOUNT));
                problems.addAll(ledger.problems("merge", named(dataset, "merge"), Writing.MERGE));
                problems.addAll(ledger.problems("link", links(dataset), Writing.LINK));
                problems.addAll(ledger.problems("graph", version(dataset, problems)));
                return null;
            });
        }
        problems.addAll(releases(home, ledger));
        problems.addAll(backups(home, ledger));
        return problems;
    }

    /** Every backup that can be seen is whole, and none that was acknowledged is missing. */
    private static List<String> backups(Path home, Ledger ledger) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> made = new TreeMap<>();
        for (Backup backup : new Backups(home.resolve("backups"), Clock.systemUTC()).all()) {
            made.put("backup-" + backup.id(), 1);
            backup.problems().forEach(problem -> problems.add(backup.id() + ": " + problem));
        }
        ledger.problems("backup", made, 1).stream()
                .filter(problem -> problem.startsWith("lost"))
                .forEach(problems::add);
        return problems;
    }

    /** How many statements there are of each thing that was written. */
    private static Map<String, Integer> named(DatasetGraph dataset, String kind) {
        Map<String, Integer> named = new TreeMap<>();
        for (Node graph : List.of(Graphs.OWN_AUTHORITY, Graphs.OWN_DECISIONS, Graphs.source("own"))) {
            dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                Matcher name = NAME.matcher(quad.getSubject().toString());
                if (name.find() && name.group(1).startsWith(kind)) {
                    named.merge(name.group(1), 1, Integer::sum);
                }
            });
        }
        return named;
    }

    private static Map<String, Integer> links(DatasetGraph dataset) {
        Map<String, Integer> links = new TreeMap<>();
        dataset.find(Graphs.LINKS, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isLiteral()
                    && quad.getObject().getLiteralLexicalForm().startsWith("link-")) {
                links.put(
                        quad.getObject().getLiteralLexicalForm(),
                        dataset.getGraph(Graphs.LINKS)
                                .find(quad.getSubject(), Node.ANY, Node.ANY)
                                .toList()
                                .size());
            }
        });
        return links;
    }

    private static int version(DatasetGraph dataset, List<String> problems) {
        Map<Integer, Integer> versions = new TreeMap<>();
        dataset.find(
                        Graphs.source("versions"),
                        Node.ANY,
                        NodeFactory.createURI("https://example.org/version"),
                        Node.ANY)
                .forEachRemaining(quad ->
                        versions.merge(Integer.parseInt(quad.getObject().getLiteralLexicalForm()), 1, Integer::sum));
        if (versions.size() > 1 || versions.values().stream().anyMatch(n -> n != 200)) {
            problems.add("half: " + versions);
        }
        return versions.keySet().stream().findFirst().orElse(0);
    }

    /** Every release that can be seen is whole, and none that was acknowledged is missing. */
    private static List<String> releases(Path home, Ledger ledger) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> kept = new TreeMap<>();
        if (Files.isDirectory(home.resolve("releases"))) {
            try (var folders = Files.list(home.resolve("releases"))) {
                for (Path release : folders.filter(
                                f -> f.getFileName().toString().matches("[0-9a-f]{12}"))
                        .toList()) {
                    kept.put("release-" + release.getFileName(), 1);
                    Verification.of(release, Rules::read)
                            .problems()
                            .forEach(problem -> problems.add(release.getFileName() + ": " + problem));
                }
            }
        }
        ledger.problems("release", kept, 1).stream()
                .filter(problem -> problem.startsWith("lost"))
                .forEach(problems::add);
        return problems;
    }

    @AfterAll
    void print() {
        System.out.printf("%n%-12s %8s %14s %14s %8s%n", "kind", "kills", "acknowledged", "others", "lost");
        kills.forEach((kind, n) -> System.out.printf(
                "%-12s %8d %14d %14d %8d%n",
                kind.toLowerCase(java.util.Locale.ROOT),
                n,
                acknowledged.getOrDefault(kind, 0),
                others.getOrDefault(kind, 0),
                found.getOrDefault(kind, List.of()).size()));
    }
}
