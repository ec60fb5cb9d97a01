package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that other programs read: whatever stands in a label or a reason, one row is one mapping or one statement. */
class LinkFilesTest {
    private static final String MAX = LinkedExample.person("max-beispiel");

    private final Store store = LinkedExample.store();
    private final LinkLog log = new LinkLog(store, Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_quotation_mark_in_a_label_swallows_no_row_of_the_mappings() throws IOException {
        state(
                "GRAPH graph:authority { org:quoted a ent:Organization ; rdfs:label \"\\\"Open quote\"@en , \"\\\"Offen\"@de ; ent:identifier"
                        + " [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue \"Q9000030\" ;"
                        + " ent:linkState ent:linkAccepted ; ent:linkEvidence \"list of \\\"bodies\\\"\" ] }");
        log.append(List.of(LinkRequest.of(
                LinkedExample.person("erika-muster"),
                "Q9000004",
                LinkState.REJECTED,
                "R",
                "a \u0001ship\r\nof \"that\" name")));
        String sssom = store.read(d -> Sssom.write(d, "t"));
        String table = sssom.substring(sssom.indexOf("subject_id"));
        try (CSVParser rows = CSVParser.parse(
                table,
                CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).get())) {
            List<CSVRecord> all = rows.getRecords();
            assertThat(all).hasSize(5).allSatisfy(row -> assertThat(row.size()).isEqualTo(11));
            assertThat(all).extracting(row -> row.get("subject_label")).contains("\"Open quote", "Max Beispiel");
            assertThat(all)
                    .extracting(row -> row.get("comment"))
                    .contains("list of \"bodies\"", "a ship of \"that\" name");
        }
    }

    @Test
    void the_table_for_quickstatements_has_one_source_a_row_under_its_columns() throws IOException {
        Contributions contributions = store.read(Contributions::of);
        try (CSVParser rows = CSVParser.parse(QuickStatements.csv(contributions.checked(true)), CSVFormat.DEFAULT)) {
            List<CSVRecord> all = rows.getRecords();
            assertThat(all.getFirst().toList())
                    .containsExactly(
                            "qid", "P39", "qal580", "qal582", "qal585", "S854", "s577", "s813", "S248", "s577");
            assertThat(all.get(1).toList().subList(0, 7))
                    .containsExactly(
                            "Q9000010",
                            "Q9000002",
                            "+2017-00-00T00:00:00Z/9",
                            "+2018-00-00T00:00:00Z/9",
                            "",
                            "\"https://example.org/amtsblatt/1\"",
                            "+2017-02-03T00:00:00Z/11");
            assertThat(all).allSatisfy(row -> assertThat(row.size()).isEqualTo(10));
        }
    }

    @Test
    void what_is_said_of_an_item_outside_the_snapshot_is_kept_apart_for_nobody_looked_there() {
        log.append(List.of(
                LinkRequest.of(MAX, "Q9000010", LinkState.WITHDRAWN, "R", "moved"),
                LinkRequest.of(MAX, "Q9000099", LinkState.ACCEPTED, "R", "the right one")));
        Contributions contributions = store.read(Contributions::of);
        assertThat(QuickStatements.text(contributions.checked(true))).isEmpty();
        assertThat(QuickStatements.text(contributions.checked(false))).startsWith("Q9000099\tP39\tQ9000002\tP580\t");
        assertThat(contributions.checked(false)).singleElement().satisfies(s -> {
            assertThat(s.subjectLabel()).isEqualTo("Max Beispiel");
            assertThat(s.valueLabel()).isEqualTo("Minister of Musterland");
            assertThat(s.time().start()).isEqualTo("2017");
        });
    }

    @Test
    void the_columns_of_the_table_for_openrefine_are_those_that_its_schema_names() throws IOException {
        String table = OpenRefine.table(store.read(Contributions::of));
        List<String> head = List.of(table.lines().findFirst().orElse("").split(","));
        Json.MAPPER.readTree(OpenRefine.schema()).findValuesAsText("columnName").forEach(column -> assertThat(head)
                .contains(column));
        assertThat(table.lines())
                .contains(
                        "Q9000010,Max Beispiel,Q9000002,Minister of Musterland,2017,2018,,,,,,,,,,,,,,,https://example.org/amtsblatt/1,,2017-02-03,,snapshot");
    }

    @Test
    void a_beacon_file_lists_the_accepted_identifiers_of_one_register() {
        state("GRAPH graph:authority { person:max-beispiel ent:identifier"
                + " [ a ent:IdentifierLink ; ent:identifierScheme ent:gnd ; ent:identifierValue \"118540238\" ;"
                + " ent:linkState ent:linkAccepted ; ent:linkEvidence \"list\" ] ,"
                + " [ a ent:IdentifierLink ; ent:identifierScheme ent:gnd ; ent:identifierValue \"118540246\" ;"
                + " ent:linkState ent:linkCandidate ; ent:linkEvidence \"list\" ] }");
        assertThat(store.<String>read(d -> Beacon.write(d, "gnd"))).isEqualTo("""
                #FORMAT: BEACON
                #PREFIX: https://d-nb.info/gnd/
                #TARGET: {ID}
                #NAME: Entente
                118540238||https://w3id.org/entente/id/person/max-beispiel
                """);
    }

    private void state(String trig) {
        StringBuilder prefixes = new StringBuilder();
        Prefixes.all().forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
        store.write(dataset -> RDFDataMgr.read(dataset, new StringReader(prefixes + trig), null, Lang.TRIG));
    }
}
