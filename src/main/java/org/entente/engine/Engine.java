package org.entente.engine;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.jetty.util.Fields;
import org.entente.engine.EngineFailure.Kind;
import org.entente.execution.Row;
import org.entente.execution.Rows;

/**
 * A SPARQL 1.1 service that holds the collection. Every query is sent with the consolidated view as its default graph and with all other
 * graphs that were written there as its named graphs: so it sees what it would see in the store.
 */
public final class Engine implements AutoCloseable {
    private static final String ROWS = "application/sparql-results+json";
    private static final String STATEMENTS = "application/n-triples, text/turtle";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EngineAddress address;
    private final EngineClient client;
    private volatile Map<String, String> listed = Map.of();

    public Engine(EngineAddress address) {
        this.address = address;
        this.client = new EngineClient(address);
    }

    public EngineAddress address() {
        return address;
    }

    EngineClient client() {
        return client;
    }

    /**
     * The graphs that were written there, by name, with the digest of each; read anew.
     *
     * @throws EngineFailure if it cannot be asked
     */
    Map<String, String> listed() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Row row : read(form(EngineGraphs.LISTED), PATIENCE).rows()) {
            found.put(row.text("graph"), row.text("id"));
        }
        listed = found;
        return found;
    }

    /**
     * The state of the store that was written there last and wholly; "" if there is none.
     *
     * @throws EngineFailure if it cannot be asked
     */
    public String state() {
        return listed().getOrDefault(EngineGraphs.WRITTEN.getURI(), "");
    }

    /**
     * Asks a SELECT query.
     *
     * @throws EngineFailure if it does not answer
     */
    public Rows rows(Query query, long most, Duration time) {
        Rows all = read(inView(query), time);
        return all.rows().size() <= most
                ? all
                : new Rows(all.columns(), List.copyOf(all.rows().subList(0, (int) most)), true);
    }

    /**
     * Asks a CONSTRUCT query.
     *
     * @throws EngineFailure if it does not answer
     */
    public Graph graph(Query query, Duration time) {
        byte[] answer = client.form(address.query(), inView(query), STATEMENTS, time);
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            // N-Triples are Turtle.
            RDFParser.source(new ByteArrayInputStream(answer))
                    .forceLang(Lang.TURTLE)
                    .parse(graph);
            return graph;
        } catch (RuntimeException e) {
            throw new EngineFailure(Kind.UNREADABLE, address.query(), "its answer cannot be read as " + STATEMENTS);
        }
    }

    private Rows read(Fields form, Duration time) {
        byte[] answer = client.form(address.query(), form, ROWS, time);
        try {
            return EngineValues.usual(Rows.read(answer));
        } catch (RuntimeException e) {
            throw new EngineFailure(Kind.UNREADABLE, address.query(), "its answer cannot be read as " + ROWS);
        }
    }

    private static Fields form(Query query) {
        Fields form = new Fields(true);
        form.put("query", query.serialize());
        return form;
    }

    private Fields inView(Query query) {
        Fields form = form(PortableForm.plain(query));
        form.put("default-graph-uri", EngineGraphs.CONSOLIDATED.getURI());
        listed.keySet().stream()
                .filter(name ->
                        !name.equals(EngineGraphs.CONSOLIDATED.getURI()) && !name.equals(EngineGraphs.WRITTEN.getURI()))
                .forEach(name -> form.add("named-graph-uri", name));
        return form;
    }

    @Override
    public void close() {
        client.close();
    }
}
