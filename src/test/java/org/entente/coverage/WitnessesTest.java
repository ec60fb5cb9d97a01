package org.entente.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.execution.QueryLimits;
import org.entente.execution.Select;
import org.junit.jupiter.api.Test;

class WitnessesTest {
    private final DatasetGraph data = read("""
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX : <https://example.org/>
            :talk ent:witnessCount 2 ; ent:displaySources "https://example.org/d1 https://example.org/d2 https://example.org/d3" .
            :p1 ent:participant :anna ; ent:displaySources "https://example.org/d1 https://example.org/d2" .
            :p2 ent:participant :anna ; ent:displaySources "https://example.org/d3" .
            :p3 ent:participant :berta ; ent:displaySources "https://example.org/d3" .
            :t1 ent:holder :clara ; ent:displaySources "https://example.org/d4" .
            :d1 ent:rootDocument :d1 . :d2 ent:rootDocument :d1 . :d3 ent:rootDocument :d3 . :d4 ent:rootDocument :d4 .
            :g { :d3 ent:publisher :paper . :d4 ent:publisher :paper }
            """);

    private static DatasetGraph read(String trig) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(dataset, new StringReader(trig), null, Lang.TRIG);
        return dataset;
    }

    private static List<Node> things(String... names) {
        return List.of(names).stream()
                .map(name -> NodeFactory.createURI("https://example.org/" + name))
                .toList();
    }

    @Test
    void a_copy_is_no_second_witness_and_what_the_rules_counted_holds() {
        Witnesses witnesses = Witnesses.of(Select.on(data), things("talk", "anna", "berta", "clara", "dora"));
        // Anna: a text with its copy, and another one. Dora is in no source.
        assertThat(witnesses.sightings(things("anna", "berta", "clara", "dora")))
                .isEqualTo(new Sightings(3, 2, 1, 2));
        assertThat(witnesses.sightings(things("talk"))).isEqualTo(new Sightings(1, 0, 1, 2));
        assertThat(witnesses.sightings(things("berta", "clara", "berta"))).isEqualTo(new Sightings(2, 2, 0, 1));
        assertThat(witnesses.isComplete()).isTrue();
    }

    @Test
    void it_says_if_not_all_reports_could_be_read() {
        Select two = Select.on(data).within(QueryLimits.defaults().withTimeoutAndRows(Duration.ofSeconds(30), 2));
        assertThat(Witnesses.of(two, things("talk", "anna", "berta", "clara")).isComplete())
                .isFalse();
    }

    @Test
    void nothing_is_asked_about_nothing() {
        assertThat(Witnesses.of(Select.on(data), List.of()).sightings(List.of()))
                .isEqualTo(new Sightings(0, 0, 0, 0));
    }
}
