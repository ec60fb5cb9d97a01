package org.entente;

import org.entente.query.StoreNames;
import org.entente.store.Store;
import org.entente.web.ServerOptions;
import org.entente.web.WebServer;

/** A server over the collection that ships, started once for all tests that only read from it. */
public final class ShippedService {
    private ShippedService() {}

    private static final class Running {
        static final WebServer SERVER = start();

        private static WebServer start() {
            Store store = ShippedCollection.store();
            WebServer server = new WebServer(
                            store,
                            ShippedCollection.catalog(),
                            new StoreNames(store),
                            ServerOptions.defaults().withAddress("127.0.0.1", 0))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    /** The address of a path of the service. */
    public static String url(String path) {
        return "http://127.0.0.1:" + Running.SERVER.port() + path;
    }
}
