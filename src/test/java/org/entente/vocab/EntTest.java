package org.entente.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.ShippedCollection;
import org.junit.jupiter.api.Test;

/** The name spaces of the program are those of the files, and every term that the program names is declared. */
class EntTest {
    private static final Pattern TERM_IN_CODE = Pattern.compile("Ent\\.term\\(\"(\\w+)\"\\)|\\bent:(\\w+)");

    @Test
    void every_term_that_the_program_names_is_declared_in_the_ontology() throws IOException {
        Set<String> declared = declared();
        Set<String> unknown = new TreeSet<>();
        for (Path folder : new Path[] {Path.of("src/main/java"), Path.of("src/main/resources"), Path.of("queries")}) {
            try (Stream<Path> files = Files.walk(ShippedCollection.HOME.resolve(folder))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|rq|header|yaml)"))
                        .toList()) {
                    TERM_IN_CODE.matcher(Files.readString(file)).results().forEach(m -> {
                        String term = m.group(1) != null ? m.group(1) : m.group(2);
                        if (!declared.contains(term)) {
                            unknown.add(file.getFileName() + ": " + term);
                        }
                    });
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void a_prefix_means_the_same_in_the_program_and_in_every_file() throws IOException {
        TreeMap<String, String> ours = new TreeMap<>(Prefixes.all());
        Pattern prefix = Pattern.compile("(?im)^\\s*@?prefix\\s+([a-z]\\w*):\\s*<([^>]*)>");
        Set<String> different = new TreeSet<>();
        for (String folder : new String[] {"ontology", "data", "queries"}) {
            try (Stream<Path> files = Files.walk(ShippedCollection.HOME.resolve(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().matches(".*\\.(ttl|rq)")).toList()) {
                    prefix.matcher(Files.readString(file)).results().forEach(m -> {
                        String known = ours.get(m.group(1));
                        if (known != null && !known.equals(m.group(2))) {
                            different.add(file.getFileName() + ": " + m.group());
                        }
                    });
                }
            }
        }
        assertThat(different).isEmpty();
    }

    /** Terms and concepts, and the functions of the manual. */
    private static Set<String> declared() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : new String[] {"entente.ttl", "vocabulary.ttl", "functions.ttl"}) {
            RDFParser.source(ShippedCollection.FILES.ontology().resolve(file)).parse(graph);
        }
        Set<String> names = new TreeSet<>();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(t -> {
            if (t.getSubject().isURI() && t.getSubject().getURI().startsWith(Ent.NS)) {
                names.add(t.getSubject().getURI().substring(Ent.NS.length()));
            }
        });
        return names;
    }
}
