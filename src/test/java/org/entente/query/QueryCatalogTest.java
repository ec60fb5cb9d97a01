package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding has a file that fails with it; the files differ from a good one in one place. */
class QueryCatalogTest {
    private static final String GOOD = """
            #+ summary: {de: "Ereignisse", en: "Events"}
            #+ tags: [meetings]
            #+ question: {de: "Was war mit {person}?", en: "What about {person}?"}
            #+ parameters:
            #+   person:
            #+     type: iri
            #+     required: true
            #+     class: ent:Person
            #+     description: {de: "Wer", en: "Who"}
            #+   from:
            #+     type: date
            #+     description: {de: "Ab", en: "From"}
            #+ example: {person: person:albert-rau}
            #+ view: table
            #+ pagination: 20

            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

            SELECT ?event ?label
            WHERE {
              ?p ent:participant ?person ; ent:inEvent ?event .
              OPTIONAL { ?event ent:label ?label . FILTER(LANG(?label) = ?lang) }
              FILTER(!BOUND(?fromStart) || EXISTS { ?event ent:latestEnd ?end . FILTER(?end >= ?fromStart) })
            }
            ORDER BY ?event
            """;

    @TempDir
    Path directory;

    @Test
    void a_good_file_is_read() throws IOException {
        CannedQuery query = read(GOOD);
        assertThat(query.id()).isEqualTo("a-query");
        assertThat(query.columns()).containsExactly("event", "label");
        assertThat(query.header().summary().in("de")).isEqualTo("Ereignisse");
        assertThat(query.header().summary().in("ru")).isEqualTo("Events");
        assertThat(query.header().pagination()).isEqualTo(20);
        assertThat(query.header().parameter("person").orElseThrow().classes()).containsExactly(Ent.NS + "Person");
        assertThat(query.sparql()).startsWith("PREFIX ent:").doesNotContain("#+");
    }

    @Test
    void parameters_may_be_a_list_with_names() throws IOException {
        CannedQuery query = read(GOOD.replace("#+   person:\n#+     type: iri", "#+   - name: person\n#+     type: iri")
                .replace("#+   from:\n#+     type: date", "#+   - name: from\n#+     type: date"));
        assertThat(query.header().parameters()).extracting(Parameter::name).containsExactly("person", "from");
    }

