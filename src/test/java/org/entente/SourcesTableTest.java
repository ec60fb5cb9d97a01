package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;

/** docs/sources.md counts what each source yielded. {@code -Dgolden=write} writes it anew. */
class SourcesTableTest {
    private static final Path TABLE = ShippedCollection.HOME.resolve("docs/sources.md");

    private static final String COUNTS = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            SELECT ?document (SAMPLE(?anyTitle) AS ?title) (COUNT(DISTINCT ?event) AS ?events) (COUNT(DISTINCT ?held) AS ?heldEvents)
              (COUNT(DISTINCT ?announced) AS ?announcedEvents) (COUNT(DISTINCT ?participation) AS ?participations)
              (COUNT(DISTINCT ?person) AS ?persons) (COUNT(DISTINCT ?byOffice) AS ?byOfficeOnly)
              (COUNT(DISTINCT ?agreement) AS ?agreements) (COUNT(DISTINCT ?tenure) AS ?tenures)
              (COUNT(DISTINCT ?figure) AS ?figures) (COUNT(DISTINCT ?claim) AS ?claims)
            WHERE {
              GRAPH ?source {
                ?document a ent:Document ; dcterms:title ?anyTitle .
                FILTER NOT EXISTS { ?document ent:notSeen true }
                OPTIONAL {
                  { ?report ent:statedIn ?document ; ent:reports ?event ; ent:reportedStatus ?status }
                  UNION { ?heldReport ent:statedIn ?document ; ent:reports ?held ; ent:reportedStatus ent:held }
                  UNION { ?announcement ent:statedIn ?document ; ent:reports ?announced ; ent:reportedStatus ent:announced }
                  UNION { ?participation ent:inReport/ent:statedIn ?document .
                    OPTIONAL { ?participation ent:participant ?person }
                    OPTIONAL { ?participation ent:asHolderOf ?post . FILTER NOT EXISTS { ?participation ent:participant ?named } BIND(?participation AS ?byOffice) } }
                  UNION { ?agreementReport ent:statedIn ?document ; ent:reports ?agreement ; ent:reportedAgreementStatus ?agreed }
                  UNION { ?tenureReport ent:statedIn ?document ; ent:reports ?tenure . FILTER(CONTAINS(STR(?tenure), "/id/tenure/")) }
                  UNION { ?figure ent:statedIn ?document . FILTER EXISTS { ?figure ent:amount|ent:changeValue ?amount } }
                  UNION { ?claim ent:statedIn ?document ; ent:modality ent:asClaim }
                }
              }
            }
            GROUP BY ?document ORDER BY ?document
            """;

    @Test
    void the_table_in_docs_counts_what_is_there() throws IOException {
        String table = ShippedCollection.store().read(SourcesTableTest::table);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE).lines())
                .containsExactlyElementsOf(table.lines().toList());
    }

    @Test
    void every_source_yields_something() throws IOException {
        try (Stream<Path> files = Files.list(ShippedCollection.FILES.data().resolve("sources"))) {
            String table = Files.readString(TABLE);
            assertThat(files.map(f -> f.getFileName().toString().replace(".ttl", "")))
                    .allSatisfy(id -> assertThat(table).contains("| " + id + " |"));
        }
    }

    private static String table(DatasetGraph dataset) {
        StringBuilder out = new StringBuilder("""
                # What each source yielded

                Counted from `data/sources/` by a test: distinct things that the account of each document speaks of.

                | source | title | events | held | announced | participations | named | by office only | agreements | tenures | figures | claims |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        try (QueryExec exec = QueryExec.dataset(dataset).query(COUNTS).build()) {
            RowSet rows = exec.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                out.append("| ")
                        .append(Prefixes.compact(row.get("document").getURI()).replace("doc:", ""));
                for (String column : new String[] {
                    "title",
                    "events",
                    "heldEvents",
                    "announcedEvents",
                    "participations",
                    "persons",
                    "byOfficeOnly",
                    "agreements",
                    "tenures",
                    "figures",
                    "claims"
                }) {
                    Node value = row.get(column);
                    out.append(" | ").append(value.getLiteralLexicalForm().replace("|", "\\|"));
                }
                out.append(" |\n");
            }
        }
        return out.toString();
    }
}
