package org.entente.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.ReadOptions;
import org.entente.rdf.TurtleFile;
import org.entente.rdf.TurtleReader;
import org.entente.store.CollectionFiles;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;

/** What one source says: its reports and their participations, in the order of its file. */
public final class Account {
    private final Map<Node, Map<Node, Set<Node>>> statements = new LinkedHashMap<>();
    private final String ids;

    private Account(String ids) {
        this.ids = ids;
    }

    /**
     * Reads the file of a source.
     *
     * @throws SheetException if it is not Turtle
     */
    public static Account read(CollectionFiles files, Path file) {
        String ids = files.description().ids();
        TurtleFile turtle = TurtleReader.read(
                file, file.getFileName().toString(), ReadOptions.bulk().withPrefixes(Prefixes.inFiles(ids)));
        if (turtle.hasErrors()) {
            throw new SheetException(turtle.findings().stream()
                    .filter(Finding::isError)
                    .findFirst()
                    .map(Finding::toString)
                    .orElseThrow());
        }
        Account account = new Account(ids);
        for (LocatedTriple located : turtle.triples()) {
            Triple t = located.triple();
            account.statements
                    .computeIfAbsent(t.getSubject(), s -> new LinkedHashMap<>())
                    .computeIfAbsent(t.getPredicate(), p -> new LinkedHashSet<>())
                    .add(t.getObject());
        }
        return account;
    }

    String ids() {
        return ids;
    }

    /** The language of the document. */
    String language() {
        return statements.values().stream()
                .filter(of -> of.getOrDefault(RDF.type.asNode(), Set.of()).contains(EntClass.DOCUMENT))
                .flatMap(of -> of.getOrDefault(DCTerms.language.asNode(), Set.of()).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("en");
    }

    /** The languages of notes and descriptions. */
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        statements.values().forEach(of -> List.of(EntProperty.NOTE, EntProperty.GROUP_DESCRIPTION)
                .forEach(property -> of.getOrDefault(property, Set.of()).stream()
                        .filter(Node::isLiteral)
                        .forEach(text -> languages.add(text.getLiteralLanguage()))));
        languages.remove("");
        return languages;
    }

    /** The reports of the source. */
    public List<Node> reports() {
        return ofType(EntClass.REPORT);
    }

    /** The participations of a report. */
    public List<Node> participations(Node report) {
        return ofType(EntClass.PARTICIPATION).stream()
                .filter(p -> objects(p, EntProperty.IN_REPORT).contains(report))
                .toList();
    }

    /** The documents that the file describes. */
    public List<Node> documents() {
        return ofType(EntClass.DOCUMENT);
    }

    private List<Node> ofType(Node type) {
        List<Node> found = new ArrayList<>();
        statements.forEach((node, of) -> {
            if (of.getOrDefault(RDF.type.asNode(), Set.of()).contains(type)) {
                found.add(node);
            }
        });
        return found;
    }

    /** Whether anything is said of it. */
    public boolean has(Node subject) {
        return statements.containsKey(subject);
    }

    /** The values of a column; a date is its text. */
    public List<Node> values(Node subject, SheetColumn column) {
        Collection<Node> objects = objects(subject, column.property());
        List<Node> values = new ArrayList<>();
        for (Node object : objects) {
            if (column.kind() == SheetColumn.Kind.TIME) {
                values.addAll(objects(object, EntProperty.EDTF));
            } else if (column.language().isEmpty()
                    || object.isLiteral() && object.getLiteralLanguage().equals(column.language())) {
                values.add(object);
            }
        }
        return values;
    }

    public Set<Node> objects(Node subject, Node property) {
        return statements.getOrDefault(subject, Map.of()).getOrDefault(property, Set.of());
    }
}
