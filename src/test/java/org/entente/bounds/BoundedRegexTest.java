package org.entente.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.FmtUtils;
import org.entente.store.Derivation;
import org.entente.store.Store;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** REGEX and REPLACE give what SPARQL says, and end when their query does. */
class BoundedRegexTest {
    private static final Store STORE = Store.inMemory(Derivation.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            REGEX("Tokajew", "kaj")             | true
            REGEX("Tokajew", "^kaj")            | false
            REGEX("Tokajew", "^tok")            | false
            REGEX("Tokajew", "^tok", "i")       | true
            REGEX("Токаев", "^токаев$", "i")    | true
            REGEX("Tokajew"@de, "jew$")         | true
            REGEX("a.c", "a.c", "q")            | true
            REGEX("abc", "a.c", "q")            | false
            REGEX("", "^$")                     | true
            REGEX("a b", "a\\\\sb")             | true
            !REGEX("a", "b")                    | true
            REGEX(STR(<urn:a>), "^urn")         | true
            REGEX(<urn:a>, "urn")               | unbound
            REGEX(12, "1")                      | unbound
            REGEX("a", 1)                       | unbound
            REGEX(?none, "a")                   | unbound
            REPLACE("abab", "b", "c")           | "acac"
            REPLACE("abab"@de, "b", "c")        | "acac"@de
            REPLACE("abc", "(b)", "[$1]")       | "a[b]c"
            REPLACE("ABC", "b", "x", "i")       | "AxC"
            REPLACE("abc", "x", "y")            | "abc"
            REPLACE("a.c", ".", "-", "q")       | "a-c"
            REPLACE("abc", "b*", "x")           | unbound
            REPLACE("abc", "b", "$7")           | unbound
            REPLACE("abc", "b", "$")            | unbound
            REPLACE(12, "1", "2")               | unbound
            REPLACE("abc", "b", 1)              | unbound
            <http://www.w3.org/2005/xpath-functions#matches>("abc", "b")           | true
            <http://www.w3.org/2005/xpath-functions#matches>("ABC", "b", "i")      | true
            <http://www.w3.org/2005/xpath-functions#replace>("abc", "b", "x")      | "axc"
            """)
    void the_functions_give_what_sparql_says(String expression, String expected) {
        assertThat(value("SELECT (" + expression + " AS ?x) {}", 60)).isEqualTo(expected);
        // Not worked out before the query runs, but row by row.
        assertThat(value("SELECT ?x { VALUES ?row { 1 } BIND(" + expression + " AS ?x) }", 60))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGEX(?text, ?never)", "REPLACE(?text, ?never, 'b')", "REGEX(?text, ?never, 'i')"})
    @Timeout(60)
    void a_pattern_that_would_never_end_ends_with_its_query(String expression) {
        String sparql = "SELECT (" + expression + " AS ?x) { VALUES (?text ?never) { ('" + "a".repeat(80)
                + "!' '^((a+)+)+$(?!\\\\1)') } }";
        assertThatThrownBy(() -> value(sparql, 1)).isInstanceOf(QueryCancelledException.class);
    }

    @ParameterizedTest
    @CsvSource({"(, ''", "[, ''", "a, ?", "a, zz"})
    void a_pattern_or_flag_that_is_none_leaves_its_row_without_a_value(String pattern, String flags) {
        String values = "VALUES (?pattern ?flags) { ('" + pattern + "' '" + flags + "') } }";
        assertThat(value("SELECT (REGEX('a', ?pattern, ?flags) AS ?x) { " + values, 60))
                .isEqualTo("unbound");
        assertThat(value("SELECT (REPLACE('a', ?pattern, 'b', ?flags) AS ?x) { " + values, 60))
                .isEqualTo("unbound");
    }

    private static String value(String sparql, long seconds) {
        return STORE.read(d -> {
            try (QueryExec exec = QueryExec.dataset(d)
                    .query(sparql)
                    .overallTimeout(seconds, TimeUnit.SECONDS)
                    .build()) {
                var row = exec.select().next();
                var node = row.get(Var.alloc("x"));
                return node == null ? "unbound" : FmtUtils.stringForNode(node);
            }
        });
    }
}
