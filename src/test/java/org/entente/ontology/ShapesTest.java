package org.entente.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SHAPE = "https://w3id.org/entente/shapes#";
    private static final Property MESSAGE = ResourceFactory.createProperty(SH, "message");
    private static final String WRONG = "# wrong";
    private static final String RIGHT = "# right: ";
    private static final Model MODEL = OntologyFiles.shapes();
    private static final Shapes SHAPES = Shapes.parse(MODEL);
    private static final Model TERMS = OntologyFiles.terms();

    /**
     * One file in {@code src/test/resources/shapes}: the shape it breaks, the message it must raise, and the data as they
     * are and corrected. Lines that end in {@code # wrong} go, lines that start with {@code # right:} come in.
     */
    record Example(Path file, String shape, String severity, String message, String failing, String corrected) {
        static Example read(Path file) {
            List<String> lines = OntologyFiles.text(file).lines().toList();
            String corrected = lines.stream()
                    .filter(line -> !line.endsWith(WRONG))
                    .map(line -> line.startsWith(RIGHT) ? line.substring(RIGHT.length()) : line)
                    .collect(Collectors.joining("\n"));
            return new Example(
                    file,
                    header(lines, "shape"),
                    header(lines, "severity"),
                    header(lines, "message"),
                    String.join("\n", lines),
                    corrected);
        }

        private static String header(List<String> lines, String name) {
            String start = "# " + name + ": ";
            return lines.stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow()
                    .substring(start.length());
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static Stream<Example> examples() {
        return OntologyFiles.below(Path.of("src", "test", "resources", "shapes"), ".ttl").stream()
                .map(Example::read);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_failing_example_raises_its_message_and_the_corrected_one_does_not(Example example) {
        assertThat(example.corrected()).as("the corrected twin differs").isNotEqualTo(example.failing());

        List<ReportEntry> found = findings(example.shape(), example.failing());
        assertThat(found).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.severity().level().getURI()).isEqualTo(SH + example.severity());
            assertThat(entry.messages()).hasSize(2).anySatisfy(message -> assertThat(message.getLiteralLexicalForm())
                    .isEqualTo(example.message()));
        });
        assertThat(findings(example.shape(), example.corrected())).isEmpty();
    }

    @Test
    void every_shape_that_speaks_has_a_failing_example() {
        Set<String> speaking = new TreeSet<>();
        MODEL.listSubjectsWithProperty(MESSAGE).forEach(subject -> speaking.add(subject.getURI()));
        Set<String> shown =
                examples().map(example -> SHAPE + example.shape()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(speaking);
    }

    @Test
    void every_message_is_given_in_german_and_in_english() {
        MODEL.listSubjectsWithProperty(MESSAGE).forEach(subject -> assertThat(subject.listProperties(MESSAGE)
                        .mapWith(s -> s.getLanguage())
                        .toList())
                .as(subject.toString())
                .containsExactlyInAnyOrder("de", "en"));
    }

    @Test
    void a_file_is_named_after_the_shape_it_breaks() {
        assertThat(examples())
                .allSatisfy(example -> assertThat(example.toString()).startsWith(example.shape() + "-"));
    }

    private static List<ReportEntry> findings(String shape, String turtle) {
        Model data = ModelFactory.createDefaultModel().add(TERMS);
        RDFDataMgr.read(data, new StringReader(turtle), null, Lang.TURTLE);
        Graph graph = data.getGraph();
        return ShaclValidator.get().validate(SHAPES, graph).getEntries().stream()
                .filter(entry ->
                        entry.source().isURI() && entry.source().getURI().equals(SHAPE + shape))
                .toList();
    }
}
