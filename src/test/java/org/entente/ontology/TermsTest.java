package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
    private static final Pattern TERM = Pattern.compile("(?<![\\w:-])ent:([A-Za-z]\\w*)");
    private static final String PREFIXES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final Model TERMS = OntologyFiles.terms();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILTER NOT EXISTS { ?term rdfs:label ?text FILTER ( LANG( ?text ) = 'de' ) }",
                "FILTER NOT EXISTS { ?term rdfs:label ?text FILTER ( LANG( ?text ) = 'en' ) }",
                "FILTER NOT EXISTS { ?term skos:definition ?text FILTER ( LANG( ?text ) = 'de' ) }",
                "FILTER NOT EXISTS { ?term skos:definition ?text FILTER ( LANG( ?text ) = 'en' ) }",
                "FILTER NOT EXISTS { ?term rdfs:isDefinedBy <https://w3id.org/entente/ontology> }"
            })
    void every_term_is_labelled_and_defined_in_both_languages(String lacking) {
        assertThat(rows("SELECT ?term { " + OURS + lacking + " }")).isEmpty();
    }

    @Test
    void a_term_has_one_label_and_one_definition_in_a_language() {
        assertThat(rows("SELECT ?term { " + OURS + """
                         VALUES ?property { rdfs:label skos:definition }
                         ?term ?property ?text , ?other
                         FILTER ( ?text != ?other && LANG( ?text ) = LANG( ?other ) )
                         }""")).isEmpty();
    }

    @Test
    void a_definition_says_more_than_its_label() {
        assertThat(rows("""
                        SELECT ?term ?definition {
                          ?term rdfs:label ?label ; skos:definition ?definition
                          FILTER ( LANG( ?label ) = LANG( ?definition ) )
                          BIND ( LCASE( REPLACE( STR( ?definition ) , "^(An?|The|Eine?|Der|Die|Das) |[.]$" , "" ) ) AS ?said )
                          FILTER ( ?said = LCASE( STR( ?label ) ) )
                        }""")).isEmpty();
    }

    @Test
    void labels_within_a_scheme_differ() {
        assertThat(rows("SELECT ?term ?other { ?term skos:inScheme ?scheme ; rdfs:label ?label ."
                        + " ?other skos:inScheme ?scheme ; rdfs:label ?label FILTER ( ?term != ?other ) }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty"})
    void labels_of_one_sort_of_term_differ(String sort) {
        assertThat(rows("SELECT ?term ?other { ?term a " + sort + " ; rdfs:label ?label . ?other a " + sort
                        + " ; rdfs:label ?label FILTER ( ?term != ?other ) }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rdfs:subClassOf", "rdfs:subPropertyOf"})
    void no_term_is_its_own_superior(String property) {
        assertThat(rows("SELECT ?term { ?term " + property + "+ ?term FILTER ( isIRI( ?term ) ) }"))
                .isEmpty();
    }

    @Test
    void a_concept_belongs_to_exactly_one_scheme() {
        assertThat(rows("SELECT ?term { ?term a skos:Concept . OPTIONAL { ?term skos:inScheme ?scheme }"
                        + " } GROUP BY ?term HAVING ( COUNT( ?scheme ) != 1 )"))
                .isEmpty();
    }

    @Test
    void a_property_consolidates_to_one_of_its_own_kind() {
        assertThat(rows("SELECT ?term ?target { ?term ent:consolidatesTo ?target ; a ?kind"
                        + " FILTER ( STRSTARTS( STR( ?kind ) , STR( owl: ) ) ) FILTER NOT EXISTS { ?target a ?kind"
                        + " FILTER ( ?kind != owl:FunctionalProperty ) } }"))
                .isEmpty();
    }

    @Test
    void no_undeclared_term_is_used() {
        Set<String> undeclared = new TreeSet<>();
        Set<String> declared = declared(TERMS);
        for (Path file : turtleAndQueries()) {
            for (String term : usedIn(OntologyFiles.text(file))) {
                if (!declared.contains(term)) {
                    undeclared.add("ent:" + term + " in " + file);
                }
            }
        }

        assertThat(undeclared).isEmpty();
    }

    @Test
    void every_class_and_property_is_used() {
        assumeFalse(
                OntologyFiles.below(OntologyFiles.DATA.resolve("sources"), ".ttl")
                        .isEmpty(),
                "no data yet that could use the terms");
        Set<String> used = new TreeSet<>();
        Stream.of(
                        OntologyFiles.below(OntologyFiles.DATA, ".ttl"),
                        OntologyFiles.below(OntologyFiles.QUERIES, ".rq"),
                        OntologyFiles.below(OntologyFiles.ONTOLOGY.resolve("shapes"), ".ttl"))
                .flatMap(List::stream)
                .forEach(file -> used.addAll(usedIn(OntologyFiles.text(file))));
        // A class that only orders others is used by them.
        for (QuerySolution row :
                select("SELECT ?term ?wider { ?term rdfs:subClassOf+ ?wider FILTER ( isIRI( ?wider ) ) }")) {
            if (used.contains(localName(row.get("term")))) {
                used.add(localName(row.get("wider")));
            }
        }
        // One rule fills all properties to which others consolidate, by reading the ontology.
        for (QuerySolution row : select("SELECT ?term ?target { ?term ent:consolidatesTo ?target }")) {
            if (used.contains(localName(row.get("term")))) {
                used.add(localName(row.get("target")));
            }
        }
        // A mark on a term of ours is used by the term that bears it.
        for (QuerySolution row :
                select("SELECT ?term { ?term a owl:AnnotationProperty FILTER EXISTS { ?any ?term ?value } }")) {
            used.add(localName(row.get("term")));
        }
        Set<String> unused = declared(OntologyFiles.read(List.of(OntologyFiles.ONTOLOGY.resolve("entente.ttl"))));
        unused.removeAll(used);

        assertThat(unused).isEmpty();
    }

    private static final String OURS =
            "?term a ?kind FILTER ( STRSTARTS( STR( ?term ) , 'https://w3id.org/entente/ontology#' ) ) ";

    private static List<Path> turtleAndQueries() {
        List<Path> files = new ArrayList<>(OntologyFiles.below(OntologyFiles.ONTOLOGY, ".ttl"));
        files.addAll(OntologyFiles.below(OntologyFiles.DATA, ".ttl"));
        files.addAll(OntologyFiles.below(OntologyFiles.QUERIES, ".rq"));
        files.addAll(OntologyFiles.below(Path.of("src", "test", "resources", "shapes"), ".ttl"));
        return files;
    }

    private static Set<String> usedIn(String text) {
        Set<String> terms = new TreeSet<>();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find()) {
            terms.add(matcher.group(1));
        }
        return terms;
    }

    private static Set<String> declared(Model model) {
        Set<String> terms = new TreeSet<>();
        model.listSubjectsWithProperty(RDF.type)
                .filterKeep(
                        subject -> subject.isURIResource() && subject.getURI().startsWith(Ent.NS))
                .forEach(subject -> terms.add(localName(subject)));
        return terms;
    }

    private static String localName(RDFNode node) {
        return node.asResource().getURI().replace(Ent.NS, "");
    }

    private static List<QuerySolution> select(String query) {
        List<QuerySolution> solutions = new ArrayList<>();
        try (QueryExecution execution = QueryExecutionFactory.create(PREFIXES + query, TERMS)) {
            execution.execSelect().forEachRemaining(solutions::add);
        }
        return solutions;
    }

    private static List<String> rows(String query) {
        return select(query).stream().map(Object::toString).toList();
    }
}
