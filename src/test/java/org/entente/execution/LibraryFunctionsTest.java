package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.StandardFunctions;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.update.UpdateFactory;
import org.entente.bounds.AllowedFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function of ARQ's library is on the list, or refused and not to be found by ARQ either. */
class LibraryFunctionsTest {
    private static final String LIBRARY = "org/apache/jena/sparql/function/library/";
    private static final String PROPERTIES = "org/apache/jena/sparql/pfunction/library/";
    private static final ForbiddenFeatures DOORS = new ForbiddenFeatures(ServiceRules.CLOSED);

    static Stream<String> functions() throws IOException {
        FunctionRegistry standard = new FunctionRegistry();
        StandardFunctions.loadStdDefs(standard);
        StandardFunctions.loadOtherDefs(standard);
        Set<String> iris = new TreeSet<>();
        standard.keys().forEachRemaining(iris::add);
        for (String name : classes(LIBRARY)) {
            iris.add("java:" + (LIBRARY + name).replace('/', '.'));
            iris.add("http://jena.apache.org/ARQ/function#" + name.replace('/', '.'));
            iris.add("http://jena.hpl.hp.com/ARQ/function#" + name.replace('/', '.'));
            if (name.startsWith("leviathan/")) {
                iris.add("http://www.dotnetrdf.org/leviathan#" + name.substring("leviathan/".length()));
            }
        }
        assertThat(iris).hasSizeGreaterThan(400);
        return iris.stream();
    }

    static Stream<String> properties() throws IOException {
        Set<String> iris = new TreeSet<>(List.of(
                "http://jena.apache.org/ARQ/list#index",
                "http://jena.apache.org/ARQ/list#length",
                "http://jena.apache.org/ARQ/list#member"));
        for (String name : classes(PROPERTIES)) {
            iris.add("java:" + (PROPERTIES + name).replace('/', '.'));
            iris.add("http://jena.apache.org/ARQ/property#" + name);
            iris.add("http://jena.hpl.hp.com/ARQ/property#" + name);
        }
        assertThat(iris).hasSizeGreaterThan(40);
        return iris.stream();
    }

