package org.entente.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a server may be told.
 *
 * @param host address to bind to
 * @param port TCP port; 0 takes any free one
 * @param writeKey key that a write must carry; empty: nobody may write
 * @param queryTimeout longest time one query may run
 * @param rowLimit most rows (SELECT) or solutions (CONSTRUCT, DESCRIBE) of one answer
 * @param maxQueryBytes largest query or form, in bytes
 * @param maxWriteBytes largest update or upload, in bytes
 * @param concurrentQueries how many queries run at a time
 * @param queuedQueries how many more may wait
 * @param queriesPerClient how many one client address may have running or waiting
 * @param archive folder with the texts of sources that the user holds; empty: no passage is shown
 * @param ontology folder of the ontology's files, for what its page tells beyond what is loaded; empty: it does not
 * @param services which other SPARQL services queries may ask; none by default
 * @param publicUrl what the outside calls this server, without a slash at the end; empty: what the request says
 */
public record ServerOptions(
        String host,
        int port,
        Optional<String> writeKey,
        Duration queryTimeout,
        long rowLimit,
        long maxQueryBytes,
        long maxWriteBytes,
        int concurrentQueries,
        int queuedQueries,
        int queriesPerClient,
        Optional<URI> publicUrl,
        Optional<Path> archive,
        Optional<Path> ontology,
        ServiceRules services) {

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port must be a number from 0 to 65535, not " + port + ".");
        }
        if (queryTimeout.isNegative() || queryTimeout.isZero()) {
            throw new IllegalArgumentException("The time limit of a query must be greater than zero.");
        }
        if (rowLimit < 1 || concurrentQueries < 1 || queuedQueries < 0 || queriesPerClient < 1) {
            throw new IllegalArgumentException(
                    "Limits for rows and queries must be at least 1, and for the queue at least 0.");
        }
        if (writeKey.isPresent() && writeKey.get().isBlank()) {
            throw new IllegalArgumentException("The write key is empty. Leave it out to switch off writing.");
        }
    }

    /** This machine only, port 8080, nobody may write, 30 seconds, 100,000 rows. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                "127.0.0.1",
                8080,
                Optional.empty(),
                Duration.ofSeconds(30),
                100_000,
                1_000_000,
                10_000_000,
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
                100,
                64,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ServiceRules.CLOSED);
    }

    public ServerOptions withAddress(String host, int port) {
        return with(v -> {
            v.host = host;
            v.port = port;
        });
    }

    public ServerOptions withWriteKey(String key) {
        return with(v -> v.writeKey = Optional.of(key));
    }

    public ServerOptions withLimits(Duration timeout, long rows) {
        return with(v -> {
            v.queryTimeout = timeout;
            v.rowLimit = rows;
        });
    }

    public ServerOptions withBodyLimits(long queryBytes, long writeBytes) {
        return with(v -> {
            v.maxQueryBytes = queryBytes;
            v.maxWriteBytes = writeBytes;
        });
    }

    public ServerOptions withQueue(int concurrent, int queued, int perClient) {
        return with(v -> {
            v.concurrentQueries = concurrent;
            v.queuedQueries = queued;
            v.queriesPerClient = perClient;
        });
    }

    public ServerOptions withPublicUrl(URI url) {
        return with(v -> v.publicUrl = Optional.of(url));
    }

    public ServerOptions withArchive(Path folder) {
        return with(v -> v.archive = Optional.of(folder));
    }

    public ServerOptions withOntology(Path folder) {
        return with(v -> v.ontology = Optional.of(folder));
    }

    /** Lets queries call these endpoints with SERVICE, and no others. */
    public ServerOptions withServices(ServiceRules rules) {
        return with(v -> v.services = rules);
    }

    private ServerOptions with(Consumer<Values> change) {
        Values values = new Values(this);
        change.accept(values);
        return values.build();
    }

    /** The same options, on their way to others. */
    private static final class Values {
        private String host;
        private int port;
        private Optional<String> writeKey;
        private Duration queryTimeout;
        private long rowLimit;
        private long maxQueryBytes;
        private long maxWriteBytes;
        private int concurrentQueries;
        private int queuedQueries;
        private int queriesPerClient;
        private Optional<URI> publicUrl;
        private Optional<Path> archive;
        private Optional<Path> ontology;
        private ServiceRules services;

        private Values(ServerOptions from) {
            host = from.host;
            port = from.port;
            writeKey = from.writeKey;
            queryTimeout = from.queryTimeout;
            rowLimit = from.rowLimit;
            maxQueryBytes = from.maxQueryBytes;
            maxWriteBytes = from.maxWriteBytes;
            concurrentQueries = from.concurrentQueries;
            queuedQueries = from.queuedQueries;
            queriesPerClient = from.queriesPerClient;
            publicUrl = from.publicUrl;
            archive = from.archive;
            ontology = from.ontology;
            services = from.services;
        }

        private ServerOptions build() {
            return new ServerOptions(
                    host,
                    port,
                    writeKey,
                    queryTimeout,
                    rowLimit,
                    maxQueryBytes,
                    maxWriteBytes,
                    concurrentQueries,
                    queuedQueries,
                    queriesPerClient,
                    publicUrl,
                    archive,
                    ontology,
                    services);
        }
    }
}
