package org.entente.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.QueryInterruptedException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.entente.execution.Row;
import org.entente.execution.Rows;

/** RDF4J's memory store behind as much of the SPARQL 1.1 protocol as is needed: queries and updates by POST. */
final class ServedRdf4j implements AutoCloseable {
    private static final int MOST_SECONDS = 5;

    private final SailRepository repository = new SailRepository(new MemoryStore());
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    ServedRdf4j() {
        repository.init();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/query", exchange -> answer(exchange, this::query));
        server.createContext("/update", exchange -> answer(exchange, this::update));
        server.start();
    }

    EngineAddress address() {
        String base = "http://localhost:" + server.getAddress().getPort();
        return EngineAddress.of(URI.create(base + "/query")).withUpdate(URI.create(base + "/update"));
    }

    private record Answer(String type, byte[] body) {}

    private interface Work {
        Answer of(String body) throws IOException;
    }

    private static void answer(HttpExchange exchange, Work work) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = 200;
            Answer answer;
            long begun = System.nanoTime();
            try {
                answer = work.of(body);
            } catch (RuntimeException | AssertionError e) {
                // What the time limit ends is not always told as such: the interrupted thread fails wherever it is,
                // also in
                // RDF4J's own assertions.
                boolean late = System.nanoTime() - begun >= TimeUnit.SECONDS.toNanos(MOST_SECONDS);
                status = late || e instanceof QueryInterruptedException ? 504 : 400;
                answer = new Answer("text/plain", String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            exchange.sendResponseHeaders(status, answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer update(String body) {
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.prepareUpdate(body).execute();
        }
        return new Answer("text/plain", new byte[0]);
    }

    private Answer query(String body) {
        String text = "";
        SimpleDataset dataset = new SimpleDataset();
        boolean told = false;
        for (String field : body.split("&")) {
            String name = field.substring(0, field.indexOf('='));
            String value = URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8);
            switch (name) {
                case "query" -> text = value;
                case "default-graph-uri" ->
                    dataset.addDefaultGraph(SimpleValueFactory.getInstance().createIRI(value));
                default ->
                    dataset.addNamedGraph(SimpleValueFactory.getInstance().createIRI(value));
            }
            told |= !name.equals("query");
        }
        try (RepositoryConnection connection = repository.getConnection()) {
            Query query = connection.prepareQuery(text);
            query.setMaxExecutionTime(MOST_SECONDS);
            if (told) {
                query.setDataset(dataset);
            }
            if (query instanceof GraphQuery graph) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Rio.write(QueryResults.asModel(graph.evaluate()), out, RDFFormat.NTRIPLES);
                return new Answer("application/n-triples", out.toByteArray());
            }
            try (TupleQueryResult result = ((TupleQuery) query).evaluate()) {
                return new Answer(
                        "application/sparql-results+json", rows(result).write(ResultSetLang.RS_JSON));
            }
        }
    }

    private static Rows rows(TupleQueryResult result) {
        List<Row> rows = new ArrayList<>();
        for (BindingSet set : result) {
            BindingBuilder row = BindingFactory.builder();
            set.forEach(binding -> row.add(Var.alloc(binding.getName()), node(binding.getValue())));
            rows.add(new Row(row.build()));
        }
        return new Rows(result.getBindingNames(), rows, false);
    }

    private static Node node(Value value) {
        if (value instanceof Literal literal) {
            return literal.getLanguage()
                    .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                    .orElseGet(() -> NodeFactory.createLiteralDT(
                            literal.getLabel(),
                            TypeMapper.getInstance()
                                    .getSafeTypeByName(literal.getDatatype().stringValue())));
        }
        return value.isBNode()
                ? NodeFactory.createBlankNode(value.stringValue())
                : NodeFactory.createURI(value.stringValue());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        repository.shutDown();
    }
}