    private static List<String> classes(String folder) throws IOException {
        String place =
                ARQ.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile jar = new JarFile(place)) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(folder.length(), name.length() - ".class".length()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_is_listed_or_refused_and_not_found(String iri) {
        String query = "SELECT (<" + iri + ">(1) AS ?x) {}";
        if (AllowedFunctions.function(iri)) {
            assertThat(FunctionRegistry.get().getFunctionFactory(iri)).isNotNull();
            return;
        }
        assertThat(refusal(query)).contains(AllowedFunctions.shortName(iri));
        assertThat(FunctionRegistry.get().getFunctionFactory(iri)).isNull();
    }

    @ParameterizedTest
    @MethodSource("properties")
    void a_property_function_is_listed_or_refused_and_not_found(String iri) {
        if (AllowedFunctions.predicate(iri)) {
            assertThat(PropertyFunctionRegistry.get().get(iri)).isNotNull();
            return;
        }
        assertThat(PropertyFunctionRegistry.get().get(iri)).isNull();
        assertThat(PropertyFunctionRegistry.get().manages(iri)).isFalse();
        for (String pattern :
                List.of("?x <%s> ?y", "?x ^<%s>/<urn:p> ?y", "?x !(<urn:p>|^<%s>) ?y", "GRAPH ?g { ?x <%s> 1 }")) {
            assertThat(refusal("SELECT * { " + pattern.formatted(iri) + " }"))
                    .contains(AllowedFunctions.shortName(iri));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait",
                "print",
                "context",
                "eval",
                "sprintf",
                "SystemVar",
                "strjoin",
                "execTime",
                "version",
                "FN_Matches",
                "FN_StrReplace",
                "FN_Apply"
            })
    void what_waits_prints_looks_around_or_grows_is_not_on_the_list(String name) {
        assertThat(AllowedFunctions.function("http://jena.apache.org/ARQ/function#" + name))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fn:apply(afn:wait, 1) | afn:wait",
                "fn:apply(<java:org.apache.jena.sparql.function.library.e>) | java:org.apache.jena.sparql.function.library.e",
                "fn:apply(?f, 1) | chosen at run time",
                "fn:apply(IRI(CONCAT(STR(afn:), 'wait')), 1) | chosen at run time",
                "fn:apply(fn:apply, afn:wait, 1) | chosen at run time",
                "fn:apply() | chosen at run time",
                "cdt:size('[1]'^^cdt:List) | cdt#size",
                "<http://jena.apache.org/ARQ/jsFunction#f>(1) | jsFunction#f",
                "<http://example.org/f>(1) | http://example.org/f",
                "ent:noSuchFunction(1) | noSuchFunction"
            })
    void functions_that_are_reached_in_another_way_are_refused_too(String call, String named) {
        String prefixes =
                "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> PREFIX afn: <http://jena.apache.org/ARQ/function#>"
                        + " PREFIX cdt: <http://example.org/cdt#> PREFIX ent: <https://w3id.org/entente/ontology#> ";
        for (String query : List.of(
                "SELECT (%s AS ?x) { VALUES ?f { afn:wait } }",
                "SELECT ?s { ?s ?p ?o } ORDER BY %s",
                "SELECT (SUM(%s) AS ?x) { ?s ?p ?o } GROUP BY (%1$s AS ?y) HAVING (%1$s > 1)",
                "ASK { ?s ?p ?o FILTER NOT EXISTS { ?s ?p ?o BIND(%s AS ?y) } }",
                "DESCRIBE ?s { ?s ?p ?o OPTIONAL { ?o ?q ?r FILTER(%s) } }",
                "CONSTRUCT { ?s ?p ?o } { { SELECT * { ?s ?p ?o MINUS { ?s ?p ?z FILTER(%s) } } } }")) {
            assertThat(refusal(prefixes + query.formatted(call))).contains(named);
        }
        assertThat(problem(() -> ForbiddenFeatures.ofUpdates()
                                .check(UpdateFactory.create(
                                        prefixes + "INSERT { ?s ?p ?x } WHERE { ?s ?p ?o BIND(" + call + " AS ?x) }",
                                        Syntax.syntaxARQ)))
                        .title())
                .contains(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE WHERE { GRAPH ?g { ?x <java:org.example.P> 1 } }",
                "DELETE WHERE { ?x <http://jena.apache.org/ARQ/property#strSplit> ?y }",
                "INSERT { ?x <java:org.example.P> ?y } WHERE { ?x ?p ?y }",
                "DELETE { ?x ?p ?y } WHERE { ?x <java:org.example.P> ?y }",
                "WITH <urn:g> DELETE { ?x ?p ?y } USING <urn:h> WHERE { ?x <urn:p>/<java:org.example.P> ?y }",
                "INSERT DATA { <urn:a> <urn:p> 1 } ; DELETE WHERE { ?x <java:org.example.P> 1 }",
                "INSERT { ?s <urn:n> ?n } WHERE { SELECT ?s (AGG <java:org.example.A>(?o) AS ?n) { ?s ?p ?o } GROUP BY ?s }"
            })
    void updates_are_held_in_every_form(String update) {
        assertThat(problem(() -> ForbiddenFeatures.ofUpdates().check(UpdateFactory.create(update, Syntax.syntaxARQ)))
                        .title())
                .endsWith("is not allowed");
    }

    @Test
    void a_refusal_names_the_function_and_lists_what_is_allowed() {
        Problem problem = problem(() -> check("SELECT (<http://jena.apache.org/ARQ/function#wait>(9) AS ?x) {}"));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.title()).isEqualTo("The function afn:wait is not allowed");
        assertThat(problem.fields()).containsEntry("function", "http://jena.apache.org/ARQ/function#wait");
        assertThat(problem.fields().get("allowed").toString())
                .contains(
                        "http://jena.apache.org/ARQ/function#localname",
                        "https://w3id.org/entente/ontology#certainlyWithin",
                        "https://w3id.org/entente/ontology#met",
                        "http://www.w3.org/2005/xpath-functions#upper-case");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<http://www.w3.org/2005/xpath-functions#upper-case>, 'a') AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions/math#sqrt>(4) AS ?x) {}",
                "SELECT (<https://w3id.org/entente/ontology#possiblyWithin>(1, 2) AS ?x) {}",
                "SELECT * { ?s <https://w3id.org/entente/ontology#met> ?o }",
                "SELECT * { ?s <http://www.w3.org/2000/01/rdf-schema#member> ?o }",
                "SELECT (AGG <http://jena.apache.org/ARQ/function/aggregate#stdev>(?o) AS ?x) { ?s ?p ?o }"
            })
    void what_is_listed_goes_through(String query) {
        assertThatCode(() -> check(query)).doesNotThrowAnyException();
    }

    private static String refusal(String query) {
        Problem problem = problem(() -> check(query));
        assertThat(problem).as(query).isNotNull();
        assertThat(problem.status()).isEqualTo(400);
        return problem.title();
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }

    private static void check(String query) {
        DOORS.check(QueryFactory.create(query, Syntax.syntaxARQ));
    }
}
