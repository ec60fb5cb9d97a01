package org.entente.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;
import java.util.Map;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.entente.ServedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Jena's and RDF4J's own clients, as they come, ask and write. */
class JavaClientsTest {
    private static final String GRAPH = "https://example.org/clients";
    private static final String LABELS =
            "SELECT ?s ?l { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?s ?l LIMIT 5";
    private static ServedStore site;

    @BeforeAll
    static void start() {
        site = ServedStore.example();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static RDFConnection jena(RDFFormat format) {
        HttpClient basic = HttpClient.newBuilder()
                .authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("jena", ServedStore.KEY.toCharArray());
                    }
                })
                .build();
        return RDFConnectionRemote.newBuilder()
                .httpClient(basic)
                .destination(site.url("/graph-store"))
                .queryEndpoint(site.url("/sparql"))
                .updateEndpoint(site.url("/update"))
                .gspEndpoint(site.url("/graph-store"))
                .quadsFormat(RDFFormat.NQUADS)
                .triplesFormat(format)
                .build();
    }

    static final java.util.List<RDFFormat> FORMATS =
            java.util.List.of(RDFFormat.TURTLE, RDFFormat.NTRIPLES, RDFFormat.RDFXML_PLAIN, RDFFormat.JSONLD);

    @Test
    void jena_reads() {
        try (RDFConnection connection = jena(RDFFormat.TURTLE)) {
            assertThat(connection.queryAsk("ASK { ?s ?p ?o }")).isTrue();
            connection.querySelect(LABELS, row -> assertThat(row.contains("l")).isTrue());
            assertThat(connection
                            .queryConstruct("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 7")
                            .size())
                    .isEqualTo(7);
            assertThat(connection.fetch().isEmpty()).isFalse();
            assertThat(connection.fetchDataset().listNames().hasNext()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(QuerySendMode.class)
    void jena_sends_queries_in_all_its_ways(QuerySendMode mode) {
        String text = LABELS + " #" + "ю".repeat(mode == QuerySendMode.asGetAlways ? 100 : 5000);
        try (QueryExecutionHTTP execution = QueryExecutionHTTP.service(site.url("/sparql"))
                .query(QueryFactory.create(text))
                .sendMode(mode)
                .build()) {
            assertThat(execution.execSelect().hasNext()).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void jena_writes_in_all_its_formats(RDFFormat format) {
        Model model = ModelFactory.createDefaultModel();
        model.createResource("https://example.org/jürgen")
                .addProperty(RDFS.label, "Юрген \"ü\" 😀", "ru")
                .addLiteral(RDFS.comment, 2.5);
        try (RDFConnection connection = key(format)) {
            connection.put(GRAPH, model);
            assertThat(connection.fetch(GRAPH).isIsomorphicWith(model)).isTrue();
            connection.load(GRAPH, model);
            assertThat(connection.fetch(GRAPH).isIsomorphicWith(model)).isTrue();
            connection.delete(GRAPH);
            assertThat(connection.queryAsk("ASK { GRAPH <" + GRAPH + "> { ?s ?p ?o } }"))
                    .isFalse();
            var dataset = DatasetFactory.create();
            dataset.addNamedModel(GRAPH, model);
            connection.loadDataset(dataset);
            assertThat(connection.fetch(GRAPH).isIsomorphicWith(model)).isTrue();
            connection.update("DROP GRAPH <" + GRAPH + ">");
        }
    }

    /** Jena asks for a password only when it is told to, and we do not ask; so the header is given to it. */
    private static RDFConnection key(RDFFormat format) {
        org.apache.jena.http.auth.AuthEnv.get().setBearerToken(site.url("/update"), ServedStore.KEY);
        org.apache.jena.http.auth.AuthEnv.get().setBearerToken(site.url("/graph-store"), ServedStore.KEY);
        return jena(format);
    }

    @Test
    void rdf4j_reads_and_writes() {
        SPARQLRepository repository = new SPARQLRepository(site.url("/sparql"), site.url("/update"));
        repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + ServedStore.KEY));
        ValueFactory values = SimpleValueFactory.getInstance();
        var graph = values.createIRI(GRAPH + "/rdf4j");
        try (var connection = repository.getConnection()) {
            try (var rows = connection.prepareTupleQuery(LABELS).evaluate()) {
                assertThat(QueryResults.asList(rows)).hasSize(5);
            }
            try (var triples = connection
                    .prepareGraphQuery("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 7")
                    .evaluate()) {
                assertThat(QueryResults.asList(triples)).hasSize(7);
            }
            assertThat(connection.prepareBooleanQuery("ASK {}").evaluate()).isTrue();
            connection.begin();
            connection.add(
                    values.createIRI("urn:aa:a"), values.createIRI("urn:aa:b"), values.createLiteral("Ю ü"), graph);
            connection.add(
                    values.createIRI("urn:aa:a"), values.createIRI("urn:aa:b"), values.createLiteral(2.5), graph);
            connection.commit();
            assertThat(QueryResults.asList(connection.getStatements(null, null, null, graph)))
                    .hasSize(2);
            assertThat(QueryResults.asList(connection.getContextIDs())).contains(graph);
            connection.remove(values.createIRI("urn:aa:a"), null, null, graph);
            assertThat(connection.hasStatement(null, null, null, false, graph)).isFalse();
        } finally {
            repository.shutDown();
        }
    }
}
