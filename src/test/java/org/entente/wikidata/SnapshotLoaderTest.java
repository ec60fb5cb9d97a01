package org.entente.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.entente.rdf.Finding;
import org.entente.store.Derivation;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshot files into a store: every form they come in, and everything that may be wrong with them. */
class SnapshotLoaderTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    static final String MINISTER = """
            {"type":"item","id":"Q900001","lastrevid":17,"modified":"2025-03-04T05:06:07Z",\
            "labels":{"de":{"language":"de","value":"Erika Muster"},"ru":{"language":"ru","value":"Эрика Мустер"}},\
            "aliases":{"de":[{"language":"de","value":"E. Muster"}]},"descriptions":[],\
            "claims":{"P31":[{"id":"Q900001$a","rank":"normal","mainsnak":{"snaktype":"value","property":"P31",\
            "datavalue":{"type":"wikibase-entityid","value":{"entity-type":"item","id":"Q5","numeric-id":5}}}}],\
            "P569":[{"id":"Q900001$b","rank":"normal","mainsnak":{"snaktype":"value","property":"P569",\
            "datavalue":{"type":"time","value":{"time":"+1960-09-00T00:00:00Z","precision":10}}}}],\
            "P570":[{"id":"Q900001$c","rank":"normal","mainsnak":{"snaktype":"novalue","property":"P570"}}],\
            "P39":[{"id":"Q900001$d","rank":"normal","mainsnak":{"snaktype":"value","property":"P39",\
            "datavalue":{"type":"wikibase-entityid","value":{"id":"Q900002"}}},\
            "qualifiers":{"P580":[{"snaktype":"value","property":"P580","datavalue":{"type":"time",\
            "value":{"time":"+2013-12-17T00:00:00Z","precision":11}}}],"P582":[{"snaktype":"somevalue","property":"P582"}]},\
            "references":[{"snaks":{"P854":[{"snaktype":"value","property":"P854","datavalue":{"type":"string",\
            "value":"https://example.org/cabinet"}}]}}]},\
            {"id":"Q900001$e","rank":"deprecated","mainsnak":{"snaktype":"value","property":"P39",\
            "datavalue":{"type":"wikibase-entityid","value":{"id":"Q900003"}}}}]}}""";
    private static final String POST =
            "{\"type\":\"item\",\"id\":\"Q900002\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"minister\"}}}";

    private final Store store = Store.inMemory(Derivation.NONE);
    private final SnapshotLoader loader = new SnapshotLoader(store, NOON);

    @Test
    void a_file_that_was_refused_is_not_tried_again_until_it_is_another_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("snapshot.jsonl"), "{\"id\":\"Q1\"}\nnonsense\n");
        try (Store broken = Store.inMemory(Derivation.NONE)) {
            SnapshotReport report =
                    new SnapshotLoader(broken, Clock.systemUTC()).load(file, item -> true, Progress.SILENT);
            assertThat(report.accepted()).isFalse();
            assertThat(refused(broken, file)).isTrue();
            assertThat(broken.<Boolean>read(d -> Snapshot.in(d).qids().isEmpty()))
                    .isTrue();
            Files.writeString(file, "{\"id\":\"Q1\"}\n");
            assertThat(refused(broken, file)).isFalse();
            assertThat(new SnapshotLoader(broken, Clock.systemUTC())
                            .load(file, item -> true, Progress.SILENT)
                            .accepted())
                    .isTrue();
        }
    }

    private static boolean refused(Store store, Path file) {
        return store.read(dataset -> {
            try {
                return Snapshot.in(dataset).refused(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void what_a_dump_says_of_an_item_comes_back_from_the_graph() {
        assertThat(load(MINISTER).added()).isEqualTo(1);
        WikidataEntity item = entity("Q900001");
        assertThat(item.label("de")).isEqualTo("Erika Muster");
        assertThat(item.labels()).containsEntry("ru", "Эрика Мустер");
        assertThat(item.names()).contains("E. Muster");
        assertThat(item.revision()).isEqualTo(17);
        assertThat(item.modified()).isEqualTo("2025-03-04T05:06:07Z");
        assertThat(item.values("P31")).containsExactly("Q5");
        assertThat(item.values("P569")).containsExactly("1960-09");
        assertThat(item.values("P570")).isEmpty();
        assertThat(item.of("P39")).singleElement().satisfies(position -> {
            assertThat(position.value().text()).isEqualTo("Q900002");
            assertThat(position.qualifier("P580")).isEqualTo("2013-12-17");
            assertThat(position.qualifier("P582")).isEmpty();
            assertThat(position.references())
                    .containsExactly(new WikidataValue(WikidataValue.Kind.URL, "https://example.org/cabinet"));
        });
    }

    @Test
    void the_snapshot_has_a_graph_of_its_own_and_leaves_the_default_graph_alone() {
        load(MINISTER);
        boolean untouched = store.read(d -> d.getDefaultGraph().isEmpty());
        int size = store.read(d -> d.getGraph(Graphs.WIKIDATA).size());
        assertThat(untouched).isTrue();
        assertThat(size).isGreaterThan(10);
    }

    @Test
    void every_form_of_a_dump_is_read() throws IOException {
        List<byte[]> forms = List.of(
                bytes(MINISTER + "\n" + POST + "\n"),
                bytes("[\n" + MINISTER + ",\n" + POST + "\n]\n"),
                bytes(MINISTER + ",\r\n\r\n" + POST + ","),
                bytes("\uFEFF[" + MINISTER + ",\n" + POST + "]"),
                bytes("{\"entities\":{\"Q900001\":" + MINISTER + ",\"Q900002\":" + POST + "}}"),
                bytes(("{\"entities\":{\"Q900001\":" + MINISTER + ",\"Q900002\":" + POST + "}}")
                        .replaceFirst("\\{", "{\n  ")
                        .replace(",\"", ",\n  \"")),
                bytes("[" + MINISTER + "," + POST + "]"),
                bytes("[\n  {\n" + MINISTER.substring(1).replace(",\"", ",\n  \"") + ",\n  {\n" + POST.substring(1)
                        + "\n]\n"),
                gzip(bytes("[\n" + MINISTER + ",\n" + POST + "\n]\n")),
                // The dumps are packed in pieces, each a stream of its own.
                joined(bzip2(bytes("[\n" + MINISTER + ",\n")), bzip2(bytes(POST + "\n]\n"))));
        for (byte[] form : forms) {
            try (Store fresh = Store.inMemory(Derivation.NONE)) {
                SnapshotReport report = new SnapshotLoader(fresh, NOON)
                        .load(new ByteArrayInputStream(form), "dump", form.length, item -> true, Progress.SILENT);
                assertThat(report.findings()).isEmpty();
                assertThat(report.added()).isEqualTo(2);
                assertThat(qids(fresh)).containsExactly("Q900001", "Q900002");
            }
        }
    }

    @Test
    void a_value_that_cannot_be_kept_is_named_with_its_line_and_the_rest_of_the_item_is_kept() {
        SnapshotReport report = load(POST + "\n"
                + MINISTER.replace("2025-03-04T05:06:07Z", "yesterday <script>")
                        .replace("+1960-09-00T00:00:00Z\",\"precision\":10", "+1960-02-31T00:00:00Z\",\"precision\":11")
                        .replace("\"claims\":{", "\"claims\":{\"P27\":\"foo\",\"P21\":\"not kept\",\"P17\":[7],")
                        .replace("\"references\":[", "\"references\":\"none\",\"was\":[")
                + "\n{\"id\":\"Q900005\",\"missing\":\"\"}");
        assertThat(report.accepted()).isTrue();
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.findings())
                .extracting(f -> f.severity() + " " + f.line() + " " + f.message())
                .containsExactly(
                        "WARNING 2 Q900001: \"modified\" is not a date and time such as 2025-03-04T05:06:07Z but \"yesterday <script>\"",
                        "WARNING 2 Q900001: the statements of P27 are not a list",
                        "WARNING 2 Q900001: statement 1 of P17 has no \"mainsnak\"",
                        "WARNING 2 Q900001: P569 has a date that does not exist, +1960-02-31T00:00:00Z",
                        "WARNING 2 Q900001: the references of a statement of P39 are not a list",
                        "WARNING 3 Q900005: is marked as missing, so there is no such item, or no longer");
        WikidataEntity item = entity("Q900001");
        assertThat(item.modified()).isEmpty();
        assertThat(item.values("P569")).isEmpty();
        assertThat(item.label("de")).isEqualTo("Erika Muster");
        assertThat(item.of("P39").getFirst().qualifier("P580")).isEqualTo("2013-12-17");
        assertThat(qids(store)).containsExactly("Q900001", "Q900002");
    }

    @Test
    void what_is_wrong_with_an_item_that_nobody_wants_is_not_told() {
        SnapshotReport report = loader.load(
                new ByteArrayInputStream(bytes(MINISTER.replace("2025-03-04T05:06:07Z", "x") + "\n" + POST)),
                "dump",
                0,
                item -> item.id().equals("Q900002"),
                Progress.SILENT);
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1917-10-25, 11, Q1985786, 1917-11-07",
        "1900-02-29, 11, Q1985786, 1900-03-13",
        "1582-10-04, 11, Q1985786, 1582-10-14",
        "0004-02-29, 11, Q1985786, 0004-02-27",
        "1917-10-25, 11, Q1985727, 1917-10-25",
        "1900-02-29, 11, Q1985727, ",
        "1917-10-00, 10, Q1985786, 1917",
        "1917-10-00, 10, Q1985727, 1917-10",
        "1917-00-00, 9, Q1985786, 1917",
        "1917-13-01, 11, Q1985786, ",
        "0000-01-01, 9, Q1985727, ",
        "1917-10-25, 11, Q12345, "
    })
    void a_date_is_given_in_the_gregorian_calendar_or_not_at_all(
            String date, int precision, String calendar, String expected) {
        load(MINISTER.replace(
                "+1960-09-00T00:00:00Z\",\"precision\":10",
                "+" + date + "T00:00:00Z\",\"calendarmodel\":\"http://www.wikidata.org/entity/" + calendar
                        + "\",\"precision\":" + precision));
        assertThat(entity("Q900001").values("P569")).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void what_is_no_json_is_told_by_its_column_in_our_words() {
        assertThat(load("{\"id\":\"Q1\",}\n{\"id\":\"Q1\"\n{}}").findings())
                .allSatisfy(f -> assertThat(f.message()).matches("the line is not JSON from column [0-9]+ on"))
                .hasSize(3);
        assertThat(load("{\"id\":\"Q1\"}{\"id\":\"Q2\"}").findings().getFirst().message())
                .isEqualTo("the line is not JSON from column 12 on");
    }

    @Test
    void nothing_is_left_in_the_folder_for_temporary_files_even_while_a_dump_is_read() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Integer> left = new java.util.ArrayList<>();
        loader.load(
                new ByteArrayInputStream(bytes(MINISTER)),
                "dump",
                0,
                item -> {
                    try (var files = Files.newDirectoryStream(temporary, "entente-wikidata*.jsonl.gz")) {
                        left.add((int) java.util.stream.StreamSupport.stream(files.spliterator(), false)
                                .filter(f -> isNew(f))
                                .count());
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return true;
                },
                Progress.SILENT);
        assertThat(left).isNotEmpty().containsOnly(0);
    }

    private static boolean isNew(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minusSeconds(5));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void properties_and_lexemes_are_passed_over() {
        SnapshotReport report =
                load(POST + "\n{\"type\":\"property\",\"id\":\"P31\"}\n{\"type\":\"lexeme\",\"id\":\"L1\"}");
        assertThat(report.accepted()).isTrue();
        assertThat(report.items()).isEqualTo(1);
    }

    @Test
    void every_wrong_line_is_named_with_its_number_and_nothing_is_loaded() {
        load(POST);
        SnapshotReport report = load(MINISTER + "\nno json\n\n[1]\n");
        assertThat(report.accepted()).isFalse();
        assertThat(report.findings()).extracting(Finding::line).containsExactly(2, 4);
        assertThat(report.findings()).allSatisfy(f -> assertThat(f.advice()).contains("Wikibase JSON"));
        assertThat(qids(store)).containsExactly("Q900002");
        assertThat(number()).isEqualTo(1);
    }

    @Test
    void one_odd_value_is_left_out_and_told_and_everything_else_is_loaded() {
        SnapshotReport report = load(MINISTER + "\n{\"type\":\"item\"}\n{\"id\":\"X1\"}\n"
                + "{\"id\":\"Q7\",\"lastrevid\":\"new\"}\n{\"id\":\"Q8\",\"labels\":{\"de\":\"bare\"}}\n"
                + "{\"id\":\"Q9\",\"labels\":{\"zh-classical\":{\"value\":\"x\"},\"en\":{\"value\":\"y\"}}}\n"
                + "{\"id\":\"Q10\",\"labels\":3,\"claims\":\"none\"}");
        assertThat(report.accepted()).isTrue();
        assertThat(report.findings()).extracting(Finding::line).containsExactly(2, 3, 4, 5, 6, 7, 7);
        assertThat(report.findings()).noneMatch(Finding::isError);
        assertThat(qids(store)).contains("Q7", "Q8", "Q9", "Q10");
        assertThat(entity("Q9").labels()).isEqualTo(java.util.Map.of("en", "y"));
    }

    @Test
    void an_odd_value_of_an_item_that_is_not_wanted_is_not_even_told() {
        SnapshotReport report = loader.load(
                new ByteArrayInputStream(
                        bytes(MINISTER + "\n{\"id\":\"Q9\",\"labels\":{\"zh-classical\":{\"value\":\"x\"}}}")),
                "dump",
                0,
                item -> !item.id().equals("Q9"),
                Progress.SILENT);
        assertThat(report.accepted()).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(report.unwanted()).isEqualTo(1);
    }

    @Test
    void many_wrong_lines_are_counted_and_not_all_listed() {
        SnapshotReport report = load("nonsense\n".repeat(5_000));
        assertThat(report.findings()).hasSize(101);
        assertThat(report.findings().getLast().message()).startsWith("5000 lines are invalid");
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_finding_and_a_torn_archive_says_so() throws IOException {
        byte[] wrong = bytes(POST + "\n{\"id\":\"Q8\",\"labels\":{\"de\":{\"value\":\"?\"}}}");
        wrong[wrong.length - 5] = (byte) 0xff;
        SnapshotReport report = loader.load(new ByteArrayInputStream(wrong), "dump", 0, item -> true, Progress.SILENT);
        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.line()).isEqualTo(2);
            assertThat(f.message()).contains("UTF-8");
        });
        byte[] torn = Arrays.copyOf(gzip(bytes((POST + "\n").repeat(100))), 60);
        assertThatThrownBy(
                        () -> loader.load(new ByteArrayInputStream(torn), "dump.gz", 0, item -> true, Progress.SILENT))
                .isInstanceOf(WikidataException.class)
                .hasMessageContaining("dump.gz");
        assertThat(number()).isZero();
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(load("").accepted()).isFalse();
        assertThat(load("[\n]\n").accepted()).isFalse();
    }

    @Test
    void loading_twice_changes_nothing_and_only_a_newer_revision_replaces() {
        load(MINISTER);
        assertThat(load(MINISTER).unchanged()).isEqualTo(1);
        String older = MINISTER.replace("\"lastrevid\":17", "\"lastrevid\":16").replace("Erika Muster", "Alt");
        assertThat(load(older).unchanged()).isEqualTo(1);
        String unknown = MINISTER.replace("\"lastrevid\":17,", "").replace("Erika Muster", "Ohne Revision");
        assertThat(load(unknown).unchanged()).isEqualTo(1);
        assertThat(entity("Q900001").label("de")).isEqualTo("Erika Muster");
        assertThat(number()).isEqualTo(1);

        String newer = MINISTER.replace("\"lastrevid\":17", "\"lastrevid\":18").replace("Erika Muster", "Neu");
        assertThat(load(newer).updated()).isEqualTo(1);
        assertThat(entity("Q900001").names()).contains("Neu").doesNotContain("Erika Muster");
        assertThat(entity("Q900001").of("P39")).hasSize(1);
        String name = store.read(d -> Snapshot.in(d).name());
        assertThat(name).isEqualTo("wikidata-2 of 2026-01-02T12:00:00Z");
    }

    @Test
    void an_item_that_cites_a_statement_of_itself_or_of_another_item_is_replaced_and_the_other_one_stays_whole() {
        String post = POST.replace(
                "}}}",
                "}},\"claims\":{\"P17\":[{\"id\":\"Q900002$x\",\"mainsnak\":"
                        + "{\"snaktype\":\"value\",\"datavalue\":{\"type\":\"wikibase-entityid\",\"value\":{\"id\":\"Q183\"}}}}]}}");
        load(post);
        int other = size();
        for (String cited : List.of("Q900001-d", "Q900001-b", "Q900002-x")) {
            String address = "http://www.wikidata.org/entity/statement/" + cited;
            String citing = MINISTER.replace("https://example.org/cabinet", address);
            load(citing.replace("\"lastrevid\":17", "\"lastrevid\":" + (cited.hashCode() & 0xffffff)));
            assertThat(entity("Q900001").of("P39").getFirst().references())
                    .containsExactly(new WikidataValue(WikidataValue.Kind.URL, address));
            assertThat(load(citing.replace("\"lastrevid\":17", "\"lastrevid\":99999999"))
                            .findings())
                    .isEmpty();
            assertThat(entity("Q900002").values("P17")).containsExactly("Q183");
            store.write(d -> WikidataRdf.remove(d.getGraph(Graphs.WIKIDATA), "Q900001"));
            assertThat(size()).as(cited).isEqualTo(other);
        }
    }

    @Test
    void a_statement_whose_id_is_of_another_item_becomes_one_of_its_own() {
        load(MINISTER);
        load("{\"id\":\"Q900002\",\"claims\":{\"P39\":[{\"id\":\"Q900001$d\",\"mainsnak\":{\"snaktype\":\"value\","
                + "\"datavalue\":{\"type\":\"wikibase-entityid\",\"value\":{\"id\":\"Q5\"}}}}]}}");
        assertThat(entity("Q900002").values("P39")).containsExactly("Q5");
        store.write(d -> WikidataRdf.remove(d.getGraph(Graphs.WIKIDATA), "Q900002"));
        assertThat(entity("Q900001").of("P39")).singleElement().satisfies(p -> assertThat(p.qualifier("P580"))
                .isEqualTo("2013-12-17"));
    }

    @Test
    void an_item_without_revision_is_replaced_when_it_says_something_else() {
        load(POST);
        assertThat(load(POST).unchanged()).isEqualTo(1);
        assertThat(load(POST.replace("minister", "Minister")).updated()).isEqualTo(1);
        assertThat(entity("Q900002").label("en")).isEqualTo("Minister");
    }

    @Test
    void only_wanted_items_are_kept() {
        SnapshotReport report = loader.load(
                new ByteArrayInputStream(bytes(MINISTER + "\n" + POST)),
                "dump",
                0,
                item -> item.id().equals("Q900002"),
                Progress.SILENT);
        assertThat(report.unwanted()).isEqualTo(1);
        assertThat(qids(store)).containsExactly("Q900002");
    }

    @Test
    void a_line_without_end_is_refused_without_being_held_in_memory() {
        InputStream endless = new SequenceInputStream(new java.util.Enumeration<>() {
            private int megabytes;

            @Override
            public boolean hasMoreElements() {
                return megabytes < 40;
            }

            @Override
            public InputStream nextElement() {
                megabytes++;
                return new ByteArrayInputStream(new byte[1 << 20]);
            }
        });
        SnapshotReport report = loader.load(
                new SequenceInputStream(endless, new ByteArrayInputStream(bytes("\nnonsense"))),
                "dump",
                0,
                item -> true,
                Progress.SILENT);
        assertThat(report.findings()).extracting(Finding::line).containsExactly(1, 2);
        assertThat(report.findings().getFirst().message()).contains("longer than 32 MB");
    }

    private SnapshotReport load(String text) {
        return loader.load(new ByteArrayInputStream(bytes(text)), "dump", 0, item -> true, Progress.SILENT);
    }

    private static Set<String> qids(Store of) {
        return of.read(d -> Snapshot.in(d).qids());
    }

    private long number() {
        return store.read(d -> Snapshot.in(d).number());
    }

    /** Triples of the snapshot, those about the snapshot itself left out. */
    private int size() {
        return store.read(d -> {
            int about = d.getGraph(Graphs.WIKIDATA)
                    .find(Graphs.WIKIDATA, org.apache.jena.graph.Node.ANY, org.apache.jena.graph.Node.ANY)
                    .toList()
                    .size();
            return d.getGraph(Graphs.WIKIDATA).size() - about;
        });
    }

    private WikidataEntity entity(String qid) {
        return store.read(d -> Snapshot.in(d).entity(qid)).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] bzip2(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var bzip2 = new BZip2CompressorOutputStream(out)) {
            bzip2.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
