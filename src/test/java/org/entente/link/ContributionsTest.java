package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.Csv;
import org.entente.ShippedCollection;
import org.entente.link.Contribution.Reason;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.SnapshotLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Identifiers and days in office that the collection can give to Wikidata, and why it gives others not. */
class ContributionsTest {
    private static final String FILE = "ror-community/ror-records@d93fc667 v2.3/019w4f821.json";
    private static final String ADDRESS =
            "https://github.com/ror-community/ror-records/blob/d93fc667/v2.3/019w4f821.json";

    private final Store store = LinkedExample.store();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_identifier_that_the_item_lacks_is_given_in_the_form_of_wikidata_with_the_file_that_confirmed_it() {
        identifiers("person:max-beispiel", FILE, "gnd", "118540238", "viaf", "12584821", "isni", "0000 0001 0871 1294");
        identifiers(
                "state:musterland",
                FILE,
                "geonames",
                "https://sws.geonames.org/610612/",
                "ror",
                "https://ror.org/019w4f821");
        assertThat(lines(true))
                .contains(
                        "Q9000010\tP227\t\"118540238\"\tS854\t\"" + ADDRESS + "\"",
                        "Q9000010\tP214\t\"12584821\"\tS854\t\"" + ADDRESS + "\"",
                        "Q9000010\tP213\t\"0000000108711294\"\tS854\t\"" + ADDRESS + "\"",
                        "Q9000001\tP1566\t\"610612\"\tS854\t\"" + ADDRESS + "\"",
                        "Q9000001\tP6782\t\"019w4f821\"\tS854\t\"" + ADDRESS + "\"");
    }

    @Test
    void what_the_item_has_is_not_given_again_however_it_is_written() {
        item("Q9000010", "P213", "0000000108711294");
        identifiers("person:max-beispiel", FILE, "isni", "0000 0001 0871 1294");
        assertThat(contributions().given(GivenProperty.ISNI, true)).isZero();
        assertThat(contributions().reasons(GivenProperty.ISNI)).isEqualTo(Map.of(Reason.KNOWN, 1L));
        assertThat(contributions().reasons(GivenProperty.ISO_COUNTRY)).isEqualTo(Map.of(Reason.KNOWN, 1L));
    }

    @Test
    void another_value_of_the_item_is_a_difference_and_nothing_to_send() {
        item("Q9000010", "P227", "118540246");
        identifiers("person:max-beispiel", FILE, "gnd", "118540238");
        assertThat(contributions().given(GivenProperty.GND, true)).isZero();
        assertThat(contributions().differences()).singleElement().satisfies(left -> {
            assertThat(left.label()).isEqualTo("Max Beispiel");
            assertThat(left.value()).isEqualTo("118540238");
            assertThat(left.theirs()).containsExactly("118540246");
        });
    }

    @Test
    void of_an_item_outside_the_snapshot_everything_is_given_but_apart() {
        state(
                "GRAPH graph:authority { org:far a ent:Organization ; rdfs:label \"Fern\"@de , \"Far\"@en ; ent:identifier "
                        + link("wikidata", "Q9000099", FILE) + " }");
        identifiers("org:far", FILE, "ror", "019w4f821");
        assertThat(contributions().given(GivenProperty.ROR, true)).isZero();
        assertThat(lines(false)).containsExactly("Q9000099\tP6782\t\"019w4f821\"\tS854\t\"" + ADDRESS + "\"");
        assertThat(QuickStatements.csv(contributions().checked(false)))
                .isEqualTo("qid,P6782,S854,s813\nQ9000099,\"\"\"019w4f821\"\"\",\"\"\"" + ADDRESS + "\"\"\",\n");
    }

    @Test
    void only_accepted_links_of_both_kinds_give_anything() {
        state(
                "GRAPH graph:authority { person:max-beispiel ent:identifier [ a ent:IdentifierLink ; ent:identifierScheme ent:gnd ;"
                        + " ent:identifierValue \"118540238\" ; ent:linkState ent:linkCandidate ; ent:linkEvidence \""
                        + FILE + "\" ] }");
        identifiers("person:erika-muster", FILE, "gnd", "118540246");
        assertThat(contributions().given(GivenProperty.GND, true)).isZero();
        assertThat(contributions().reasons(GivenProperty.GND)).isEqualTo(Map.of(Reason.NO_ITEM, 1L));
    }

    @Test
    void what_is_of_no_form_or_names_no_file_is_left_out() {
        identifiers(
                "person:max-beispiel",
                FILE,
                "gnd",
                "118540238\\\"\\tP31\\t\\\"Q5",
                "viaf",
                "12584821|P31|Q5",
                "isni",
                "0000\\n0001 0871 12945",
                "geonames",
                "0");
        identifiers("person:max-beispiel", "a list of names", "ror", "019w4f821");
        assertThat(contributions().checked(true))
                .extracting(Contribution::property)
                .containsExactly(GivenProperty.POSITION);
        assertThat(contributions().reasons())
                .containsEntry(Reason.MALFORMED, 4L)
                .containsEntry(Reason.NO_SOURCE, 1L);
    }

