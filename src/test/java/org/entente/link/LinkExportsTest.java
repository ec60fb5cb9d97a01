package org.entente.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.Csv;
import org.entente.names.NameHit;
import org.entente.names.NameUse;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.SnapshotIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a snapshot proposes, and what accepted links give away. */
class LinkExportsTest {
    private static final String ERIKA = LinkedExample.person("erika-muster");
    private static final String MAX = LinkedExample.person("max-beispiel");

    private final Store store = LinkedExample.store();
    private final LinkLog log = new LinkLog(store, Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void office_country_and_kind_tell_the_minister_from_the_ship_of_the_same_name() {
        List<LinkCandidate> candidates = candidates(ERIKA);
        assertThat(candidates.getFirst().qid()).isEqualTo("Q9000003");
        assertThat(candidates.getFirst().features())
                .extracting(LinkFeature::name)
                .containsExactly("name", "names", "type", "office", "country");
        assertThat(candidates.getFirst().features())
                .allSatisfy(f -> assertThat(f.value()).isPositive());
        assertThat(candidates).filteredOn(c -> c.qid().equals("Q9000004")).isEmpty();
    }

    @Test
    void what_somebody_holds_is_an_office_and_no_state() {
        List<LinkCandidate> candidates = candidates(Ent.ID + "state/musterland");
        assertThat(candidates).extracting(LinkCandidate::qid).doesNotContain("Q9000002");
        assertThat(candidates(Ent.ID + "post/minister").getFirst().qid()).isEqualTo("Q9000002");
    }

    @Test
    void an_equal_identifier_finds_an_item_whatever_its_name_is() {
        List<LinkCandidate> candidates = candidates(Ent.ID + "state/musterland");
        assertThat(candidates.getFirst().qid()).isEqualTo("Q9000001");
        assertThat(candidates.getFirst().features())
                .anySatisfy(f -> assertThat(f.name() + " " + f.detail()).isEqualTo("identifier iso3166 XM"));
    }

    @Test
    void dates_of_any_precision_overlap_or_do_not() {
        assertThat(CandidateRanking.overlaps("2014-03-01", "2016-12-31", "2016", ""))
                .isTrue();
        assertThat(CandidateRanking.overlaps("2014-03-01", "2016-12-31", "2017", "2018"))
                .isFalse();
        assertThat(CandidateRanking.overlaps("2014-03-01", "", "2003-06", "2014-02"))
                .isFalse();
        assertThat(CandidateRanking.overlaps("", "", "", "")).isTrue();
    }

    @Test
    void mappings_are_tab_separated_with_their_metadata_and_only_what_is_decided() {
        log.append(List.of(
                LinkRequest.of(ERIKA, "Q9000004", LinkState.REJECTED, "Red\taktion", "a ship"),
                LinkRequest.of(ERIKA, "Q9000003", LinkState.UNSURE, "Redaktion", "perhaps")));
        List<String> lines = store.read(d -> Sssom.write(d, "test-1")).lines().toList();
        assertThat(lines)
                .contains(
                        "#curie_map:",
                        "#  person: \"https://w3id.org/entente/id/person/\"",
                        "#  wikidata: \"http://www.wikidata.org/entity/\"",
                        "#mapping_set_version: \"test-1\"");
        List<String> table = lines.stream().filter(l -> !l.startsWith("#")).toList();
        assertThat(table.getFirst())
                .startsWith("subject_id\tsubject_label\tpredicate_modifier\tpredicate_id\tobject_id");
        assertThat(table).allSatisfy(l -> assertThat(l.split("\t", -1)).hasSize(11));
        assertThat(table.stream()
                        .skip(1)
                        .map(l -> String.join(" ", List.of(l.split("\t")).subList(0, 5))))
                .containsExactly(
                        "person:erika-muster Erika Muster Not skos:exactMatch wikidata:Q9000004",
                        "person:max-beispiel Max Beispiel  skos:exactMatch wikidata:Q9000010",
                        "post:minister Minister of Musterland  skos:exactMatch wikidata:Q9000002",
                        "state:musterland Musterland  skos:exactMatch wikidata:Q9000001");
        assertThat(lines).anySatisfy(l -> assertThat(l).contains("Red aktion").contains("a ship"));
        // A folder is no author: what a file states has its evidence, and nobody who decided.
        assertThat(table)
                .filteredOn(l -> l.startsWith("person:max-beispiel"))
                .singleElement()
                .satisfies(l -> {
                    String[] cells = l.split("\t", -1);
                    assertThat(cells[7]).isEmpty();
                    assertThat(cells[8]).isEmpty();
                    assertThat(cells[10]).isEqualTo("list of ministers");
                });
    }

    @Test
    void a_tenure_that_wikidata_lacks_is_given_with_dates_and_source() {
        Contributions contributions = store.read(Contributions::of);
        assertThat(QuickStatements.lines(contributions.checked(true)))
                .containsExactly("Q9000010\tP39\tQ9000002\tP580\t+2017-00-00T00:00:00Z/9\tP582\t+2018-00-00T00:00:00Z/9"
                        + "\tS854\t\"https://example.org/amtsblatt/1\"\tS577\t+2017-02-03T00:00:00Z/11");
    }

    @Test
    void the_day_on_which_a_source_was_read_is_given_where_the_collection_says_it() {
        state("GRAPH source:x1 { doc:x1 ent:retrievedOn \"2026-11-22T00:00:00Z\"^^xsd:dateTime }");
        Contributions contributions = store.read(Contributions::of);
        assertThat(QuickStatements.lines(contributions.checked(true)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .endsWith("\tS854\t\"https://example.org/amtsblatt/1\"\tS577\t+2017-02-03T00:00:00Z/11"
                                + "\tS813\t+2026-11-22T00:00:00Z/11"));
        assertThat(QuickStatements.csv(contributions.checked(true))).contains(",s813,", ",+2026-11-22T00:00:00Z/11,");
        assertThat(Csv.rows(OpenRefine.table(contributions))).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("person", "Q9000010")
                .containsEntry("office", "Q9000002")
                .containsEntry("source", "https://example.org/amtsblatt/1")
                .containsEntry("retrieved", "2026-11-22")
                .containsEntry("event", ""));
    }

    @Test
    void who_took_part_in_an_event_with_an_item_is_a_row_for_openrefine_and_its_schema_knows_all_columns()
            throws IOException {
        state("GRAPH graph:authority { event:talk a ent:Meeting ; rdfs:label \"Gespräch, \\\"vertraulich\\\"\"@de ; "
                + identifier("Q9000077", "list") + " }"
                + " GRAPH source:x9 { doc:x9 a ent:Document ; dcterms:title \"x9\"@de ; ent:url \"https://example.org/9\"^^xsd:anyURI ."
                + " doc:x9-r1 a ent:Report ; ent:statedIn doc:x9 ; ent:reports event:talk ; ent:modality ent:asFact ;"
                + " ent:reportedStatus ent:held ."
                + " doc:x9-p1 a ent:Participation ; ent:inReport doc:x9-r1 ; ent:participant person:max-beispiel ;"
                + " ent:attendance ent:attended ; ent:role ent:counterpart }");
        String table = OpenRefine.table(store.read(Contributions::of));
        assertThat(Csv.rows(table))
                .filteredOn(row -> !row.get("event").isEmpty())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("event", "Q9000077")
                        .containsEntry("event label", "Gespräch, \"vertraulich\"")
                        .containsEntry("participant", "Q9000010")
                        .containsEntry("person", "")
                        .containsEntry("source", "https://example.org/9"));
        JsonNode schema = Json.MAPPER.readTree(OpenRefine.schema());
        assertThat(schema.findValuesAsText("columnName"))
                .contains("person", "office", "event", "participant", "stated in", "retrieved")
                .isSubsetOf(List.of(table.lines().findFirst().orElseThrow().split(",")));
        assertThat(schema.findValuesAsText("pid")).contains("P39", "P710", "P854", "P248", "P813");
    }

