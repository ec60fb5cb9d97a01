package org.entente.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.tdb2.TDB2Factory;
import org.entente.ShippedCollection;
import org.entente.crash.RunningServer;
import org.entente.store.Store;

/** Servers in processes of their own: the program, and Jena's own server beside it. */
final class ServerProcess {
    private static final Path LOGGING = ShippedCollection.HOME.resolve("src/test/resources/bench/logback.xml");

    private ServerProcess() {}

    /** The default graph of a store as a database for Jena's server. */
    static void copyDefaultGraph(Store store, Path folder) throws IOException {
        Files.createDirectories(folder);
        Dataset copy = TDB2Factory.connectDataset(folder.toString());
        store.read(dataset -> {
            copy.begin(ReadWrite.WRITE);
            dataset.getDefaultGraph().find().forEach(copy.asDatasetGraph().getDefaultGraph()::add);
            copy.commit();
            return null;
        });
        copy.close();
        org.apache.jena.tdb2.sys.TDBInternal.expel(copy.asDatasetGraph());
    }

    /** @param program whether the program is on the class path; it changes how Jena works */
    static RunningServer started(boolean program, String... line) throws IOException {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> program || !path.replace('\\', '/').matches(".*target/classes/?"))
                .collect(Collectors.joining(File.pathSeparator));
        return serving(javaOf(
                program ? List.of() : List.of("-Dlogback.configurationFile=" + LOGGING),
                List.of("-cp", classes),
                List.of(line)));
    }

    /** A process with this Java. */
    @SafeVarargs
    static ProcessBuilder javaOf(List<String>... lines) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g"));
        Arrays.stream(lines).forEach(command::addAll);
        return new ProcessBuilder(command)
                .directory(ShippedCollection.HOME.toFile())
                .redirectErrorStream(true);
    }

    /** Starts a server and waits until it says where it serves. */
    static RunningServer serving(ProcessBuilder process) throws IOException {
        RunningServer server = RunningServer.of(process.start());
        Thread.ofVirtual().start(() -> server.output().lines().forEach(said -> {}));
        return server;
    }

    /** Nanoseconds of CPU so far. */
    static long cpu(RunningServer server) {
        return server.process().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
