package org.entente.engine;

import java.net.URI;
import java.util.Optional;

/**
 * Where a SPARQL 1.1 service is.
 *
 * @param query where it takes queries
 * @param update where it takes SPARQL updates; empty to write by the graph store protocol
 * @param graphs where it takes graphs by the graph store protocol
 * @param login user and password, sent when the service asks for them; empty for none
 */
public record EngineAddress(URI query, Optional<URI> update, URI graphs, Optional<Login> login) {
    /** User and password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":…";
        }
    }

    /** @throws IllegalArgumentException if one is no address of a service; the message names it */
    public EngineAddress {
        check(query);
        check(graphs);
        update.ifPresent(EngineAddress::check);
    }

    /** A service that takes everything at one address, as a dataset of Fuseki does. */
    public static EngineAddress of(URI address) {
        return new EngineAddress(address, Optional.empty(), address, Optional.empty());
    }

    /** Writes by SPARQL updates, which it takes there. */
    public EngineAddress withUpdate(URI address) {
        return new EngineAddress(query, Optional.of(address), graphs, login);
    }

    /** Writes by the graph store protocol, which it takes there. */
    public EngineAddress withGraphs(URI address) {
        return new EngineAddress(query, Optional.empty(), address, login);
    }

    public EngineAddress withLogin(String user, String password) {
        return new EngineAddress(query, update, graphs, Optional.of(new Login(user, password)));
    }

    private static void check(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of an engine must be like http://localhost:3030/entente, not " + address + ".");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of an engine must not hold a password. Set ENTENTE_ENGINE_USER and ENTENTE_ENGINE_PASSWORD.");
        }
    }
}
