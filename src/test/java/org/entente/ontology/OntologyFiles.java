package org.entente.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;

/** The Turtle and query files of the project, as the tests of the ontology read them. */
final class OntologyFiles {
    static final Path ONTOLOGY = Path.of("ontology");
    static final Path DATA = Path.of("data");
    static final Path QUERIES = Path.of("queries");

    private OntologyFiles() {}

    /**
     * All files below {@code directory} with this ending, in the order of their paths; none if there is no such directory. What the
     * collection says about itself is in terms of other vocabularies and is left out.
     */
    static List<Path> below(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending) && !file.endsWith("collection.ttl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model read(List<Path> files) {
        Model model = ModelFactory.createDefaultModel();
        files.forEach(file -> RDFDataMgr.read(model, file.toString()));
        return model;
    }

    /** Classes, properties, concepts and functions, without alignments and shapes. */
    static Model terms() {
        return read(List.of(
                ONTOLOGY.resolve("entente.ttl"),
                ONTOLOGY.resolve("vocabulary.ttl"),
                ONTOLOGY.resolve("functions.ttl")));
    }

    static Model alignments() {
        return read(below(ONTOLOGY.resolve("alignments"), ".ttl"));
    }

    static Model shapes() {
        return read(below(ONTOLOGY.resolve("shapes"), ".ttl"));
    }

    /** What curators and sources say, before anything is derived; empty if there are no data yet. */
    static Model data() {
        return read(below(DATA, ".ttl"));
    }
}
