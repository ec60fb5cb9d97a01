package org.entente.web.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.execution.QueryLimits;
import org.entente.execution.ServiceRules;
import org.entente.store.CollectionFiles;

/**
 * The options of a server.
 *
 * @param address where it listens, and its public address
 * @param writeKey key that a write must carry; empty if nobody may write
 * @param queries limits of queries
 * @param bodies limits of request bodies
 * @param folders files that are shown besides the store
 * @param live whether open pages load themselves again when data changed, and say what is wrong with them
 * @param services the SPARQL services that queries may call; none by default
 * @param upkeep what an operator may have done; empty if nothing
 * @param proposer address of a service that may be asked for cards of a text, if the reader wants it; empty if nobody is asked
 */
public record ServerOptions(
        Address address,
        Optional<String> writeKey,
        QueryLimits queries,
        BodyLimits bodies,
        Folders folders,
        boolean live,
        ServiceRules services,
        Optional<Upkeep> upkeep,
        Optional<URI> proposer) {

    /**
     * What an operator may have the server do with its store.
     *
     * @param backups folder for backups
     * @param kept number of backups to keep; 0 for all
     * @param compactAbove the store is compacted by itself when its files are larger, in bytes, and have doubled since the last time;
     *     0 for never
     */
    public record Upkeep(Path backups, int kept, long compactAbove) {}

    /**
     * @param host address to bind to
     * @param port TCP port; 0 for any free one
     * @param publicUrl the address that clients use, without a slash at the end; empty to take it from each request
     * @param prefix path before all addresses, such as {@code /r/1f0c6cd5a4b2} for an earlier release; "" for none
     * @param proxies those who may say who asks and by which address
     */
    public record Address(String host, int port, Optional<URI> publicUrl, String prefix, TrustedProxies proxies) {
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
     * @param archive texts of the sources; without it no passages are shown
     * @param ontology files of the ontology, for the shapes and changes on its page
     * @param sources {@code src/main} of the program, from which development mode reads templates, texts and static
     *     files; empty to use those of the build
     * @param collection the files that were loaded, which somebody with the key may change; empty if this server does not know them
     */
    public record Folders(
            Optional<Path> archive,
            Optional<Path> ontology,
            Optional<Path> sources,
            Optional<CollectionFiles> collection) {}

    public ServerOptions {
        if (writeKey.isPresent() && writeKey.get().isBlank()) {
            throw new IllegalArgumentException("The write key is empty. Leave it out to switch off writing.");
        }
    }

    /** Port 8080, this machine only, no writes, and the limits of {@link QueryLimits#defaults}. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                new Address("127.0.0.1", 8080, Optional.empty(), "", TrustedProxies.NONE),
                Optional.empty(),
                QueryLimits.defaults(),
                new BodyLimits(1_000_000, 10_000_000),
                new Folders(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                false,
                ServiceRules.CLOSED,
                Optional.empty(),
                Optional.empty());
    }

    public ServerOptions withAddress(String host, int port) {
        return with(o -> o.address = new Address(host, port, address.publicUrl, address.prefix, address.proxies));
    }

    /** @throws IllegalArgumentException if it is no address of the web, or has a path, which a server at the root of a host has not */
    public ServerOptions withPublicUrl(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || !url.getRawPath().matches("/?")) {
            throw new IllegalArgumentException(
                    "The public address must be like https://entente.example.org, not " + url + ".");
        }
        return with(o ->
                o.address = new Address(address.host, address.port, Optional.of(url), address.prefix, address.proxies));
    }

    /** Believes these proxies about who asks and by which address. */
    public ServerOptions withTrustedProxies(TrustedProxies proxies) {
        return with(
                o -> o.address = new Address(address.host, address.port, address.publicUrl, address.prefix, proxies));
    }

    /** Below a path of another server, and without a key: what is there is only read. */
    public ServerOptions below(String prefix) {
        return with(o -> {
            o.address = new Address(address.host, address.port, address.publicUrl, prefix, address.proxies);
            o.writeKey = Optional.empty();
        });
    }

    public ServerOptions withWriteKey(String key) {
        return with(o -> o.writeKey = Optional.of(key));
    }

    public ServerOptions withQueries(QueryLimits limits) {
        return with(o -> o.queries = limits);
    }

    public ServerOptions withLimits(Duration timeout, long rows) {
        return withQueries(queries.withTimeoutAndRows(timeout, rows));
    }

    public ServerOptions withBodies(BodyLimits limits) {
        return with(o -> o.bodies = limits);
    }

    public ServerOptions withArchive(Path folder) {
        return withFolders(new Folders(Optional.of(folder), folders.ontology, folders.sources, folders.collection));
    }

    public ServerOptions withOntology(Path folder) {
        return withFolders(new Folders(folders.archive, Optional.of(folder), folders.sources, folders.collection));
    }

    /** Sources can be taken home as sheets, and with the key brought back. */
    public ServerOptions withCollection(CollectionFiles files) {
        return withFolders(
                new Folders(folders.archive, Optional.of(files.ontology()), folders.sources, Optional.of(files)));
    }

    /** Turns on development mode: templates, texts and static files are read from this {@code src/main}. */
    public ServerOptions withSources(Path folder) {
        return withFolders(new Folders(folders.archive, folders.ontology, Optional.of(folder), folders.collection));
    }

    /** Open pages load themselves again when data changed, as they do in development mode. */
    public ServerOptions withLiveReload() {
        return with(o -> o.live = true);
    }

    /** Whether pages hear of changes: while somebody works on the data, or on the program. */
    public boolean reloads() {
        return live || folders.sources().isPresent();
    }

    private ServerOptions withFolders(Folders changed) {
        return with(o -> o.folders = changed);
    }

    /** Lets whoever has the key back up and compact the store. */
    public ServerOptions withUpkeep(Upkeep wanted) {
        return with(o -> o.upkeep = Optional.of(wanted));
    }

    /** Lets queries call only these endpoints with SERVICE. */
    public ServerOptions withServices(ServiceRules rules) {
        return with(o -> o.services = rules);
    }

    /** Lets readers have their texts sent to a service that proposes cards. */
    public ServerOptions withProposer(URI service) {
        return with(o -> o.proposer = Optional.of(service));
    }

    private ServerOptions with(Consumer<Changed> change) {
        Changed changed = new Changed(this);
        change.accept(changed);
        return changed.options();
    }

    /** The same options, of which some are about to be others. */
    private static final class Changed {
        private Address address;
        private Optional<String> writeKey;
        private QueryLimits queries;
        private BodyLimits bodies;
        private Folders folders;
        private boolean live;
        private ServiceRules services;
        private Optional<Upkeep> upkeep;
        private Optional<URI> proposer;

        private Changed(ServerOptions old) {
            address = old.address;
            writeKey = old.writeKey;
            queries = old.queries;
            bodies = old.bodies;
            folders = old.folders;
            live = old.live;
            services = old.services;
            upkeep = old.upkeep;
            proposer = old.proposer;
        }

        private ServerOptions options() {
            return new ServerOptions(address, writeKey, queries, bodies, folders, live, services, upkeep, proposer);
        }
    }
}
