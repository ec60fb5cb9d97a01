package org.entente.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.EntProperty;

/** Counts of events are those of plain SPARQL, for every state that a reader sees. */
class EventCountPropertyTest {
    private static final String PLAIN = """
            SELECT ?year ?status (COUNT(DISTINCT ?event) AS ?events) WHERE {
              { SELECT ?event (MIN(?any) AS ?year) WHERE { ?event ent:inYear ?any } GROUP BY ?event }
              ?event ent:status ?status .
            } GROUP BY ?year ?status""";

    private record Said(int event, boolean year, int value) {}

    @Provide
    Arbitrary<List<Said>> views() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as(Said::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 60)
    void counts_are_those_of_plain_sparql(@ForAll("views") List<Said> before, @ForAll("views") List<Said> after) {
        try (Store store = Store.inMemory(Derivation.NONE)) {
            for (List<Said> said : List.of(before, after)) {
                store.write(d -> said.forEach(each -> d.getDefaultGraph()
                        .add(
                                NodeFactory.createURI(Ent.ID + "event/e" + each.event()),
                                each.year() ? EntProperty.IN_YEAR : EntProperty.STATUS,
                                each.year()
                                        ? NodeFactoryExtra.intToNode(2000 + each.value())
                                        : NodeFactory.createURI(Ent.term("s" + each.value())))));
                assertThat(rows(store, "SELECT * { (?year ?status) ent:eventCount ?events }"))
                        .isEqualTo(rows(store, PLAIN));
                assertThat(rows(
                                store,
                                "SELECT * { VALUES ?year { 2001 2009 } (?year ?status) ent:eventCount ?events }"))
                        .isEqualTo(rows(store, "SELECT * { VALUES ?year { 2001 2009 } { " + PLAIN + " } }"));
            }
        }
    }

    private static List<String> rows(Store store, String sparql) {
        return store.read(d -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(d)
                    .query("PREFIX ent: <" + Ent.NS + "> " + sparql)
                    .build()) {
                exec.select()
                        .forEachRemaining(row -> rows.add(
                                text(row.get("year")) + " " + row.get("status") + " " + text(row.get("events"))));
            }
            return rows.stream().sorted().toList();
        });
    }

    private static String text(Node node) {
        return node.getLiteralLexicalForm();
    }
}
