package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxTest {
    static Stream<Path> turtleFiles() {
        return Stream.of(OntologyFiles.ONTOLOGY, Path.of("src", "test", "resources", "shapes"))
                .flatMap(directory -> OntologyFiles.below(directory, ".ttl").stream());
    }

    @ParameterizedTest
    @MethodSource("turtleFiles")
    void two_independent_parsers_read_the_same_triples(Path file) throws IOException {
        Model byJena = OntologyFiles.read(List.of(file));

        StringWriter statements = new StringWriter();
        StatementCollector collector = new StatementCollector();
        RDFParser rdf4j = Rio.createParser(RDFFormat.TURTLE, Values.getValueFactory());
        rdf4j.setRDFHandler(collector);
        rdf4j.parse(new StringReader(OntologyFiles.text(file)), "https://example.org/");
        collector.getStatements().forEach(s -> statements.append(NTriples.line(s)));
        Model byRdf4j = ModelFactory.createDefaultModel();
        RDFDataMgr.read(byRdf4j, new StringReader(statements.toString()), null, Lang.NTRIPLES);

        assertThat(byRdf4j.isIsomorphicWith(byJena)).isTrue();
    }
}
