package org.entente.web.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shared.JenaException;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.page.Cell;

/** The files of the ontology as they are on the disk: the shapes and the change log, which are not loaded, and each module for itself. */
public final class OntologyFolder {
    private static final String SH = "http://www.w3.org/ns/shacl#";

    private final Optional<Path> folder;

    /** @param folder without it there are neither shapes nor changes */
    OntologyFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The rules for the instances of a class. */
    public record Shapes(Cell target, List<Rule> rules) {}

    /**
     * A rule.
     *
     * @param severity violation, warning or info
     */
    public record Rule(String message, String severity) {}

    /**
     * A line of the change log.
     *
     * @param kind heading, item or text
     */
    public record Change(String kind, String text) {}

    /** The shapes by their target class, in the reader's language. */
    List<Shapes> shapes(String language, Model ontology) {
        Model model = ModelFactory.createDefaultModel();
        files("shapes").forEach(file -> read(model, file));
        TreeMap<String, Set<Rule>> byTarget = new TreeMap<>();
        for (String way : List.of("targetClass", "targetSubjectsOf", "targetObjectsOf")) {
            Property property = model.createProperty(SH + way);
            model.listStatements(null, property, (org.apache.jena.rdf.model.RDFNode) null)
                    .toList()
                    .forEach(s -> {
                        String key = way + " " + s.getObject();
                        byTarget.computeIfAbsent(key, k -> new LinkedHashSet<>())
                                .addAll(rules(s.getSubject(), language));
                    });
        }
        List<Shapes> shapes = new ArrayList<>();
        byTarget.forEach((key, rules) -> {
            String iri = key.substring(key.indexOf(' ') + 1);
            if (!rules.isEmpty()) {
                shapes.add(new Shapes(target(iri, language, ontology), List.copyOf(rules)));
            }
        });
        return shapes;
    }

    private static Cell target(String iri, String language, Model ontology) {
        if (!iri.startsWith(Ent.NS)) {
            return new Cell(Prefixes.compact(iri), Cell.href(iri), "");
        }
        Resource term = ontology.createResource(iri);
        String name = iri.substring(Ent.NS.length());
        String label = Optional.ofNullable(term.getProperty(RDFS.label, language))
                .map(Statement::getString)
                .orElse(name);
        return new Cell(label, "#" + name, "", "ent:" + name);
    }

    private static List<Rule> rules(Resource shape, String language) {
        List<Rule> rules = new ArrayList<>();
        add(rules, shape, language);
        shape.listProperties(shape.getModel().createProperty(SH + "property"))
                .forEachRemaining(s -> add(rules, s.getResource(), language));
        return rules;
    }

    private static void add(List<Rule> rules, Resource shape, String language) {
        Model model = shape.getModel();
        var severity = shape.getPropertyResourceValue(model.createProperty(SH + "severity"));
        shape.listProperties(model.createProperty(SH + "message")).forEachRemaining(s -> {
            if (s.getLanguage().equals(language)) {
                String name = severity == null ? "Violation" : severity.getLocalName();
                rules.add(new Rule(s.getString(), name.toLowerCase(java.util.Locale.ROOT)));
            }
        });
    }

    /** The lines of {@code CHANGELOG.md}, without its title. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Path file = folder.map(f -> f.resolve("CHANGELOG.md")).orElse(null);
        if (file == null || !Files.isRegularFile(file)) {
            return changes;
        }
        StringBuilder open = new StringBuilder();
        String kind = "text";
        for (String line : (content(file) + "\n\n").split("\n", -1)) {
            String text = line.strip();
            boolean begins = text.startsWith("#") || text.startsWith("- ");
            if ((begins || text.isEmpty()) && !open.isEmpty()) {
                changes.add(new Change(kind, open.toString()));
                open.setLength(0);
                kind = "text";
            }
            if (text.startsWith("# ") || text.isEmpty()) {
                continue;
            }
            if (begins) {
                kind = text.startsWith("#") ? "heading" : "item";
                text = text.replaceFirst("^(#+|-) +", "");
            }
            open.append(open.isEmpty() ? "" : " ").append(text.replace("`", ""));
        }
        return changes;
    }

    /** What the files of a module say; nothing if there are none. */
    Model statements(OntologyModule module) {
        Model model = ModelFactory.createDefaultModel();
        files(module.place()).forEach(file -> read(model, file));
        return model;
    }

    /** A file, or the Turtle files of a folder. */
    private List<Path> files(String name) {
        Path place = folder.map(f -> f.resolve(name)).orElse(null);
        if (place != null && Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (place == null || !Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(f -> f.toString().endsWith(".ttl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file; one with errors, perhaps because it is just being written, is skipped. */
    private static void read(Model model, Path file) {
        try {
            RDFDataMgr.read(model, file.toUri().toString());
        } catch (JenaException e) {
            org.slf4j.LoggerFactory.getLogger("entente.web").warn("{} is not shown: {}", file, e.getMessage());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