    @Test
    void mappings_stay_one_line_each_whatever_labels_and_reasons_hold() throws IOException {
        List<String> hostile = List.of(
                "a \"quoted\" name",
                "\"at the beginning",
                "tab\tand\nline\r\nend",
                "\u2028x\u0085y",
                "=1+1",
                "#hash",
                "back\\slash\"");
        store.write(dataset -> {
            for (int i = 0; i < hostile.size(); i++) {
                Node person = NodeFactory.createURI(LinkedExample.person("hostile-" + i));
                dataset.add(Graphs.AUTHORITY, person, RDF.type.asNode(), EntClass.PERSON);
                dataset.add(
                        Graphs.AUTHORITY,
                        person,
                        RDFS.label.asNode(),
                        NodeFactory.createLiteralLang(hostile.get(i), "en"));
            }
        });
        for (int i = 0; i < hostile.size(); i++) {
            log.append(List.of(LinkRequest.of(
                    LinkedExample.person("hostile-" + i),
                    "Q900020" + i,
                    LinkState.ACCEPTED,
                    hostile.get(i),
                    "because " + hostile.get(i))));
        }
        String table = store.read(d -> Sssom.write(d, "v1"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        assertThat(table.lines()).hasSize(1 + 3 + hostile.size());
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setDelimiter('\t')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table))) {
            // A row swallowed by an open quotation mark would be missing; a line end would make one more.
            List<CSVRecord> records = rows.getRecords();
            assertThat(records).hasSize(3 + hostile.size()).allSatisfy(row -> assertThat(row.size())
                    .isEqualTo(11));
            for (int i = 0; i < hostile.size(); i++) {
                String expected =
                        hostile.get(i).replaceAll("(?U)[\\p{Cntrl}\\s]+", " ").strip();
                String id = "person:hostile-" + i;
                assertThat(records)
                        .filteredOn(row -> row.get("subject_id").equals(id))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.get("subject_label")).isEqualTo(expected);
                            assertThat(row.get("comment")).endsWith("because " + expected);
                        });
            }
        }
    }

    private static String identifier(String qid, String evidence) {
        return "ent:identifier [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue \""
                + qid + "\" ; ent:linkState ent:linkAccepted ; ent:linkEvidence \"" + evidence + "\" ]";
    }

    @Test
    void what_wikidata_says_of_an_accepted_item_is_told_apart_with_names_that_we_lack() {
        assertThat(store.<Optional<WikidataFacts>>read(d -> WikidataFacts.of(d, ERIKA)))
                .isEmpty();
        WikidataFacts max = store.read(d -> WikidataFacts.of(d, MAX)).orElseThrow();
        assertThat(max.birth()).startsWith("1960-01-01");
        assertThat(max.names()).containsExactly(new WikidataFacts.Name("Макс Байшпиль", "kk"));
        log.append(List.of(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "R", "same office")));
        assertThat(store.read(d -> WikidataFacts.of(d, ERIKA)).orElseThrow().offices())
                .extracting(WikidataOffices.Row::qid)
                .containsExactly("Q9000002");
    }

    @Test
    void a_date_is_given_as_exactly_as_it_is_known_and_one_bound_is_enough() {
        state(
                "GRAPH graph:authority { tenure:max2 a ent:Tenure ; rdfs:label \"Max\"@de ; ent:holder person:max-beispiel ;"
                        + " ent:ofPost post:minister }"
                        + report(
                                "x2",
                                "tenure:max2",
                                "2020-05/2021-06-15",
                                "ent:url \"https://example.org/2\"^^xsd:anyURI"));
        assertThat(lines())
                .contains("Q9000010\tP39\tQ9000002\tP580\t+2020-05-00T00:00:00Z/10\tP582\t+2021-06-15T00:00:00Z/11"
                        + "\tS854\t\"https://example.org/2\"");
        state(
                "GRAPH graph:authority { tenure:max3 a ent:Tenure ; rdfs:label \"Max\"@de ; ent:holder person:max-beispiel ;"
                        + " ent:ofPost post:minister }"
                        + report("x3", "tenure:max3", "2023-02/", "ent:url \"https://example.org/3\"^^xsd:anyURI"));
        assertThat(lines())
                .contains("Q9000010\tP39\tQ9000002\tP580\t+2023-02-00T00:00:00Z/10"
                        + "\tS854\t\"https://example.org/3\"");
    }

    @Test
    void what_has_no_date_or_no_source_that_can_be_cited_is_left_out_with_the_reason() {
        state(
                "GRAPH graph:authority { post:envoy a ent:Post ; rdfs:label \"Gesandter\"@de ; ent:seatCount 1 ; ent:identifier"
                        + " [ a ent:IdentifierLink ; ent:identifierScheme ent:wikidata ; ent:identifierValue \"Q9000005\" ;"
                        + " ent:linkState ent:linkAccepted ; ent:linkEvidence \"list\" ] ."
                        + " tenure:undated a ent:Tenure ; rdfs:label \"Max\"@de ; ent:holder person:max-beispiel ; ent:ofPost post:envoy }"
                        + report("x2", "tenure:undated", "", "ent:url \"https://example.org/2\"^^xsd:anyURI"));
        assertThat(leftOut()).containsExactly("Q9000010 P39 Q9000005 undated");
        state(
                "GRAPH graph:authority { tenure:unsourced a ent:Tenure ; rdfs:label \"Max\"@de ; ent:holder person:max-beispiel ;"
                        + " ent:ofPost post:minister }"
                        + report("x3", "tenure:unsourced", "2020/2021", "dcterms:title \"Brief\"@de"));
        Contributions contributions = store.read(Contributions::of);
        assertThat(leftOut()).contains("Q9000010 P39 Q9000002 no-source");
        assertThat(contributions.reasons(GivenProperty.POSITION))
                .isEqualTo(java.util.Map.of(
                        Contribution.Reason.NO_SOURCE,
                        1L,
                        Contribution.Reason.UNDATED,
                        1L,
                        Contribution.Reason.NO_ITEM,
                        1L));
        assertThat(QuickStatements.lines(contributions.checked(true))).hasSize(1);
    }

    @Test
    void a_participant_that_an_event_lacks_is_given_and_a_document_that_is_an_item_is_cited_as_one() {
        state("GRAPH graph:authority { event:summit a ent:Meeting ; rdfs:label \"Gipfel\"@de , \"Summit\"@en }"
                + " GRAPH source:x2 { doc:x2 a ent:Document ; dcterms:title \"Chronik\"@de ."
                + " doc:x2-r1 a ent:Report ; ent:statedIn doc:x2 ; ent:reports event:summit ; ent:modality ent:asFact ;"
                + " ent:reportedStatus ent:held ; ent:reportedTime [ a ent:TimeSpan ; ent:edtf \"2017-05-03\" ] ."
                + " doc:x2-p1 a ent:Participation ; ent:inReport doc:x2-r1 ; ent:participant person:max-beispiel ;"
                + " ent:attendance ent:attended ; ent:role ent:counterpart . }");
        new org.entente.wikidata.SnapshotLoader(store, Clock.systemUTC())
                .load(
                        new java.io.ByteArrayInputStream("{\"id\":\"Q9000020\"}".getBytes()),
                        "event",
                        0,
                        item -> true,
                        org.entente.store.Progress.SILENT);
        log.append(List.of(
                LinkRequest.of(Ent.ID + "event/summit", "Q9000020", LinkState.ACCEPTED, "R", "same day"),
                LinkRequest.of(Ent.ID + "doc/x2", "Q9000021", LinkState.ACCEPTED, "R", "same title")));
        assertThat(lines()).contains("Q9000020\tP710\tQ9000010\tS248\tQ9000021");
    }

    private List<String> lines() {
        return QuickStatements.lines(
                store.<Contributions>read(Contributions::of).checked(true));
    }

    /** What is left out though both sides have items. */
    private List<String> leftOut() {
        return store.<Contributions>read(Contributions::of).undecided().stream()
                .map(left -> left.subject() + " " + left.property().pid() + " " + left.value() + " "
                        + left.reason().word())
                .filter(left -> !left.contains(" P297 "))
                .toList();
    }

    private static String report(String name, String tenure, String edtf, String document) {
        return " GRAPH source:%1$s { doc:%1$s a ent:Document ; %4$s . doc:%1$s-r1 a ent:Report ; ent:statedIn doc:%1$s ; ent:reports %2$s ; ent:modality ent:asFact%3$s }"
                .formatted(
                        name,
                        tenure,
                        edtf.isEmpty() ? "" : " ; ent:reportedTime [ a ent:TimeSpan ; ent:edtf \"" + edtf + "\" ]",
                        document);
    }

    private void state(String trig) {
        StringBuilder prefixes = new StringBuilder();
        Prefixes.all().forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
        store.write(dataset -> org.apache.jena.riot.RDFDataMgr.read(
                dataset, new java.io.StringReader(prefixes + trig), null, org.apache.jena.riot.Lang.TRIG));
    }

    @Test
    void what_wikidata_has_is_not_said_again_and_nobody_without_an_accepted_link_is_told_of() {
        log.append(List.of(LinkRequest.of(ERIKA, "Q9000003", LinkState.ACCEPTED, "Redaktion", "same office")));
        Contributions contributions = store.read(Contributions::of);
        assertThat(QuickStatements.lines(contributions.checked(true)))
                .noneSatisfy(l -> assertThat(l).startsWith("Q9000003"));
        assertThat(leftOut()).contains("Q9000003 P39 Q9000002 known");
        log.append(List.of(LinkRequest.of(MAX, "Q9000010", LinkState.WITHDRAWN, "Redaktion", "wrong one")));
        assertThat(lines()).isEmpty();
    }

    @Test
    void wikidata_s_names_of_accepted_links_find_the_thing_but_count_less_than_ours() {
        List<NameHit> hits = store.names().search("Макс Байшпиль", 3, java.util.Set.of());
        assertThat(hits.getFirst().name().entity()).isEqualTo(MAX);
        assertThat(hits.getFirst().name().use()).isEqualTo(NameUse.SUGGESTED);
        assertThat(hits.getFirst().score()).isLessThanOrEqualTo(0.85);
        assertThat(store.names()
                        .search("Max Beispiel", 1, java.util.Set.of())
                        .getFirst()
                        .score())
                .isEqualTo(1);
        // A name is no answer to "who is this?" by itself, and nobody is found by the names of a mere candidate.
        assertThat(store.names().match("Макс Байшпиль", java.util.Set.of()).rows())
                .isEmpty();
        assertThat(store.names().search("Érica Moustère", 3, java.util.Set.of()))
                .noneSatisfy(h -> assertThat(h.name().use()).isEqualTo(NameUse.SUGGESTED));
    }

    private List<LinkCandidate> candidates(String entity) {
        SnapshotIndex index = new SnapshotIndex.Source(store).get();
        return store.read(d -> new CandidateRanking(d, index).of(entity));
    }
}
