package org.entente.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class SkolemTest {
    private static final String BASE = "https://w3id.org/entente/id/";
    private static final String PREFIX = "@prefix ex: <https://example.org/> .\n";
    private static final String LINKS =
            "ex:a ex:id [ ex:scheme ex:s ; ex:value \"1\" ], [ ex:scheme ex:s ; ex:value \"2\" ] .\n";

    @Test
    void a_file_read_twice_has_the_same_iris() {
        assertThat(skolem(LINKS)).isEqualTo(skolem(LINKS)).allMatch(t -> !t.contains("_:"));
        assertThat(skolem(LINKS).toString()).containsPattern("https://w3id.org/entente/id/node/[0-9a-f]{16}\\b");
    }

    @Test
    void a_statement_inserted_elsewhere_changes_no_iri() {
        Set<String> before = skolem(LINKS + "ex:l ex:list ( 1 [ ex:p 2 ] ) .");
        Set<String> after = skolem("ex:z ex:id [ ex:value \"0\" ] .\n" + "ex:l ex:list ( 1 [ ex:p 2 ] ) .\n" + LINKS);

        assertThat(after).containsAll(before);
    }

    @Test
    void order_inside_a_node_does_not_matter_but_content_and_pointer_do() {
        assertThat(skolem("ex:a ex:p [ ex:q 1 ; ex:r 2 ] .")).isEqualTo(skolem("ex:a ex:p [ ex:r 2 ; ex:q 1 ] ."));
        assertThat(skolem("ex:a ex:p [ ex:q 1 ] . ex:b ex:p [ ex:q 1 ] .")).hasSize(4);
        assertThat(nodes("ex:a ex:p [ ex:q 1 ] . ex:b ex:p [ ex:q 1 ] .")).isEqualTo(2);
    }

    @Test
    void nodes_that_are_alike_stay_apart() {
        assertThat(nodes("ex:a ex:p [ ex:q [ ex:r 1 ] ] , [ ex:q [ ex:r 1 ] ] ."))
                .isEqualTo(4);
        assertThat(nodes("[] ex:p 1 . [] ex:p 1 .")).isEqualTo(2);
    }

    @Test
    void lists_and_cycles_get_stable_iris() {
        String cycle = "_:a ex:p _:b . _:b ex:p _:c . _:c ex:p _:a . ex:x ex:p _:b .\n";
        String rotated = "_:c ex:p _:a . ex:x ex:p _:b . _:b ex:p _:c . _:a ex:p _:b .\n";
        String self = "_:s ex:p _:s . _:s ex:q 1 .\n";

        assertThat(skolem(cycle + self)).isEqualTo(skolem(self + rotated));
        assertThat(nodes(cycle + self)).isEqualTo(4);
        assertThat(nodes("ex:l ex:list ( 1 1 1 ) .")).isEqualTo(3);
        assertThat(nodes("_:a ex:p _:b . _:b ex:p _:a .")).isEqualTo(2);
    }

    @Test
    void a_long_list_takes_no_quadratic_time() {
        assertThat(nodes("ex:l ex:list ( " + "1 ".repeat(20_000) + ") .")).isEqualTo(20_000);
    }

    @Test
    void places_are_kept() {
        List<LocatedTriple> read = read(LINKS);

        assertThat(Skolem.apply(read, BASE))
                .extracting(LocatedTriple::column)
                .isEqualTo(read.stream().map(LocatedTriple::column).toList());
    }

    private static List<LocatedTriple> read(String text) {
        TurtleFile file = TurtleReader.read(PREFIX + text, "x.ttl");
        assertThat(file.findings()).isEmpty();
        return file.triples();
    }

    private static Set<String> skolem(String text) {
        return Skolem.apply(read(text), BASE).stream()
                .map(t -> t.triple().toString())
                .collect(Collectors.toSet());
    }

    private static int nodes(String text) {
        Set<String> nodes = new HashSet<>();
        for (LocatedTriple located : Skolem.apply(read(text), BASE)) {
            Triple t = located.triple();
            for (String iri : List.of(t.getSubject().toString(), t.getObject().toString())) {
                if (iri.startsWith(BASE + "node/")) {
                    nodes.add(iri);
                }
            }
        }
        return nodes.size();
    }
}
