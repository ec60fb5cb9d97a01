package org.entente.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.entente.ShippedCollection;
import org.entente.query.CannedQuery;
import org.junit.jupiter.api.Test;

/** A query that is laid out means the same, keeps its comments, and looks the same when it is laid out again. */
class QueryLayoutTest {
    private static final List<String> ODD = List.of(
            "ASK{}",
            "SELECT*{?a ?b ?c}",
            "SELECT (COUNT ( DISTINCT ?a ) AS ?n) (<urn:f>(?a,?b) as ?m) WHERE{?a<urn:p>/<urn:q>*|^<urn:r>? ?b;<urn:s>1,-2,+3.5,1e6.}"
                    + "GROUP BY ?a ?b HAVING(COUNT(*)>1&&?a<?b)ORDER BY DESC(?n)?a LIMIT 5 OFFSET 2",
            "PREFIX : <urn:>BASE <http://example.org/>SELECT ?x{:a.b :p 'it''s'@en . ?x :q \"a # no comment\",'''two\nlines # \"here\" ''' }"
                    .replace("'it''s'", "'its'"),
            "CONSTRUCT WHERE { ?a ?b ?c } # the end",
            "CONSTRUCT{?a ?b [ <urn:p> ?c ; <urn:q> [] , ( 1 2 ( ) ) ]} WHERE { ?a ?b ?c FILTER EXISTS{?c ?d ?e} ?e ?f ?g }",
            "SELECT ?a { { ?a ?b ?c } UNION { ?d ?b ?c } MINUS { ?a <urn:p> ?x } VALUES (?a ?b) { (<urn:a> UNDEF) ( 1 2 ) } }",
            "SELECT ?a { ?a ?b ?c FILTER(NOT EXISTS { ?c ?d ?e . ?e ?f ?g } || ?a IN (1,2)) BIND(IF(?a = 1,2,3) AS ?z) . } VALUES ?a { 1 }",
            "SELECT ?a { { SELECT ?a (MAX(?x) AS ?m) WHERE { ?a ?b ?x } GROUP BY ?a HAVING (?m > 1) LIMIT 3 } GRAPH ?g { ?a ?b ?c } }",
            "DESCRIBE <urn:a> ?b FROM <urn:g> FROM NAMED <urn:h> WHERE { ?b a <urn:c> }",
            "SELECT ?s { ?s ?p ?o . # first\n # second\n\n\n # third\n ?s # in the middle\n ?q 2 ; # then\n ?r 3 } # last",
            "SELECT ?s { ?s ?p ( # in brackets\n ) FILTER(?s != ?p # and here\n ) }",
            "SELECT ?s { ?s <urn:p\\u0041> \"\\u0022\" . \t?s\t?p \"tab\there\" }",
            "SELECT ?s { OPTIONAL { ?s ?p ?o FILTER(?o<5) } FILTER <urn:f>() SERVICE SILENT <urn:s> { ?s ?p ?o } }");

    /** A query with its white space and keywords' neighbours thrown about. */
    record Thrown(String query, String as) {
        @Override
        public String toString() {
            return as;
        }
    }

    private static List<String> queries() {
        return Stream.concat(
                        ShippedCollection.catalog().queries().stream().map(CannedQuery::sparql),
                        Stream.concat(
                                ODD.stream(), Stream.of(InternalQuery.values()).map(InternalQuery::text)))
                .toList();
    }

    @Provide
    Arbitrary<Thrown> thrown() {
        Arbitrary<String> queries = Arbitraries.of(queries());
        return queries.flatMap(
                query -> Arbitraries.longs().map(seed -> new Thrown(query, throwAbout(query, new Random(seed)))));
    }

    /** Other white space between the same tokens; a comment here and there. */
    private static String throwAbout(String query, Random random) {
        StringBuilder out = new StringBuilder();
        for (QueryToken token : QueryToken.read(query)) {
            boolean apart = token.spaced() || token.newLines() > 0;
            if (apart) {
                out.append(List.of(" ", "\n", "\t", "  \n\n ", "\r\n", " # said by the way {\n")
                        .get(random.nextInt(6)));
            }
            out.append(token.text()).append(token.isComment() ? "\n" : "");
        }
        return out.toString();
    }

    @Property(tries = 400)
    void the_same_query_however_it_was_laid_out(@ForAll("thrown") Thrown thrown) {
        String laidOut = QueryLayout.of(thrown.as());
        assertThat(algebra(laidOut)).isEqualTo(algebra(thrown.query()));
        assertThat(parsed(laidOut)).isEqualTo(parsed(thrown.query()));
        assertThat(QueryLayout.of(laidOut)).as("again").isEqualTo(laidOut);
        assertThat(comments(laidOut)).isEqualTo(comments(thrown.as()));
    }

    @Test
    void every_query_of_the_collection_and_of_the_program_keeps_its_meaning_and_its_words() {
        assertThat(queries()).hasSizeGreaterThan(100).allSatisfy(query -> {
            String laidOut = QueryLayout.of(query);
            assertThat(algebra(laidOut)).isEqualTo(algebra(query));
            assertThat(laidOut.replaceAll("\\s+", "")).isEqualTo(query.replaceAll("\\s+", ""));
            assertThat(QueryLayout.of(laidOut)).isEqualTo(laidOut);
        });
    }

    @Test
    void each_statement_has_a_line_and_each_group_is_indented() {
        assertThat(
                        QueryLayout.of(
                                "PREFIX ent: <https://w3id.org/entente/ontology#> select ?p (count(*) as ?n) where{?e a ent:Event;ent:place"
                                        + " ?place. # where\n?x ent:participant ?p optional{?p ent:office ?o .filter(?o!=?p)} { ?a ?b ?c } union {"
                                        + " ?c ?b ?a } filter not exists { ?p a ent:Ghost } } group by ?p order by desc(?n) limit 5"))
                .isEqualTo("""
                        PREFIX ent: <https://w3id.org/entente/ontology#>
                        select ?p (count(*) as ?n)
                        where {
                          ?e a ent:Event ;
                            ent:place ?place . # where
                          ?x ent:participant ?p
                          optional { ?p ent:office ?o . filter(?o!=?p) }
                          { ?a ?b ?c } union { ?c ?b ?a }
                          filter not exists { ?p a ent:Ghost }
                        }
                        group by ?p
                        order by desc(?n)
                        limit 5
                        """);
    }

    private static Object algebra(String query) {
        return Algebra.compile(parsed(query));
    }

    private static Query parsed(String query) {
        return QueryFactory.create(query, "https://w3id.org/entente/", Syntax.syntaxARQ);
    }

    private static List<String> comments(String query) {
        List<String> comments = new ArrayList<>();
        QueryToken.read(query).stream().filter(QueryToken::isComment).forEach(comment -> comments.add(comment.text()));
        return comments;
    }
}
