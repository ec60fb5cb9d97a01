package org.entente.derive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.CommitValidator;
import org.entente.store.Graphs;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;

/**
 * A tiny account in TriG, one graph for each file of a collection, brought into a store on the way that every collection takes: as
 * Turtle files through the loader, together with the ontology of the project.
 */
public final class RuleCase {
    /** Who and what the cases speak of. */
    public static final Path PEOPLE = Path.of("src/test/resources/rules/people.ttl");

    private static final Path ONTOLOGY = Path.of("ontology");
    private static final Path QUERIES = Path.of("queries");

    private RuleCase() {}

    /** Writes the graphs of the TriG file as the files of a collection below the folder. */
    public static CollectionFiles collection(Path trig, Path folder) {
        DatasetGraph account = DatasetGraphFactory.create();
        RDFParser.source(trig).lang(Lang.TRIG).parse(account);
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(data.resolve("authority"));
            Files.copy(PEOPLE, data.resolve("authority/people.ttl"));
            for (Iterator<Node> graphs = account.listGraphNodes(); graphs.hasNext(); ) {
                Node graph = graphs.next();
                Path file = data.resolve(file(graph));
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    RDFDataMgr.write(out, account.getGraph(graph), Lang.TURTLE);
                }
            }
            return new CollectionFiles(ONTOLOGY, data, QUERIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the case into the store; what the shapes would say of so tiny an account does not matter. */
    public static void load(Path trig, Path folder, Store store) {
        CollectionFiles collection = collection(trig, folder);
        LoadReport report =
                new CollectionLoader(store, CommitValidator.OPEN, Clock.systemUTC()).load(collection, Progress.SILENT);
        if (!report.accepted()) {
            throw new IllegalStateException(trig + ": " + report.findings());
        }
    }

    private static String file(Node graph) {
        if (Graphs.isSource(graph)) {
            return "sources/" + graph.getURI().replaceFirst(".*/", "") + ".ttl";
        }
        return graph.equals(Graphs.DECISIONS) ? "decisions/decisions.ttl" : "authority/case.ttl";
    }
}