    @Test
    void quotation_marks_and_tabs_in_evidence_and_labels_break_no_command_and_no_row() {
        state(
                "GRAPH graph:authority { org:quoted a ent:Organization ; rdfs:label \"\\\"Tab\\there\\\", =1+1\"@en ; ent:identifier "
                        + link("wikidata", "Q9000098", FILE) + " }");
        identifiers(
                "org:quoted",
                "page https://example.org/a?b=\\\"c\\tP31\\tQ5 and <https://example.org/d>; " + FILE,
                "ror",
                "019w4f821");
        assertThat(lines(false))
                .containsExactlyInAnyOrder(
                        "Q9000098\tP6782\t\"019w4f821\"\tS854\t\"https://example.org/a?b=\"",
                        "Q9000098\tP6782\t\"019w4f821\"\tS854\t\"https://example.org/d\"",
                        "Q9000098\tP6782\t\"019w4f821\"\tS854\t\"" + ADDRESS + "\"");
        assertThat(Csv.rows(OpenRefine.table(contributions())))
                .filteredOn(row -> row.get("item").equals("Q9000098"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("item label", "\"Tab\there\", =1+1")
                        .containsEntry("ror", "019w4f821")
                        .containsEntry("checked", "no"));
    }

    @Test
    void files_of_public_repositories_have_addresses_and_nothing_else_has() {
        assertThat(EvidenceAddress.in(
                        "OpenParliamentTV/OpenParliamentTV-NEL@5389cd7c data/05_enhanced/persons/DE.json#[4648];"
                                + " tijmenb/everypolitician-data@0642e77a data/Germany/wikidata.csv:1358;"
                                + " everypolitician/everypolitician-data data/morph/cabinet.csv@14acce07"))
                .containsExactly(
                        "https://github.com/OpenParliamentTV/OpenParliamentTV-NEL/blob/5389cd7c/data/05_enhanced/persons/DE.json",
                        "https://github.com/tijmenb/everypolitician-data/blob/0642e77a/data/Germany/wikidata.csv#L1358",
                        "https://github.com/everypolitician/everypolitician-data/blob/14acce07/data/morph/cabinet.csv");
        assertThat(
                        EvidenceAddress.in(
                                "whosonfirst-data/whosonfirst-data-admin-kz@65a9c3ae wof 85672897; GeoNames from ROR;"
                                        + " lucaswerkmeister/bundestag@c6938d28 IDs:1990 + names; public source-code hit 61186722242 (a.py)"))
                .isEmpty();
    }

    @Test
    void who_was_only_seen_in_office_held_it_on_that_day() {
        state(
                "GRAPH graph:authority { post:envoy a ent:Post ; rdfs:label \"Gesandter\"@de , \"Envoy\"@en ; ent:seatCount 1 ; ent:identifier "
                        + link("wikidata", "Q9000005", FILE)
                        + " . event:talk a ent:Meeting ; rdfs:label \"Gespräch\"@de . event:later a ent:Meeting ; rdfs:label \"Gespräch\"@de }"
                        + talk("x2", "event:talk", "2015-06-09")
                        + talk("x3", "event:later", "2015-10"));
        assertThat(lines(true))
                .filteredOn(line -> line.contains("Q9000005"))
                .containsExactly(
                        "Q9000010\tP39\tQ9000005\tP585\t+2015-06-09T00:00:00Z/11\tS854\t\"https://example.org/x2\"");
    }

    private static String talk(String doc, String event, String date) {
        return " GRAPH source:%1$s { doc:%1$s a ent:Document ; ent:url \"https://example.org/%1$s\"^^xsd:anyURI . doc:%1$s-r1 a ent:Report ; ent:statedIn doc:%1$s ; ent:reports %2$s ; ent:modality ent:asFact ; ent:reportedStatus ent:held ; ent:reportedTime [ a ent:TimeSpan ; ent:edtf \"%3$s\" ] . doc:%1$s-p1 a ent:Participation ; ent:inReport doc:%1$s-r1 ; ent:participant person:max-beispiel ; ent:asHolderOf post:envoy ; ent:attendance ent:attended ; ent:role ent:counterpart }"
                .formatted(doc, event, date);
    }

    @Test
    void commands_tables_and_statements_say_the_same() {
        Contributions shipped = ShippedCollection.store().read(Contributions::of);
        Set<String> expected = new HashSet<>();
        shipped.all().forEach(c -> c.sources()
                .forEach(source -> expected.add(c.subject() + " " + c.property().pid() + " " + c.value() + " "
                        + source.address() + source.item())));
        assertThat(expected).isNotEmpty();
        assertThat(v1(shipped)).isEqualTo(expected);
        assertThat(v2(shipped)).isEqualTo(expected);
        assertThat(openRefine(shipped)).isEqualTo(expected);
    }

    @Test
    void every_identifier_that_ships_is_given_or_has_its_reason() {
        Contributions shipped = ShippedCollection.store().read(Contributions::of);
        assertThat(shipped.reasons()).doesNotContainKey(Reason.MALFORMED);
        assertThat(shipped.checked(true))
                .extracting(c -> c.subject() + " " + c.property().pid() + " " + c.value())
                .contains(
                        "Q458 P213 0000000122904914",
                        "Q458 P6782 019w4f821",
                        "Q64 P1566 2950159",
                        "Q108447 P39 Q568605");
        // Events have no items, so nobody can be told who took part in them.
        assertThat(shipped.reasons(GivenProperty.PARTICIPANT)).containsOnlyKeys(Reason.NO_ITEM);
    }

    @Test
    void gnd_and_viaf_that_are_confirmed_are_files_for_libraries() {
        for (String scheme : List.of("gnd", "viaf")) {
            String beacon = ShippedCollection.store().read(d -> Beacon.write(d, scheme));
            List<String> confirmed = Csv.rows(read("authority/identifiers.csv")).stream()
                    .filter(row ->
                            row.get("scheme").equals(scheme) && row.get("state").equals("accepted"))
                    .map(row -> row.get("value") + "||https://w3id.org/entente/id/"
                            + row.get("entity").replace(':', '/'))
                    .toList();
            assertThat(confirmed).hasSizeGreaterThan(15);
            assertThat(beacon.lines().filter(line -> !line.startsWith("#")))
                    .containsExactlyInAnyOrderElementsOf(confirmed);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(ShippedCollection.FILES.data().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> v1(Contributions contributions) {
        List<String> lines = new ArrayList<>(QuickStatements.lines(contributions.checked(true)));
        lines.addAll(QuickStatements.lines(contributions.checked(false)));
        Set<String> said = new HashSet<>();
        for (String line : lines) {
            List<String> parts = List.of(line.split("\t"));
            int cited = Math.max(parts.indexOf("S854"), parts.indexOf("S248"));
            said.add(String.join(" ", parts.subList(0, 3)).replace("\"", "") + " "
                    + parts.get(cited + 1).replace("\"", ""));
        }
        return said;
    }

    private static Set<String> v2(Contributions contributions) {
        Set<String> said = new HashSet<>();
        for (boolean checked : List.of(true, false)) {
            List<String> lines =
                    QuickStatements.csv(contributions.checked(checked)).lines().toList();
            List<String> head = List.of(lines.getFirst().split(","));
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                String property = "";
                for (int i = 1; i < cells.size(); i++) {
                    if (head.get(i).startsWith("P") && !cells.get(i).isEmpty()) {
                        property = head.get(i) + " " + cells.get(i).replace("\"", "");
                    } else if (Set.of("S854", "S248").contains(head.get(i))
                            && !cells.get(i).isEmpty()) {
                        said.add(cells.getFirst() + " " + property + " "
                                + cells.get(i).replace("\"", ""));
                    }
                }
            }
        }
        return said;
    }

    private static List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> openRefine(Contributions contributions) {
        Set<String> said = new HashSet<>();
        for (Map<String, String> row : Csv.rows(OpenRefine.table(contributions))) {
            String cited = row.get("source") + row.get("stated in");
            if (!row.get("person").isEmpty()) {
                said.add(row.get("person") + " P39 " + row.get("office") + " " + cited);
            } else if (!row.get("event").isEmpty()) {
                said.add(row.get("event") + " P710 " + row.get("participant") + " " + cited);
            } else {
                for (GivenProperty property : GivenProperty.values()) {
                    if (property.isIdentifier() && !row.get(property.column()).isEmpty()) {
                        said.add(row.get("item") + " " + property.pid() + " " + row.get(property.column()) + " "
                                + cited);
                    }
                }
            }
        }
        return said;
    }

    private Contributions contributions() {
        return store.read(Contributions::of);
    }

    private List<String> lines(boolean checked) {
        return QuickStatements.lines(contributions().checked(checked));
    }

    private void identifiers(String entity, String evidence, String... schemesAndValues) {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < schemesAndValues.length; i += 2) {
            links.append(i == 0 ? "" : " , ").append(link(schemesAndValues[i], schemesAndValues[i + 1], evidence));
        }
        state("GRAPH graph:authority { " + entity + " ent:identifier " + links + " }");
    }

    private static String link(String scheme, String value, String evidence) {
        return "[ a ent:IdentifierLink ; ent:identifierScheme ent:" + scheme + " ; ent:identifierValue \"" + value
                + "\" ; ent:linkState ent:linkAccepted ; ent:linkEvidence \"" + evidence + "\" ]";
    }

    private void item(String qid, String property, String value) {
        String json = "{\"id\":\"" + qid + "\",\"claims\":{\"" + property
                + "\":[{\"mainsnak\":{\"snaktype\":\"value\",\"datavalue\":{\"type\":\"string\",\"value\":\"" + value
                + "\"}}}]}}";
        new SnapshotLoader(store, Clock.systemUTC())
                .load(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        "item",
                        0,
                        item -> true,
                        Progress.SILENT);
    }

    private void state(String trig) {
        StringBuilder prefixes = new StringBuilder();
        Prefixes.all().forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
        store.write(dataset -> RDFDataMgr.read(dataset, new StringReader(prefixes + trig), null, Lang.TRIG));
    }
}
