package org.entente.w3c;

import static org.entente.w3c.W3cCase.value;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.IsoMatcher;

/** Tests of queries and updates: texts that must be refused or taken, and answers that must be the expected ones. */
final class W3cSparql {
    private static final String EMPTY = "default-graph-uri=https%3A%2F%2Fexample.org%2Fempty";

    private static final Node BOOLEAN =
            NodeFactory.createURI("http://www.w3.org/2001/sw/DataAccess/tests/result-set#boolean");

    private W3cSparql() {}

    static void run(W3cCase one, W3cServer server) {
        switch (one.type()) {
            case "PositiveSyntaxTest", "PositiveSyntaxTest11" -> requireTaken(server.query(text(one), "*/*", EMPTY));
            case "NegativeSyntaxTest", "NegativeSyntaxTest11" -> requireRefused(server.query(text(one), "*/*", EMPTY));
            case "PositiveUpdateSyntaxTest", "PositiveUpdateSyntaxTest11" -> requireTaken(server.update(text(one)));
            case "NegativeUpdateSyntaxTest", "NegativeUpdateSyntaxTest11" -> requireRefused(server.update(text(one)));
            case "UpdateEvaluationTest" -> update(one, server);
            case "QueryEvaluationTest", "CSVResultFormatTest" -> query(one, server);
            default -> throw new AssertionError("What is a " + one.type() + "?");
        }
    }

    private static String text(W3cCase one) {
        return one.files().text(one.value("action").asResource().getURI());
    }

    private static void requireTaken(HttpResponse<byte[]> response) {
        W3cServer.require(response);
    }

    private static void requireRefused(HttpResponse<byte[]> response) {
        if (response.statusCode() != 400) {
            throw new AssertionError("not refused: " + W3cServer.said(response));
        }
    }

    private static void update(W3cCase one, W3cServer server) {
        Resource action = one.value("action").asResource();
        server.reset();
        W3cCase.graphs(action).forEach((graph, files) -> server.load(one.files(), graph, files));
        String file = value(action, "request").asResource().getURI();
        W3cServer.require(server.update("BASE <" + file + ">\n" + one.files().text(file)));
        DatasetGraph expected = DatasetGraphFactory.create();
        W3cCase.graphs(one.value("result").asResource()).forEach((graph, files) -> {
            Node name = NodeFactory.createURI(graph);
            for (String data : files) {
                one.files().graph(data).find().forEachRemaining(t -> (graph.isEmpty()
                                ? expected.getDefaultGraph()
                                : expected.getGraph(name))
                        .add(t));
            }
        });
        requireSame(expected, server.everything());
    }

    static void requireSame(DatasetGraph expected, DatasetGraph found) {
        if (!IsoMatcher.isomorphic(expected, found)) {
            throw new AssertionError("expected " + expected + " but found " + found);
        }
    }

    private static void query(W3cCase one, W3cServer server) {
        Resource action = one.value("action").asResource();
        String file = (action.isURIResource() ? action : value(action, "query").asResource()).getURI();
        String text = "BASE <" + file + ">\n" + one.files().text(file);
        Query query = QueryFactory.create(text, file, Syntax.syntaxARQ);
        Map<String, List<String>> graphs = new LinkedHashMap<>(W3cCase.graphs(action));
        String dataset = "";
        if (query.hasDatasetDescription()) {
            query.getGraphURIs().forEach(g -> graphs.put(g, List.of(g)));
            query.getNamedGraphURIs().forEach(g -> graphs.put(g, List.of(g)));
        } else {
            String named = graphs.keySet().stream()
                    .filter(g -> !g.isEmpty())
                    .map(g -> "&named-graph-uri=" + W3cServer.encoded(g))
                    .collect(Collectors.joining());
            List<String> plain = graphs.getOrDefault("", List.of());
            String ofAll = "https://example.org/default?" + String.join("+", plain);
            if (!plain.isEmpty()) {
                graphs.put(ofAll, plain);
            }
            dataset = (plain.isEmpty() ? EMPTY : "default-graph-uri=" + W3cServer.encoded(ofAll)) + named;
        }
        graphs.remove("");
        graphs.forEach((graph, files) -> server.load(one.files(), graph, files));
        compare(one, query, text, dataset, server);
    }

    private static void compare(W3cCase one, Query query, String text, String dataset, W3cServer server) {
        RDFNode result = one.value("result");
        String expected = result == null ? "" : result.asResource().getURI();
        if (query.isConstructType() || query.isDescribeType()) {
            HttpResponse<byte[]> response = W3cServer.require(server.query(text, "application/n-triples", dataset));
            var graph = GraphFactory.createGraphMem();
            RDFParser.source(new ByteArrayInputStream(response.body()))
                    .lang(Lang.NTRIPLES)
                    .parse(graph);
            if (!IsoMatcher.isomorphic(one.files().graph(expected), graph)) {
                throw new AssertionError("another graph: " + graph);
            }
            return;
        }
        Lang lang = one.type().startsWith("CSV") || expected.endsWith(".csv")
                ? ResultSetLang.RS_CSV
                : expected.endsWith(".tsv") ? ResultSetLang.RS_TSV : ResultSetLang.RS_JSON;
        HttpResponse<byte[]> response = W3cServer.require(server.query(text, lang.getHeaderString(), dataset));
        if (expected.isEmpty()) {
            return;
        }
        if (query.isAskType()) {
            boolean yes = ResultSetMgr.readBoolean(new ByteArrayInputStream(response.body()), lang);
            if (yes != expected(one, expected).getBooleanResult()) {
                throw new AssertionError("ASK is " + yes);
            }
            return;
        }
        ResultSetRewindable found =
                ResultSetFactory.makeRewindable(ResultSetMgr.read(new ByteArrayInputStream(response.body()), lang));
        ResultSetRewindable right =
                ResultSetFactory.makeRewindable(expected(one, expected).getResultSet());
        if (!isSame(one, query, right, found)) {
            throw new AssertionError("other rows: " + W3cServer.said(response));
        }
    }

    /** Numbers may be spelled in another way, as TDB2 keeps their values only; REDUCED may leave out as many rows as it likes. */
    private static boolean isSame(W3cCase one, Query query, ResultSetRewindable right, ResultSetRewindable found) {
        if (query.isReduced()) {
            return new HashSet<>(bindings(right)).equals(new HashSet<>(bindings(found)));
        }
        if (one.id().contains("/sort#")) {
            return ResultsCompare.equalsByValueAndOrder(right, found);
        }
        boolean same = ResultsCompare.equalsByTerm(right, found);
        right.reset();
        found.reset();
        return same || ResultsCompare.equalsByValue(right, found);
    }

    private static List<Binding> bindings(ResultSetRewindable rows) {
        List<Binding> all = new ArrayList<>();
        while (rows.hasNext()) {
            all.add(rows.nextBinding());
        }
        return all;
    }

    private static SPARQLResult expected(W3cCase one, String iri) {
        String name = one.files().path(iri).toString();
        if (name.endsWith(".ttl") || name.endsWith(".rdf")) {
            Graph graph = one.files().graph(iri);
            return graph.find(Node.ANY, BOOLEAN, Node.ANY)
                    .nextOptional()
                    .map(t -> new SPARQLResult((Boolean) t.getObject().getLiteralValue()))
                    .orElseGet(() -> new SPARQLResult(RDFInput.fromRDF(ModelFactory.createModelForGraph(graph))));
        }
        return ResultSetFactory.result(name);
    }
}
