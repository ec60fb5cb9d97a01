package org.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.entente.ShippedCollection;
import org.entente.execution.Select;
import org.junit.jupiter.api.Test;

/** An identity is there because something refers to it. */
class UsedIdentitiesTest {
    private static final String UNUSED = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX graph: <https://w3id.org/entente/graph/>
            SELECT DISTINCT ?thing WHERE {
              GRAPH graph:authority { ?thing a ?class }
              FILTER (STRSTARTS(STR(?thing), "https://w3id.org/entente/id/"))
              FILTER (?class NOT IN (ent:Tenure, ent:IdentifierLink))
              # The land of a country or region is part of its description.
              FILTER NOT EXISTS { ?thing ent:territoryOf ?polity }
              FILTER NOT EXISTS {
                GRAPH <urn:x-arq:UnionGraph> { ?other ?refers ?thing }
                # Its names, and what ORG says of it, are derived from what it is itself.
                FILTER (?other != ?thing && ?refers != ent:nameOf && !STRSTARTS(STR(?refers), "http://www.w3.org/ns/org#"))
              }
            }
            ORDER BY ?thing""";

    @Test
    void something_refers_to_every_identity() {
        List<String> unused = ShippedCollection.store()
                .read(dataset -> Select.on(dataset).rows(QueryFactory.create(UNUSED)).rows().stream()
                        .map(row -> row.text("thing"))
                        .toList());

        assertThat(unused).isEmpty();
    }
}