    @Test
    void queries_can_be_read_when_the_first_is_asked_for_and_their_edition_is_known_before() throws IOException {
        Path file = Files.writeString(directory.resolve("a-query.rq"), GOOD);
        QueryCatalog later = QueryCatalog.later(List.of(directory));
        assertThat(later.edition()).isEqualTo(QueryCatalog.read(directory).edition());

        Files.writeString(file, GOOD.replace("SELECT", "SELCT"));
        assertThat(catchThrowableOfType(CatalogException.class, later::queries)).isNotNull();
        Files.writeString(file, GOOD);
        assertThat(later.query("a-query")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '~', textBlock = """
            #+ tags: [meetings]                | #+ tag: [meetings]                      | 2  | key tag is unknown
            , en: "Events"}                    | }                                       | 1  | summary: no text in en
            #+ summary: {de: "Ereignisse", en: "Events"} | #+                            | 1  | summary: no text in de
            {person}?", en                     | {persons}?", en                         | 3  | question: there is no parameter persons
            #+     type: iri                   | #+     type: url                        | 6  | type must be one of
            #+     required: true              | #+     required: yes!                   | 7  | expected true or false
            #+     required: true              | #+     requird: true                    | 7  | key requird is unknown
            ent:Person                         | foaf2:Person                            | 8  | has an unknown prefix
            #+     type: date                  | #+     type: enum                       | 10 | an enum needs values
            #+   from:                         | #+   page:                              | 10 | this name is reserved
            #+   from:                         | #+   since:                             | 10 | parameter since is declared, but the query has no ?since
            #+   from:                         | #+   person:                            | 10 | the key person is given twice
            #+ example: {person: person:albert-rau} | #+ example: {}                     | 5  | example needs a value
            #+ example: {person:               | #+ example: {who: x, person:            | 13 | example: there is no parameter who
            #+ view: table                     | #+ view: pie                            | 14 | view must be one of
            #+ pagination: 20                  | #+ pagination: 0                        | 15 | pagination: expected a whole number
            #+ pagination: 20                  | #+ pagination: [                        | 15 | the header is not valid YAML
            #+ view: table                     | #+ view: [table, map]                   | 14 | view: expected one text
            #+ view: table                     | #+ counted: event status=               | 14 | counted must be of the form
            #+ view: table                     | #+ counted: event status=held           | 1  | counted: the query selects no ?status
            ORDER BY ?event                    | #                                       | 20 | no ORDER BY
            ORDER BY ?event                    | ORDER BY ?evnt                          | 26 | ?evnt is never bound
            ORDER BY ?event                    | ORDER BY ?event LIMIT 5                 | 26 | LIMIT and OFFSET
            SELECT ?event ?label               | SELECT *                                | 20 | SELECT * is not allowed
            SELECT ?event ?label               | SELECT ?event ?lable                    | 20 | ?lable is never bound
            ?p ent:participant                 | BIND(1 AS ?fromStart) ?p ent:participant | 22 | must not be assigned
            SELECT ?event ?label               | SELEKT ?event ?label                    | 20 | not valid SPARQL
            SELECT ?event ?label               | DESCRIBE ?event ?label                  | 20 | a SELECT or a CONSTRUCT
            ?event ent:label ?label            | SERVICE <http://x/> { ?event ent:label ?label } | 23 | SERVICE is not allowed
            ?event ent:label ?label            | GRAPH <http://x/> { ?event ent:label ?label }   | 23 | is not a graph of the collection
            ?event ent:label ?label            | GRAPH ?g { GRAPH ?h { ?event ent:label ?label } } | 23 | GRAPH inside GRAPH
            ?event ent:label ?label            | GRAPH ?g { ?event ent:label ?label . FILTER(?p != ?event) } | 22 | bound only outside of this group
            ?event ent:label ?label            | ?event <label> ?label                   | 23 | relative IRI
            ?event ent:label ?label            | ?event nope:label ?label                | 23 | not valid SPARQL
            ent:inEvent ?event                 | ent:inEvent ?event . ?lang ent:x ?event | 22 | ?lang is a string
            ent:participant ?person            | ent:participant ?person . ?from ent:x ?p | 10 | cannot be used where
            LANG(?label)                       | <java:java.lang.System>(?label)         | 23 | is not allowed
            <http://www.w3.org/2001/XMLSchema#>| <http://www.w3.org/2001/xmlschema#>     | 18 | prefix xsd: is
            """)
    void a_bad_file_is_reported_with_its_line(String good, String bad, int line, String message) throws IOException {
        assertThat(GOOD).contains(good);
        assertThat(findings(GOOD.replace(good, bad))).anySatisfy(finding -> {
            assertThat(finding.message()).contains(message);
            assertThat(finding.line()).as(finding.toString()).isEqualTo(line);
            assertThat(finding.toString()).startsWith("a-query.rq:" + line);
        });
    }

    @Test
    void an_update_is_refused() throws IOException {
        String body = GOOD.substring(0, GOOD.indexOf("SELECT")) + "DELETE WHERE { ?s ?p ?o }\n";
        assertThat(findings(body))
                .anySatisfy(finding -> assertThat(finding.message()).contains("an update"));
    }

    @Test
    void a_header_line_after_the_header_is_refused() throws IOException {
        assertThat(findings(GOOD + "#+ view: map\n")).singleElement().satisfies(finding -> assertThat(finding.line())
                .isEqualTo(27));
    }

    @Test
    void all_problems_of_all_files_are_listed() throws IOException {
        Files.writeString(
                directory.resolve("one.rq"),
                GOOD.replace("view: table", "view: pie").replace("ORDER BY ?event", ""));
        Files.writeString(directory.resolve("Two_Words.rq"), GOOD);
        CatalogException thrown = catchThrowableOfType(CatalogException.class, () -> QueryCatalog.read(directory));
        assertThat(thrown.findings()).hasSize(3);
        assertThat(thrown.getMessage().lines()).hasSize(3).allMatch(line -> line.matches("\\S+\\.rq:\\d+(:\\d+)?: .*"));
    }

    @Test
    void an_id_that_is_there_twice_is_refused(@TempDir Path other) throws IOException {
        Files.writeString(directory.resolve("same.rq"), GOOD);
        Files.writeString(other.resolve("same.rq"), GOOD);
        CatalogException thrown =
                catchThrowableOfType(CatalogException.class, () -> QueryCatalog.read(List.of(directory, other)));
        assertThat(thrown).hasMessageContaining("another query same");
    }

    private CannedQuery read(String text) throws IOException {
        Files.writeString(directory.resolve("a-query.rq"), text);
        return QueryCatalog.read(directory).query("a-query").orElseThrow();
    }

    private List<CatalogFinding> findings(String text) throws IOException {
        Files.writeString(directory.resolve("a-query.rq"), text);
        return catchThrowableOfType(CatalogException.class, () -> QueryCatalog.read(directory))
                .findings();
    }
}
