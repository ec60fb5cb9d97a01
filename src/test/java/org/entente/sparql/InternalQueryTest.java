package org.entente.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.ShippedCollection;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries that the program itself asks: all of {@code queries/internal}. */
class InternalQueryTest {
    private static final Path FOLDER = ShippedCollection.HOME.resolve("queries").resolve("internal");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern USE = Pattern.compile("\\bInternalQuery\\.([A-Z_]+)\\b");

    @Test
    void every_query_has_a_file_and_every_file_a_query() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.add(FOLDER.relativize(file).toString().replace('\\', '/')));
        }

        assertThat(files)
                .containsExactlyElementsOf(Arrays.stream(InternalQuery.values())
                        .map(query -> query.path() + ".rq")
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_query_is_asked_somewhere() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path file : paths.filter(f -> f.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(asked::add);
            }
        }

        assertThat(Arrays.stream(InternalQuery.values()).map(Enum::name))
                .allSatisfy(name -> assertThat(asked).contains(name));
    }

    @ParameterizedTest
    @EnumSource
    void every_query_says_in_a_comment_at_the_top_what_it_is_for(InternalQuery query) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(query.path() + ".rq"))).startsWith("# ");
        assertThat(query.text()).doesNotStartWith("#");
    }

    @ParameterizedTest
    @EnumSource
    void each_prefix_of_a_query_is_declared_once_and_means_what_it_means_everywhere(InternalQuery query) {
        List<String> declared = Pattern.compile("(?m)^PREFIX (\\w+): <(.*)>$")
                .matcher(query.text())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(declared).doesNotHaveDuplicates().allSatisfy(line -> {
            String prefix = line.replaceAll("PREFIX (\\w+):.*", "$1");
            assertThat(line)
                    .isEqualTo("PREFIX " + prefix + ": <" + Prefixes.all().get(prefix) + ">");
        });
    }

    @Test
    void all_queries_can_be_read_and_name_terms_of_the_ontology_only() {
        assertThat(InternalQuery.problems(declared())).isEmpty();
    }

    @Test
    void a_term_that_the_ontology_lacks_is_a_problem_that_names_the_file() {
        Set<String> fewer = declared();
        fewer.remove("seatCount");

        assertThat(InternalQuery.problems(fewer))
                .containsExactly("queries/internal/dossier/holders.rq: ent:seatCount is not a term of the ontology");
    }

    @Test
    void nodes_are_put_in_as_values_at_the_start_of_the_pattern() {
        Node event = NodeFactory.createURI(Ent.ID + "event/fair");

        String asked = InternalQuery.DOSSIER_OUTCOMES
                .among(Map.of("event", List.of(event)))
                .serialize();

        assertThat(asked.replaceAll("\\s+", " "))
                .contains("WHERE { VALUES ?event { <https://w3id.org/entente/id/event/fair> } ?part");
        assertThat(InternalQuery.DOSSIER_OUTCOMES.query().serialize()).doesNotContain("VALUES");
    }

    @Test
    void readers_get_a_query_with_what_was_asked_written_in() {
        assertThat(InternalQuery.ONTOLOGY_THINGS_OF_CLASS.textWith(Map.of("class", "ent:Person")))
                .isEqualTo("""
                        PREFIX ent: <https://w3id.org/entente/ontology#>
                        SELECT DISTINCT ?thing
                        WHERE {
                          { ?thing a ent:Person } UNION { GRAPH ?source { ?thing a ent:Person } }
                        }
                        ORDER BY ?thing
                        """);
    }

    private static Set<String> declared() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : List.of("entente.ttl", "vocabulary.ttl", "functions.ttl")) {
            RDFParser.source(ShippedCollection.FILES.ontology().resolve(file)).parse(graph);
        }
        return graph
                .find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .filter(term -> term.isURI() && term.getURI().startsWith(Ent.NS))
                .map(term -> term.getURI().substring(Ent.NS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
