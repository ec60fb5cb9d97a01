package org.entente.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.ShippedCollection;

/** What the rules derive for the rows of canned queries, added to a consolidated view that was written by hand. */
final class RowsToShow {
    /** The rules that only put together what is there already. */
    private static final String PUT_TOGETHER = "(57|58|59|67|71|72|79|8.|9.)-.*[.]rq";

    private RowsToShow() {}

    static void addTo(DatasetGraph data) {
        for (Path rule : rules()) {
            Graph made = GraphFactory.createDefaultGraph();
            try (QueryExec exec =
                    QueryExec.dataset(data).query(Files.readString(rule)).build()) {
                exec.construct(made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made.find().forEachRemaining(data.getDefaultGraph()::add);
        }
    }

    private static List<Path> rules() {
        try (Stream<Path> files = Files.list(ShippedCollection.FILES.rules())) {
            return files.filter(f -> f.getFileName().toString().matches(PUT_TOGETHER))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
