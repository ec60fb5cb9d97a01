package org.entente.web.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entente.execution.QueryLimits;
import org.entente.execution.ServiceRules;

/**
 * What a server may be told.
 *
 * @param address where it listens and what the outside calls it
 * @param writeKey key that a write must carry; empty: nobody may write
 * @param queries limits of queries
 * @param bodies limits of what is sent
 * @param folders what is shown beside the store
 * @param services which other SPARQL services queries may call; none by default
 */
public record ServerOptions(
        Address address,
        Optional<String> writeKey,
        QueryLimits queries,
        BodyLimits bodies,
        Folders folders,
        ServiceRules services) {

    /**
     * @param host address to bind to
     * @param port TCP port; 0 takes any free one
     * @param publicUrl what the outside calls this server, without a slash at the end; empty: what the request says
     */
    public record Address(String host, int port, Optional<URI> publicUrl) {
        public Address {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("A port must be a number from 0 to 65535, not " + port + ".");
            }
        }
    }

    /**
     * @param query largest query or form, in bytes
     * @param write largest update or upload, in bytes
     */
    public record BodyLimits(long query, long write) {}

    /**
     * @param archive texts of sources that the user holds; empty: no passage is shown
     * @param ontology files of the ontology, for what its page tells beyond what is loaded; empty: it does not
     * @param sources {@code src/main} of the program, from which development mode reads templates, texts and static files; empty:
     *     they are those that the program was built with
     */
    public record Folders(Optional<Path> archive, Optional<Path> ontology, Optional<Path> sources) {}

    public ServerOptions {
        if (writeKey.isPresent() && writeKey.get().isBlank()) {
            throw new IllegalArgumentException("The write key is empty. Leave it out to switch off writing.");
        }
    }

    /** This machine only, port 8080, nobody may write, the limits of {@link QueryLimits#defaults}. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                new Address("127.0.0.1", 8080, Optional.empty()),
                Optional.empty(),
                QueryLimits.defaults(),
                new BodyLimits(1_000_000, 10_000_000),
                new Folders(Optional.empty(), Optional.empty(), Optional.empty()),
                ServiceRules.CLOSED);
    }

    public ServerOptions withAddress(String host, int port) {
        return new ServerOptions(
                new Address(host, port, address.publicUrl), writeKey, queries, bodies, folders, services);
    }

    public ServerOptions withPublicUrl(URI url) {
        return new ServerOptions(
                new Address(address.host, address.port, Optional.of(url)),
                writeKey,
                queries,
                bodies,
                folders,
                services);
    }

    public ServerOptions withWriteKey(String key) {
        return new ServerOptions(address, Optional.of(key), queries, bodies, folders, services);
    }

    public ServerOptions withQueries(QueryLimits limits) {
        return new ServerOptions(address, writeKey, limits, bodies, folders, services);
    }

    public ServerOptions withLimits(Duration timeout, long rows) {
        return withQueries(queries.withTimeoutAndRows(timeout, rows));
    }

    public ServerOptions withBodies(BodyLimits limits) {
        return new ServerOptions(address, writeKey, queries, limits, folders, services);
    }

    public ServerOptions withArchive(Path folder) {
        return withFolders(new Folders(Optional.of(folder), folders.ontology, folders.sources));
    }

    public ServerOptions withOntology(Path folder) {
        return withFolders(new Folders(folders.archive, Optional.of(folder), folders.sources));
    }

    /** Development mode: reads templates, texts and static files from this {@code src/main} whenever they change. */
    public ServerOptions withSources(Path folder) {
        return withFolders(new Folders(folders.archive, folders.ontology, Optional.of(folder)));
    }

    private ServerOptions withFolders(Folders changed) {
        return new ServerOptions(address, writeKey, queries, bodies, changed, services);
    }

    /** Lets queries call these endpoints with SERVICE, and no others. */
    public ServerOptions withServices(ServiceRules rules) {
        return new ServerOptions(address, writeKey, queries, bodies, folders, rules);
    }
}
