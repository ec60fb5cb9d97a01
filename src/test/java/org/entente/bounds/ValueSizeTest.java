package org.entente.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.util.FmtUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a query works out stay small enough for the time and the memory that there are. */
@Timeout(60)
class ValueSizeTest {
    private static final String PREFIXES = """
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
            PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
            PREFIX afn: <http://jena.apache.org/ARQ/function#>
            PREFIX cdt: <http://w3id.org/awslabs/neptune/SPARQL-CDTs/>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // numbers
                "?n * ?n",
                "?n * ?n * 1.5",
                "?d * ?d",
                "?d / 0.000001 * ?d",
                "math:pow(10, 1000000000)",
                "math:pow(-99, 99999)",
                "math:exp10(1000000000)",
                "fn:apply(math:pow, 10, 1000000000)",
                "fn:round(1.5, 1000000000)",
                "fn:round-half-to-even(15, -1000000000)",
                "xsd:integer(?digits)",
                "xsd:decimal(?digits)",
                "xsd:double(?digits)",
                "STRDT(?digits, xsd:integer)",
                "STRDT(CONCAT('2000-01-01T00:00:00.', ?digits), xsd:dateTime)",
                // texts
                "CONCAT(?text, ?text)",
                "CONCAT(?text, ?text, '')",
                "?text + ?text",
                "fn:concat(?text, ?text)",
                "fn:apply(fn:concat, ?text, ?text)",
                "fn:apply(fn:replace, ?text, 'a', 'aa')",
                "REPLACE(?text, 'a', 'aa')",
                "REPLACE(?text, '(?=a)', ?text)",
                "REPLACE(?text, '(a+)', '$1$1')",
                "ENCODE_FOR_URI(REPLACE(?text, 'a', 'ä'))",
                "fn:normalize-unicode(REPLACE(?text, 'a', 'ﷺ'), 'NFKD')",
                // IRIs
                "IRI(CONCAT('http://example.org/', ?digits))",
                "URI(CONCAT('../', ?digits))",
                "IRI(<http://example.org/>, ?digits)",
                // durations
                "STRDT('P2000000000D', xsd:dayTimeDuration) < STRDT('P1D', xsd:dayTimeDuration)",
                "xsd:duration('P1000000Y') = xsd:duration('P1D')",
                "xsd:dayTimeDuration('PT2000000000000S') > xsd:dayTimeDuration('PT1S')",
                "xsd:dayTimeDuration('P1D') * 1000000000 < xsd:dayTimeDuration('P1D')",
                "xsd:date('2000-01-01') + xsd:dayTimeDuration('P1000000000D')",
                // lists and maps
                "STRDT('[1]', cdt:List)",
                "STRDT('{}', cdt:Map)"
            })
    void what_would_be_too_large_is_refused_with_the_limit(String expression) {
        assertThatThrownBy(() -> value("SELECT (" + expression + " AS ?x) { "
                        + "VALUES (?n ?d ?digits ?text) { (" + "9".repeat(600) + " 0." + "3".repeat(600) + " '"
                        + "9".repeat(20_000) + "' '" + "a".repeat(60_000) + "') } }"))
                .isInstanceOf(SizeException.class)
                .hasMessageStartingWith(SizeException.START);
        if (!expression.contains("?")) {
            assertThatThrownBy(() -> value("SELECT (" + expression + " AS ?x) {}"))
                    .isInstanceOf(SizeException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7 * 6                                             | 42
            0.1 + 0.2                                         | 0.3
            1 - 2.5                                           | -1.5
            7 / 2                                             | 3.5
            1e0 / 0                                           | "INF"^^xsd:double
            'a' + 'b'                                         | "ab"
            math:pow(2, 100)                                  | 1267650600228229401496703205376
            math:pow(2, -1)                                   | 0.5e0
            math:exp10(3)                                     | 1000
            fn:round(2.345, 2)                                | 2.35
            fn:round(2.5)                                     | 3.0
            fn:apply(fn:upper-case, 'a')                      | "A"
            fn:apply(fn:concat, 'a', 'b')                     | "ab"
            fn:apply(fn:matches, 'abc', 'b')                  | true
            CONCAT('a'@de, 'b'@de)                            | "ab"@de
            CONCAT()                                          | ""
            fn:concat('a', 1)                                 | "a1"
            xsd:integer('42')                                 | 42
            xsd:integer('a')                                  | unbound
            xsd:decimal(1.5e0)                                | 1.5
            STRDT('1', xsd:integer)                           | 1
            STRDT('a', <urn:t>)                               | "a"^^<urn:t>
            STRDT(1, <urn:t>)                                 | unbound
            IRI('a b')                                        | unbound
            STR(IRI('urn:a'))                                 | "urn:a"
            STR(URI(<http://e/x/>, '../y'))                   | "http://e/y"
            ENCODE_FOR_URI('a b')                             | "a%20b"
            xsd:dayTimeDuration('P1D') < xsd:dayTimeDuration('PT25H') | true
            xsd:date('2000-02-28') + xsd:dayTimeDuration('P2D') | "2000-03-01"^^xsd:date
            xsd:dayTimeDuration('P1D') / 3                    | unbound
            ?none + 1                                         | unbound
            COALESCE(1 / 0, 'by zero')                        | "by zero"
            afn:localname(<http://e/x#y>)                     | "y"
            """)
    void what_is_small_is_worked_out_as_before(String expression, String expected) {
        assertThat(value("SELECT (" + expression + " AS ?x) {}")).isEqualTo(expected);
        assertThat(value("SELECT ?x { VALUES ?row { 1 } BIND(" + expression + " AS ?x) }"))
                .isEqualTo(expected);
    }

    @Test
    void group_concat_has_one_order_unless_its_rows_are_sorted() {
        String rows = "{ VALUES ?a { 'P10' 'P2' 'b' 'P2' 'a' } }";
        assertThat(value("SELECT (GROUP_CONCAT(?a) AS ?x) " + rows)).isEqualTo("\"P2 P2 P10 a b\"");
        assertThat(value("SELECT (GROUP_CONCAT(DISTINCT ?a; separator=', ') AS ?x) " + rows))
                .isEqualTo("\"P2, P10, a, b\"");
        assertThat(value("SELECT (GROUP_CONCAT(?a) AS ?x) { VALUES ?a { <urn:b> 2 'a' <urn:a> 1.5 10 } }"))
                .isEqualTo("\"urn:a urn:b a 1.5 2 10\"");
        assertThat(value("SELECT (GROUP_CONCAT(?b) AS ?x) { SELECT ?b { { SELECT ?a " + rows
                        + " ORDER BY DESC(?a) } BIND(CONCAT(?a, '!') AS ?b) } }"))
                .isEqualTo("\"b! a! P2! P2! P10!\"");
    }

    @Test
    void group_concat_stops_before_its_text_is_too_long() {
        String rows = "{ VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 } BIND(CONCAT('"
                + "a".repeat(2_000) + "', STR(?a * 10 + ?b)) AS ?t) }";
        for (String call : new String[] {"GROUP_CONCAT(?t)", "GROUP_CONCAT(DISTINCT ?t; separator=';')"}) {
            assertThatThrownBy(() -> value("SELECT (" + call + " AS ?x) " + rows))
                    .isInstanceOf(SizeException.class);
        }
        assertThat(value("SELECT (GROUP_CONCAT(?a) AS ?x) { VALUES ?a { 1 1 2 } }"))
                .isEqualTo("\"1 1 2\"");
        assertThat(value("SELECT (GROUP_CONCAT(DISTINCT ?a; separator=', ') AS ?x) { VALUES ?a { 1 1 2 } }"))
                .isEqualTo("\"1, 2\"");
        assertThat(value("SELECT (GROUP_CONCAT(?a; separator='') AS ?x) { VALUES ?a { UNDEF 2 } }"))
                .isEqualTo("unbound");
        assertThat(value("SELECT (GROUP_CONCAT(?a) AS ?x) { VALUES ?a {} }")).isEqualTo("\"\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fn:matches(?text, ?never)",
                "fn:replace(?text, ?never, 'b')",
                "fn:apply(fn:matches, ?text, ?never)",
                "fn:apply(fn:replace, ?text, ?never, 'b')",
                "fn:apply(<http://www.w3.org/2005/xpath-functions#matches>, ?text, ?never, 'i')"
            })
    void a_pattern_ends_with_its_query_however_it_is_called(String expression) {
        String rows = "{ VALUES (?text ?never) { ('" + "a".repeat(80) + "!' '^((a+)+)+$(?!\\\\1)') } }";
        assertThatThrownBy(() -> value("SELECT (" + expression + " AS ?x) " + rows, 1))
                .isInstanceOf(QueryCancelledException.class);
        assertThatThrownBy(() -> value("SELECT (SUM(IF(" + expression + ", 1, 2)) AS ?x) " + rows, 1))
                .isInstanceOf(QueryCancelledException.class);
        assertThatThrownBy(() -> UpdateExec.dataset(DatasetGraphFactory.createTxnMem())
                        .update(PREFIXES + "INSERT { <urn:a> <urn:b> ?x } WHERE { { SELECT (" + expression + " AS ?x) "
                                + rows + " } }")
                        .timeout(1, TimeUnit.SECONDS)
                        .execute())
                .isInstanceOf(QueryCancelledException.class);
    }

    private static String value(String sparql) {
        return value(sparql, 30);
    }

    private static String value(String sparql, long seconds) {
        DatasetGraph empty = DatasetGraphFactory.empty();
        try (QueryExec exec = QueryExec.dataset(empty)
                .query(PREFIXES + sparql)
                .overallTimeout(seconds, TimeUnit.SECONDS)
                .build()) {
            var node = exec.select().next().get(Var.alloc("x"));
            return node == null ? "unbound" : FmtUtils.stringForNode(node);
        }
    }
}
