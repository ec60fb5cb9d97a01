package org.entente.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTurtleTest {
    private static final Map<String, String> PREFIXES =
            Map.of("ex", "https://example.org/", "deep", "https://example.org/deep/", "unused", "https://example.com/");

    @Test
    void triples_become_sorted_blocks_with_type_first() {
        TurtleFile file = TurtleReader.read("""
                @prefix ex: <https://example.org/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                ex:b ex:z "x\\ny"@de, 2, 1.50, true ; ex:label "B" ; a ex:C .
                ex:a ex:p <https://example.org/deep/2015-06-09>, <https://example.org/deep/a/b>, "007"^^xsd:int .
                ex:a ex:p "007"^^xsd:int .
                """, "x.ttl");

        assertThat(CanonicalTurtle.write(file.graph(), PREFIXES)).isEqualTo("""
                @prefix deep: <https://example.org/deep/> .
                @prefix ex: <https://example.org/> .

                ex:a ex:p "007"^^<http://www.w3.org/2001/XMLSchema#int>, <https://example.org/deep/a/b>, deep:2015-06-09 .

                ex:b a ex:C ;
                  ex:label "B" ;
                  ex:z "x\\ny"@de, 1.50, 2, true .
                """);
    }

    @Test
    void nothing_is_written_for_no_triples_and_blank_nodes_are_refused() {
        assertThat(CanonicalTurtle.write(java.util.List.of(), PREFIXES)).isEmpty();
        assertThatThrownBy(() -> CanonicalTurtle.write(
                        TurtleReader.read("[] a <urn:ex:y> .", "x").graph(), PREFIXES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
