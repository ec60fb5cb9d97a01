package org.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineValuesTest {
    @ParameterizedTest
    @CsvSource({
        "'\"1\"^^xsd:boolean', '\"true\"^^xsd:boolean'",
        "'\"0\"^^xsd:boolean', '\"false\"^^xsd:boolean'",
        "'\"25\"^^xsd:decimal', '25.0'",
        "'\"25.50\"^^xsd:decimal', '25.5'",
        "'\"-0012\"^^xsd:decimal', '-12.0'",
        "'\"zero\"^^xsd:decimal', '\"zero\"^^xsd:decimal'",
        "'\"0\"^^xsd:integer', '0'",
        "'\"1\"', '\"1\"'",
        "'\"25\"@en', '\"25\"@en'",
        "'<http://example.org/1>', '<http://example.org/1>'"
    })
    void a_value_has_one_form_whoever_wrote_it(String written, String usual) {
        assertThat(EngineValues.usual(node(written))).isEqualTo(node(usual));
    }

    private static Node node(String text) {
        return NodeFactoryExtra.parseNode(text);
    }
}
