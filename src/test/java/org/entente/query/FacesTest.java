package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;

/** The descriptions that are made from the catalogue. */
class FacesTest {
    private static final QueryCatalog CATALOG = QueryCatalog.read(Path.of("queries"));

    @Test
    void every_query_is_an_operation_with_all_its_answers() {
        JsonNode document = OpenApi.document(CATALOG, "Entente", "http://localhost:8080", "1", "en");
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.get("paths")).hasSize(CATALOG.queries().size());
        for (CannedQuery query : CATALOG.queries()) {
            JsonNode operation =
                    document.get("paths").get("/queries/" + query.id()).get("get");
            assertThat(operation.get("summary").asText())
                    .isEqualTo(query.header().summary().in("en"));
            assertThat(operation.get("responses").fieldNames())
                    .toIterable()
                    .containsExactly("200", "304", "404", "406", "422", "503");
            assertThat(operation.get("parameters"))
                    .hasSize(query.header().parameters().size() + (query.isConstruct() ? 5 : 8));
        }
        JsonNode level = StreamSupport.stream(
                        document.at("/paths/~1queries~1who-met/get/parameters").spliterator(), false)
                .filter(parameter -> parameter.path("name").asText().equals("level"))
                .findFirst()
                .orElseThrow();
        assertThat(level.at("/schema/items/enum")).hasSize(7);
    }

    @Test
    void every_reference_of_the_description_has_its_target() {
        JsonNode document = OpenApi.document(CATALOG, "Entente", "http://localhost:8080", "1", "de");
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void the_catalogue_in_rdf_has_the_shape_that_collections_of_examples_ask_for() {
        Graph graph = SparqlExamples.graph(
                CATALOG,
                query -> query.bind(Parameters.read(query, query.header().example(), KnownNames.ALL), query.firstPage())
                        .toSparql(),
                "http://localhost:8080/queries/",
                "http://localhost:8080/sparql");
        Graph shapes = RDFParser.fromString("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX schema: <https://schema.org/>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                [] a sh:NodeShape ; sh:targetClass sh:SPARQLExecutable ;
                  sh:property [ sh:path [ sh:alternativePath ( sh:select sh:construct ) ] ; sh:minCount 1 ; sh:maxCount 1 ] ,
                    [ sh:path rdfs:comment ; sh:minCount 1 ; sh:datatype rdf:langString ] ,
                    [ sh:path schema:target ; sh:minCount 1 ] ,
                    [ sh:path schema:keywords ; sh:minCount 1 ; sh:pattern "^[^\\\\s].*[^\\\\s]$" ] .""", Lang.TURTLE).toGraph();
        assertThat(ShaclValidator.get().validate(Shapes.parse(shapes), graph).conforms())
                .isTrue();
        Node select = NodeFactory.createURI("http://www.w3.org/ns/shacl#select");
        assertThat(graph.find(Node.ANY, select, Node.ANY).toList())
                .hasSize(CATALOG.queries().size());
        graph.find(Node.ANY, select, Node.ANY)
                .forEachRemaining(triple -> CannedQuery.parse(triple.getObject().getLiteralLexicalForm()));
    }

    @Test
    void a_prefix_expands_and_compacts() {
        assertThat(Prefixes.expand("person:albert-rau")).contains("https://w3id.org/entente/id/person/albert-rau");
        assertThat(Prefixes.expand("nope:x")).isEmpty();
        assertThat(Prefixes.compact("https://w3id.org/entente/id/person/albert-rau"))
                .isEqualTo("person:albert-rau");
        assertThat(Prefixes.compact("https://example.org/x")).isEqualTo("https://example.org/x");
        Prefixes.all().forEach((prefix, space) -> assertThat(Prefixes.compact(space + "x"))
                .isEqualTo(prefix + ":x"));
    }
}
