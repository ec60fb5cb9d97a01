package org.entente.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurtleReaderTest {
    private static final String PREFIXES =
            "@prefix ex: <https://example.org/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

    @TempDir
    Path dir;

    @Test
    void three_syntax_errors_in_one_file_are_listed_with_their_places() {
        TurtleFile file = TurtleReader.read(Path.of("src/test/resources/rdf/three-errors.ttl"), "three-errors.ttl");

        assertThat(file.findings())
                .extracting(f -> f.line() + ":" + f.column() + " " + f.code())
                .containsExactly("8:11 turtle-syntax", "11:30 turtle-syntax", "15:13 turtle-syntax");
        assertThat(subjects(file)).containsOnly("a", "good1", "good2", "late#good3");
        assertThat(file.triples()).hasSize(5 + 3);
        assertThat(file.prefixes()).containsEntry("late", "https://example.org/late#");
        assertThat(file.findings().get(0).toString())
                .startsWith("three-errors.ttl:8:11: error: ")
                .contains("[turtle-syntax] – close the string");
    }

    @Test
    void a_prefix_that_is_refused_is_one_finding_and_not_one_for_each_of_its_names() {
        TurtleFile file = TurtleReader.read(
                "@prefix dc: <http;//purl.org/dc/terms/> .\n<https://example.org/a> dc:title \"x\" ; dc:creator \"y\" .\n",
                "one.ttl");
        assertThat(file.findings()).singleElement().satisfies(finding -> assertThat(finding.toString())
                .contains("one.ttl:1:", "http;//purl.org/dc/terms/"));
    }

    @Test
    void numbers_that_are_kept_as_they_are_spelled_are_not_mentioned() {
        assertThat(TurtleReader.read(
                                PREFIXES + "ex:a ex:p 7, -7, 0, 1.1, 0.0, 100.0, true, 1.0e2, \"007\", \"x\"^^ex:d .",
                                "n")
                        .findings())
                .filteredOn(finding -> finding.code().equals("spelling-lost"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("\"1.0e2\" is kept as 100.0e0"));
    }

    /** One line of Turtle after the two prefixes (so line 3), and the finding it gives. */
    @ParameterizedTest
    @CsvSource(delimiterString = " # ", quoteCharacter = '`', textBlock = """
            ex:a exa:p ex:b .                                # ERROR   # undefined-prefix # 6  # did you mean ex:?
            ex:a skos:note ex:b .                            # ERROR   # undefined-prefix # 6  # add @prefix skos:
            ex:a ex:p "1"^^xds:integer .                     # ERROR   # undefined-prefix # 16 # did you mean xsd:?
            ex:a ex:p <https://example.org/a b> .            # ERROR   # bad-iri          # 34 # space
            ex:a ex:p <https://example.org/{x}> .            # ERROR   # bad-iri          # 33 # escape
            ex:a ex:p <https://example.org/a .               # ERROR   # bad-iri          # 34 # close the IRI
            ex:a ex:p <relative> .                           # ERROR   # relative-iri     # 11 # prefix
            ex:a ex:p "x"@de_DE .                            # ERROR   # turtle-syntax    # 17 # ``
            ex:a ex:p "x"@toolonglanguage .                  # ERROR   # bad-language-tag # 11 # BCP 47
            ex:a ex:p "x"@1 .                                # ERROR   # bad-language-tag # 11 # BCP 47
            ex:a ex:p "30 June"^^xsd:date .                  # ERROR   # bad-literal      # 11 # datatype
            ex:a ex:p "2015-06-31T00:00:00Z"^^xsd:dateTime . # ERROR   # bad-literal      # 11 # datatype
            ex:a ex:p "1"^^xsd:Integer .                     # WARNING # unknown-datatype # 11 # case
            ex:a ex:p "007"^^xsd:integer .                   # NOTE    # spelling-lost    # 11 # without datatype
            ex:a ex:p 1.10 .                                 # NOTE    # spelling-lost    # 11 # without datatype
            ex:a ex:p "1"^^xsd:boolean .                     # NOTE    # spelling-lost    # 11 # without datatype
            ex:a ex:p "+5"^^xsd:long .                       # NOTE    # spelling-lost    # 11 # without datatype
            ex:a ex:p 1e2 .                                  # NOTE    # spelling-lost    # 11 # without datatype
            @prefix xsd: <https://example.com/> .             # WARNING # prefix-redefined # 9  # another prefix
            << ex:a ex:p ex:b >> ex:q ex:c .                 # ERROR   # rdf-1.2          # 1  # RDF 1.1
            ex:a ex:p ex:b {| ex:q ex:c |} .                 # ERROR   # rdf-1.2          # 16 # RDF 1.1
            ex:a ex:p "x"@ar--rtl .                          # ERROR   # rdf-1.2          # 11 # RDF 1.1
            ex:a ex:p ex:b ~ ex:r .                          # ERROR   # rdf-1.2          # 16 # RDF 1.1
            VERSION "1.2"                                    # ERROR   # rdf-1.2          # 1  # RDF 1.1
            "x" ex:p ex:b .                                  # ERROR   # turtle-syntax    # 10 # ``
            ex:a "p" ex:b .                                  # ERROR   # turtle-syntax    # 6  # subject, predicate, object
            ex:a ex:p "\\q" .                                # ERROR   # turtle-syntax    # 14 # backslash
            """)
    void each_kind_of_error_is_found_where_it_stands(
            String line, Severity severity, String code, int column, String advice) {
        TurtleFile file = TurtleReader.read(PREFIXES + line.replace("\\\\", "\\") + "\nex:good ex:p 1 .\n", "x.ttl");

        assertThat(file.findings()).hasSize(1);
        Finding finding = file.findings().get(0);
        assertThat(finding.toString()).startsWith("x.ttl:3:" + column + ": " + severity.label() + ": ");
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.advice()).contains(advice);
        assertThat(subjects(file)).contains("good");
        assertThat(file.hasErrors()).isEqualTo(severity == Severity.ERROR);
        if (severity == Severity.ERROR) {
            assertThat(subjects(file)).containsOnly("good");
        }
    }

    @Test
    void a_missing_dot_costs_one_statement_only() {
        TurtleFile file = TurtleReader.read(PREFIXES + "ex:a ex:p ex:b\nex:c ex:p ex:d .\nex:e ex:p zz:f .\n", "x.ttl");

        assertThat(file.findings())
                .extracting(f -> f.line() + ":" + f.column() + " " + f.code())
                .containsExactly("4:1 turtle-syntax", "5:11 undefined-prefix");
        assertThat(subjects(file)).containsOnly("c");
    }

    @Test
    void the_rest_of_a_broken_statement_is_no_second_error() {
        TurtleFile file = TurtleReader.read(PREFIXES + "ex:a ex:p ( 1 . 2 ) ;\n  ex:q 3 .\nex:b ex:p 1 .", "x.ttl");

        assertThat(file.findings()).hasSize(1);
        assertThat(subjects(file)).containsOnly("b");
    }

    @Test
    void a_prefix_declared_after_an_error_still_counts() {
        TurtleFile file = TurtleReader.read("ex:a ex:p\n@prefix ex: <https://example.org/> .\nex:b ex:p 1 .", "x.ttl");

        assertThat(subjects(file)).containsOnly("b");
        assertThat(file.findings()).extracting(Finding::line).containsOnly(1, 2);
    }

    @Test
    void several_errors_of_one_statement_are_all_listed() {
        TurtleFile file = TurtleReader.read(PREFIXES + "ex:a aa:p bb:o ;\n  ex:q \"x\"^^xsd:int .", "x.ttl");

        assertThat(file.findings()).extracting(f -> f.line() + ":" + f.column()).containsExactly("3:6", "3:11", "4:8");
        assertThat(file.triples()).isEmpty();
    }

    @Test
    void triples_stand_where_their_object_begins() {
        TurtleFile file =
                TurtleReader.read(PREFIXES + "ex:a ex:p ex:b ,\n    [ ex:q\n      1 ] ;\n  a ex:C .", "x.ttl");

        assertThat(file.findings()).isEmpty();
        assertThat(file.triples())
                .extracting(t -> t.line() + ":" + t.column())
                .containsExactlyInAnyOrder("3:11", "4:5", "5:7", "6:5");
    }

    @Test
    void blank_node_labels_belong_to_one_file_and_survive_an_error() {
        String text = PREFIXES + "_:x ex:p 1 .\nex:broken .\n_:x ex:p 2 .";
        TurtleFile one = TurtleReader.read(text, "one.ttl");
        TurtleFile two = TurtleReader.read(text, "two.ttl");

        assertThat(one.graph().get(0).getSubject()).isEqualTo(one.graph().get(1).getSubject());
        assertThat(one.graph().get(0).getSubject())
                .isNotEqualTo(two.graph().get(0).getSubject());
    }

    @Test
    void a_relative_base_and_names_with_dots_are_understood() {
        TurtleFile file = TurtleReader.read(
                "BASE <https://example.org/x/>\nPREFIX : <#>\n<a> :p.q :r. <b> :p (1 2.5 3 .4), ([]) .", "x.ttl");

        assertThat(file.findings()).extracting(Finding::code).containsExactly("spelling-lost");
        assertThat(file.graph().get(0).getPredicate().getURI()).isEqualTo("https://example.org/x/#p.q");
    }

    @Test
    void bytes_that_are_not_utf8_are_found_and_reading_goes_on() throws IOException {
        Path file = dir.resolve("latin.ttl");
        String text = PREFIXES + "ex:a ex:p \"ok\" .\nex:b ex:p \"M\u00fcller\" .\nex:c ex:p \"ok\" .\nex:d zz:p 1 .\n";
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        TurtleFile read = TurtleReader.read(file, "latin.ttl");

        assertThat(read.findings())
                .extracting(f -> f.line() + ":" + f.column() + " " + f.code())
                .containsExactly("4:13 not-utf8", "6:6 undefined-prefix");
        assertThat(read.findings().get(0).message()).contains("0xFC at offset " + text.indexOf('\u00fc'));
        assertThat(subjects(read)).containsExactly("a", "c");
    }

    @Test
    void byte_order_marks_are_found() throws IOException {
        Path utf8 = Files.writeString(dir.resolve("utf8.ttl"), "\uFEFF" + PREFIXES + "ex:a ex:p 1 .");
        Path utf16 = Files.writeString(dir.resolve("utf16.ttl"), PREFIXES, StandardCharsets.UTF_16);

        assertThat(TurtleReader.read(utf8, "u").findings())
                .extracting(Finding::code)
                .containsExactly("byte-order-mark");
        assertThat(TurtleReader.read(utf8, "u").hasErrors()).isFalse();
        assertThat(TurtleReader.read(utf8, "u").triples()).hasSize(1);
        assertThat(TurtleReader.read(utf16, "u").findings())
                .extracting(Finding::code)
                .containsExactly("not-utf8");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_finding() {
        assertThat(TurtleReader.read(dir.resolve("none.ttl"), "none.ttl").findings())
                .singleElement()
                .hasToString(
                        "none.ttl: error: there is no such file [unreadable-file] – check its name and permissions");
        assertThat(TurtleReader.read(dir, "dir").findings())
                .extracting(Finding::code)
                .containsExactly("unreadable-file");
    }

    @Test
    void parsers_that_understand_a_file_differently_are_reported() {
        Findings findings = new Findings("x.ttl", 10);
        TurtleFile own = TurtleReader.read(PREFIXES + "ex:a ex:p 1 .\nex:a ex:p 2, [ ex:q 1 ] .", "x.ttl");
        GraphDigest digest = new GraphDigest();
        own.graph().forEach(digest::add);
        try {
            new SecondParser(findings, Map.of())
                    .compare(
                            () -> new java.io.StringReader(PREFIXES + "ex:a ex:p 1 , 3, [ ex:q 1 ] ."),
                            digest,
                            own.triples());
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        assertThat(findings.inOrder()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("parsers-disagree");
            assertThat(f.line()).isEqualTo(4);
            assertThat(f.message()).contains("\"2\"").contains("\"3\"").doesNotContain("\"1\"");
        });
    }

    @Test
    void deep_nesting_is_refused_not_overflown() {
        TurtleFile file =
                TurtleReader.read(PREFIXES + "ex:a ex:p " + "[ ex:p ".repeat(50_000) + " .\nex:b ex:p 1 .", "x.ttl");

        assertThat(file.findings()).extracting(Finding::code).containsExactly("nested-too-deep");
        assertThat(subjects(file)).containsOnly("b");
    }

    @Test
    void findings_are_capped_and_counted() {
        TurtleFile file =
                TurtleReader.read(PREFIXES + "ex:a zz:p 1 .\n".repeat(50), "x.ttl", new ReadOptions(true, 10));

        assertThat(file.findings()).hasSize(11);
        assertThat(file.findings().get(10).message()).startsWith("40 more findings");
    }

    @Test
    void streaming_keeps_no_triples_and_lets_the_callers_failure_through() throws IOException {
        Path path = Files.writeString(dir.resolve("s.ttl"), PREFIXES + "ex:a ex:p 1 .\nex:b ex:p .\nex:c ex:p 2 .");
        List<LocatedTriple> seen = new ArrayList<>();

        TurtleFile file = TurtleReader.stream(path, "s.ttl", ReadOptions.bulk(), seen::add);

        assertThat(file.triples()).isEmpty();
        assertThat(file.findings()).hasSize(1);
        assertThat(seen).hasSize(2);
        assertThatThrownBy(() -> TurtleReader.stream(path, "s.ttl", ReadOptions.bulk(), t -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }

    private static List<String> subjects(TurtleFile file) {
        return file.graph().stream()
                .map(Triple::getSubject)
                .filter(s -> s.isURI())
                .map(s -> s.getURI().replaceFirst("https://example.org/", ""))
                .toList();
    }
}
