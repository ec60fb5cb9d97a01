package org.entente.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever values a function is given, the row has a value or none: the query does not break. */
@Timeout(60)
class FunctionsOfOddValuesTest {
    private static final String VALUES =
            "UNDEF <urn:a> <http://example.org/x#y> 1 -1 0 1.5 1e400 'NaN'^^xsd:double '' 'a' '(' 'ä\\n'"
                    + " 'a'@de '2000-02-30'^^xsd:date '2000-01-01'^^xsd:date '2000-01-01T00:00:00Z'^^xsd:dateTime '12:00:00'^^xsd:time"
                    + " 'P1D'^^xsd:dayTimeDuration 'P1M'^^xsd:yearMonthDuration 'x'^^xsd:integer true '2000'^^xsd:gYear 'x'^^<urn:t>";

    static Stream<String> calls() {
        List<String> calls = new ArrayList<>();
        AllowedFunctions.functions().stream()
                .filter(iri -> !iri.equals(AllowedFunctions.APPLY))
                .map(iri -> "<" + iri + ">")
                .forEach(calls::add);
        calls.addAll(List.of(
                ("ABS BNODE BOUND CEIL COALESCE CONCAT CONTAINS DATATYPE DAY ENCODE_FOR_URI FLOOR HOURS IF IRI ISBLANK ISIRI ISLITERAL"
                                + " ISNUMERIC LANG LANGMATCHES LCASE MD5 MINUTES MONTH REGEX REPLACE ROUND SAMETERM SECONDS SHA1 SHA256"
                                + " SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS SUBSTR TIMEZONE TRIPLE TZ"
                                + " UCASE URI YEAR ISTRIPLE SUBJECT PREDICATE OBJECT HASLANG HASLANGDIR LANGDIR STRLANGDIR ADJUST MOD IDIV")
                        .split(" ")));
        return calls.stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_function_has_a_value_or_none(String function) {
        assertThat(breaks(function + "(?a)")).isEmpty();
        assertThat(breaks(function + "(?a, ?b)")).isEmpty();
        assertThat(breaks(function + "(?a, ?b, 'i')")).isEmpty();
        assertThat(breaks(function + "(?a, 'a', ?b)")).isEmpty();
        assertThat(breaks(function + "('abc', ?a, ?b)")).isEmpty();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"+", "-", "*", "/", "=", "!=", "<", "<=", "&&", "||", "IN (1, ?b) && ?a =", "NOT IN (?b) && ?a ="
            })
    void an_operator_has_a_value_or_none(String operator) {
        assertThat(breaks("(?a " + operator + " ?b)")).isEmpty();
    }

    /** What breaks; empty if nothing does, or the call is refused before it is made. */
    private static String breaks(String call) {
        String query = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { VALUES ?a { " + VALUES
                + " } VALUES ?b { " + VALUES + " } BIND(" + call + " AS ?x) } ORDER BY ?x";
        try {
            QueryFactory.create(query, Syntax.syntaxARQ);
        } catch (QueryParseException e) {
            return "";
        }
        try (QueryExec exec =
                QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build()) {
            exec.select().forEachRemaining(row -> {});
            return "";
        } catch (QueryBuildException e) {
            return "";
        } catch (RuntimeException e) {
            return call + ": " + e;
        }
    }
}
