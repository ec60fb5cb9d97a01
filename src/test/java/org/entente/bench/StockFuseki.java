package org.entente.bench;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.TDB2Factory;

/** Jena's own server over a TDB2 folder, in a process without the program: {@code StockFuseki FOLDER}; says its port. */
final class StockFuseki {
    private StockFuseki() {}

    public static void main(String[] arguments) {
        JenaSystem.init();
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/ds", TDB2Factory.connectDataset(arguments[0]), false)
                .build()
                .start();
        System.out.println("on http://127.0.0.1:" + server.getPort() + "/");
        System.out.flush();
        server.join();
    }
}
