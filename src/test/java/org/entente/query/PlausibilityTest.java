package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.ShippedCollection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The query for what can hardly be right, on an example that has each kind once. */
class PlausibilityTest {
    private static final DatasetGraph EXAMPLE =
            RDFDataMgr.loadDatasetGraph("src/test/resources/query/implausible.trig");

    @BeforeAll
    static void derive() {
        RowsToShow.addTo(EXAMPLE);
    }

    @Test
    void every_kind_is_found_and_what_is_in_order_is_not() {
        assertThat(found(Map.of()))
                .containsExactly(
                        "bodyNotThere gone i",
                        "bodyNotThere office h",
                        "hostIsGuest here f",
                        "officeNotHeld bert d",
                        "sessionOrder s s2",
                        "titleInDoubt anna g",
                        "twoPlaces anna a");
    }

    @Test
    void one_kind_can_be_asked_for() {
        assertThat(found(Map.of("kind", List.of("sessionOrder")))).containsExactly("sessionOrder s s2");
    }

    private static List<String> found(Map<String, List<String>> given) {
        CannedQuery query = ShippedCollection.catalog().query("plausibility").orElseThrow();
        BoundQuery bound = query.bind(Parameters.read(query, given, KnownNames.ALL), query.firstPage());
        List<String> found = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(EXAMPLE).query(bound.query()).build()) {
            exec.select()
                    .forEachRemaining(row -> found.add(row.get("kind").getLiteralLexicalForm() + " "
                            + row.get("thing").getURI().replaceAll(".*/", "") + " "
                            + row.get("event").getURI().replaceAll(".*/", "")));
        }
        return found;
    }
}
