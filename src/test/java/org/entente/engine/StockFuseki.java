package org.entente.engine;

import java.net.URI;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Fuseki as anybody gets it, with an empty dataset that takes everything at one address. */
final class StockFuseki implements AutoCloseable {
    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final FusekiServer server = FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/entente", dataset)
            .build()
            .start();

    EngineAddress address() {
        return EngineAddress.of(URI.create("http://localhost:" + server.getPort() + "/entente"));
    }

    DatasetGraph dataset() {
        return dataset;
    }

    @Override
    public void close() {
        server.stop();
    }
}
