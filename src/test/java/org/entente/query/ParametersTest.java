package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpN;
import org.entente.query.ParameterException.Reason;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static final String PERSON = Ent.NS + "Person";
    private static final EntityResolver NAMES = KnownNames.of(
            new EntityCandidate(Ent.ID + "person/albert-rau", "Albert Rau", PERSON),
            new EntityCandidate(Ent.ID + "person/rau-1", "Rau", PERSON),
            new EntityCandidate(Ent.ID + "person/rau-2", "Rau", PERSON),
            new EntityCandidate(Ent.ID + "place/karaganda", "Karaganda", Ent.NS + "Place"));

    private static final CannedQuery QUERY = query();

    private static CannedQuery query() {
        List<Parameter.Value> values = List.of(
                new Parameter.Value("met", Optional.of("ent:levelMet"), LocalText.NONE),
                new Parameter.Value("free", Optional.empty(), LocalText.NONE));
        List<Parameter> parameters = List.of(
                parameter("person", ParameterType.IRI, false, List.of(PERSON), List.of()),
                parameter("things", ParameterType.IRI, true, List.of(), List.of()),
                parameter("text", ParameterType.STRING, false, List.of(), List.of()),
                parameter("words", ParameterType.STRING, true, List.of(), List.of()),
                parameter("number", ParameterType.INTEGER, false, List.of(), List.of()),
                parameter("from", ParameterType.DATE, false, List.of(), List.of()),
                parameter("in", ParameterType.LANG, false, List.of(), List.of()),
                parameter("level", ParameterType.ENUM, true, List.of(), values),
                parameter("only", ParameterType.BOOLEAN, false, List.of(), List.of()));
        QueryHeader header = new QueryHeader(
                LocalText.NONE, LocalText.NONE, List.of(), LocalText.NONE, parameters, Map.of(), "table", 50);
        return new CannedQuery("test", Path.of("test.rq"), header, """
                PREFIX ent: <https://w3id.org/entente/ontology#>
                SELECT ?e ?person ?label
                WHERE {
                  ?e ent:between ?person , ?things ; ent:level ?level ; ent:topic* ?things .
                  FILTER(!BOUND(?text) || CONTAINS(STR(?label), ?text) || REGEX(?text, "a"))
                  FILTER(!BOUND(?number) || ?n IN (?number, 3))
                  OPTIONAL { ?e ent:label ?label . FILTER(LANG(?label) = ?in || LANG(?label) = ?lang || ?label = ?words) }
                  { SELECT ?e (COUNT(?x) AS ?n) { ?x ent:inEvent ?e . FILTER(?x != ?person || ?only) } GROUP BY ?e }
                  FILTER(!BOUND(?fromStart) || EXISTS { ?e ent:time ?t . FILTER(?t >= ?fromStart && ?t <= ?fromEnd || STR(?t) = ?from) })
                }
                ORDER BY ?e ?text
                """);
    }

    private static Parameter parameter(
            String name, ParameterType type, boolean list, List<String> classes, List<Parameter.Value> values) {
        return new Parameter(
                name,
                name,
                type,
                false,
                list,
                List.of(),
                classes,
                values,
                OptionalLong.empty(),
                type == ParameterType.INTEGER ? OptionalLong.of(1000) : OptionalLong.empty(),
                LocalText.NONE,
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person:albert-rau",
                "https://w3id.org/entente/id/person/albert-rau",
                "Albert Rau",
                " albert rau "
            })
    void an_entity_is_given_by_curie_iri_or_name(String text) {
        Arguments arguments = read("person", text);
        assertThat(arguments.scalars()).containsEntry("person", NodeFactory.createURI(Ent.ID + "person/albert-rau"));
        assertThat(arguments.canonical()).containsEntry("person", List.of("person:albert-rau"));
    }

    @Test
    void a_date_binds_its_text_and_its_bounds() {
        Arguments arguments = read("from", "2015-02");
        assertThat(arguments.scalars().get("from").getLiteralLexicalForm()).isEqualTo("2015-02");
        assertThat(arguments.scalars().get("fromStart").getLiteralLexicalForm()).isEqualTo("2015-02-01T00:00:00Z");
        assertThat(arguments.scalars().get("fromEnd").getLiteralLexicalForm()).isEqualTo("2015-02-28T23:59:59Z");
        assertThat(read("from", "2015/..").scalars()).containsKey("fromStart").doesNotContainKey("fromEnd");
    }

    @Test
    void a_list_is_repeated_and_keeps_its_order_once() {
        assertThat(read(Map.of("level", List.of("free", "met", "free"))).lists().get("level"))
                .containsExactly(NodeFactory.createLiteralString("free"), NodeFactory.createURI(Ent.NS + "levelMet"));
    }

    @Test
    void reserved_names_and_empty_fields_are_ignored_and_lang_is_taken() {
        Arguments arguments = read(
                Map.of("format", List.of("csv"), "page", List.of("x"), "person", List.of(""), "lang", List.of("de")));
        assertThat(arguments.scalars()).isEmpty();
        assertThat(arguments.lang()).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            persn   | x                                  | UNKNOWN
            person  | foo bar                            | NOT_FOUND
            person  | person:nobody                      | NOT_FOUND
            person  | Karaganda                          | NOT_FOUND
            person  | Rau                                | AMBIGUOUS
            person  | person:albert rau                  | MALFORMED
            person  | https://x.org/a>b                  | MALFORMED
            person  | https://x.org/a/../b               | MALFORMED
            person  | https://                           | MALFORMED
            person  | person:/                           | MALFORMED
            person  | https://x.org/a//                  | MALFORMED
            person  | https://x.org//?b                  | MALFORMED
            number  | 1001                               | MALFORMED
            number  | 1e3                                | MALFORMED
            from    | 2015-02-30                         | MALFORMED
            from    | yesterday                          | MALFORMED
            in      | german                             | MALFORMED
            level   | mett                               | MALFORMED
            only    | yes                                | MALFORMED
            lang    | x-klingon                          | MALFORMED
            """)
    void a_wrong_parameter_is_named(String name, String text, Reason reason) {
        ParameterException thrown = wrong(Map.of(name, List.of(text)));
        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown.parameter()).isEqualTo(name);
        assertThat(thrown.expected()).isNotBlank();
        assertThat(thrown.getMessage()).contains(name);
    }

    @Test
    void what_may_have_been_meant_is_offered() {
        assertThat(wrong(Map.of("persn", List.of("x"))).nearNames()).first().isEqualTo("person");
        assertThat(wrong(Map.of("level", List.of("mett"))).nearNames()).containsExactly("met");
        assertThat(wrong(Map.of("person", List.of("Rau"))).candidates()).hasSize(2);
        assertThat(wrong(Map.of("person", List.of("Albert Rao"))).candidates()).isNotEmpty();
    }

    @Test
    void too_many_values_are_refused() {
        assertThat(wrong(Map.of("text", List.of("a", "b"))).reason()).isEqualTo(Reason.TOO_MANY);
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= Parameters.MAX_LIST; i++) {
            many.add("w" + i);
        }
        assertThat(wrong(Map.of("words", many)).reason()).isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void a_limit_itself_is_allowed_and_one_more_is_not() {
        assertThat(read("text", "x".repeat(1_000)).scalars()).containsKey("text");
        assertThat(wrong(Map.of("text", List.of("x".repeat(1_001)))).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(wrong(Map.of("text", List.of("x".repeat(1_001)))).expected()).contains("1000 characters");
        // The limit is of every type: a name or date is cut no sooner and no later.
        assertThat(wrong(Map.of("person", List.of("x".repeat(1_000)))).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(wrong(Map.of("person", List.of("x".repeat(1_001)))).reason()).isEqualTo(Reason.MALFORMED);
        List<String> hundred = IntStream.range(0, 100).mapToObj(i -> "w" + i).toList();
        assertThat(read(Map.of("words", hundred)).lists().get("words")).hasSize(100);
        List<String> more = IntStream.range(0, 101).mapToObj(i -> "w" + i).toList();
        assertThat(wrong(Map.of("words", more)).reason()).isEqualTo(Reason.TOO_MANY);
        assertThat(read("number", "1000").scalars()).containsKey("number");
        assertThat(wrong(Map.of("number", List.of("1001"))).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(read("number", "-999999999999999999").scalars()).containsKey("number");
        assertThat(wrong(Map.of("number", List.of("-1000000000000000000"))).reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void entities_of_a_request_without_a_canned_query_are_limited_at_a_hundred() {
        List<String> hundred = Collections.nCopies(100, "Albert Rau");
        assertThat(Parameters.entities("who", hundred, List.of(PERSON), NAMES).nodes())
                .hasSize(1);
        List<String> more = Collections.nCopies(101, "Albert Rau");
        assertThat(catchThrowableOfType(
                                ParameterException.class,
                                () -> Parameters.entities("who", more, List.of(PERSON), NAMES))
                        .reason())
                .isEqualTo(Reason.TOO_MANY);
        assertThat(catchThrowableOfType(
                                ParameterException.class,
                                () -> Parameters.entities("who", List.of(" "), List.of(PERSON), NAMES))
                        .reason())
                .isEqualTo(Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\" } ; DROP ALL #",
                "'''",
                "\"\"\"",
                "\\\" . ?s ?p ?o",
                "?x",
                "<http://x/>",
                "x\" UNION { SELECT * { ?s ?p ?o } } #",
                "\\u0022 }",
                "{person}",
                "%22",
                "$lang"
            })
    void an_injection_stays_a_literal(String hostile) {
        Query bound = QUERY.bind(read("text", hostile), new Paging(1, 50)).query();
        assertThat(operations(bound)).isSubsetOf(operations(unbound()));
        assertThat(CannedQuery.parse(bound.serialize()).getQueryPattern()).isEqualTo(bound.getQueryPattern());
        assertThat(bound.serialize()).contains(org.apache.jena.sparql.util.FmtUtils.stringForString(hostile));
    }

    @Test
    void an_iri_that_ends_with_its_query_reads_back_as_itself() {
        Arguments arguments = Parameters.read(QUERY, Map.of("person", List.of("https://x.org/?")), KnownNames.ALL);
        assertThat(QUERY.bind(arguments, new Paging(1, 50)).toSparql()).contains("<https://x.org/?>");
    }

    @Property(tries = 3_000)
    void whatever_is_given_ends_in_arguments_or_a_named_error(@ForAll("requests") Map<String, List<String>> request) {
        for (EntityResolver names : List.of(NAMES, KnownNames.ALL)) {
            Arguments arguments;
            try {
                arguments = Parameters.read(QUERY, request, names);
            } catch (ParameterException e) {
                assertThat(e.parameter()).isNotNull();
                assertThat(e.expected()).isNotBlank();
                assertThat(e.given().length()).isLessThanOrEqualTo(400);
                continue;
            }
            Query bound = QUERY.bind(arguments, new Paging(1, 50)).query();
            Query again = CannedQuery.parse(bound.serialize());
            assertThat(again.getQueryPattern()).isEqualTo(bound.getQueryPattern());
            assertThat(again.getProjectVars()).isEqualTo(bound.getProjectVars());
            assertThat(operations(bound)).isSubsetOf(operations(unbound()));
            assertThat(Parameters.read(QUERY, arguments.canonical(), names).scalars())
                    .isEqualTo(arguments.scalars());
        }
    }

    @Provide
    Arbitrary<Map<String, List<String>>> requests() {
        Arbitrary<String> hostile = Arbitraries.of(
                "person:albert-rau",
                "person:",
                "person:a}b",
                "person:<x>",
                "person:é",
                "person:\u202e",
                "ent:levelMet",
                "http://x",
                "http://x/ y",
                "https://x/`",
                "http://x/%zz",
                "http://[::1",
                "HTTP://X/",
                "http://x/\ud800",
                "\" . }",
                "'''\"\"\"\\",
                "met",
                "free",
                "1",
                "-5",
                "99999999999999999999",
                "+7",
                "2015",
                "2015-06-31",
                "../2015",
                "2015/2014",
                "9999/..",
                "true",
                "de",
                "\u0000",
                "\n",
                "\ufffe",
                "\ud83d\ude00",
                "?x",
                "_:b",
                "a:b",
                ":");
        Arbitrary<String> text = Arbitraries.oneOf(
                hostile,
                hostile,
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings()
                        .withChars("<>\"'{}|^`\\ :/?#.;,$@%=&()*_-abc\t\n")
                        .ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("<>{}\"'\\%#?./:~-aZé日")
                        .ofMaxLength(15)
                        .map(tail -> "http://x.org/" + tail),
                Arbitraries.strings()
                        .withChars("<>{}\"'\\%#?./:~-aZé日")
                        .ofMaxLength(15)
                        .map(tail -> "person:" + tail));
        Arbitrary<String> name = Arbitraries.of(
                "person", "things", "text", "words", "number", "from", "in", "level", "only", "lang", "format");
        return Arbitraries.maps(name, text.list().ofMaxSize(2)).ofMaxSize(3).map(TreeMap::new);
    }

    private static Query unbound() {
        return CannedQuery.parse(QUERY.sparql());
    }

    /** The kinds of operation; VALUES and paging are what binding may add. */
    private static java.util.Set<String> operations(Query query) {
        java.util.Set<String> kinds = new java.util.TreeSet<>(List.of("OpTable", "OpSlice", "OpSequence", "OpJoin"));
        collect(Algebra.compile(query), kinds);
        return kinds;
    }

    private static void collect(Op op, java.util.Set<String> kinds) {
        kinds.add(op.getClass().getSimpleName());
        switch (op) {
            case Op1 one -> collect(one.getSubOp(), kinds);
            case Op2 two -> {
                collect(two.getLeft(), kinds);
                collect(two.getRight(), kinds);
            }
            case OpN many -> many.getElements().forEach(part -> collect(part, kinds));
            default -> {}
        }
    }

    private static Arguments read(String name, String text) {
        return read(Map.of(name, List.of(text)));
    }

    private static Arguments read(Map<String, List<String>> given) {
        return Parameters.read(QUERY, given, NAMES);
    }

    private static ParameterException wrong(Map<String, List<String>> given) {
        return catchThrowableOfType(ParameterException.class, () -> read(given));
    }
}
