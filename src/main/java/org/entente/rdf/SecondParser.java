package org.entente.rdf;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Namespace;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleNamespace;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.TurtleParserSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/** Checks with RDF4J's Turtle parser what RIOT accepted: it must accept it, too, and give the same graph. */
final class SecondParser {
    private static final int MAX_SHOWN = 3;

    private final Findings findings;
    private final Map<String, String> known;

    /** @param known prefixes that the text need not declare */
    SecondParser(Findings findings, Map<String, String> known) {
        this.findings = findings;
        this.known = known;
    }

    /** A text that can be read again from its start. */
    interface Source {
        Reader open() throws IOException;
    }

    /**
     * Compares the graphs of both parsers.
     *
     * @param first digest of the triples that RIOT read
     * @param triples the same triples, to report differences; empty if they were not kept
     */
    void compare(Source source, GraphDigest first, List<LocatedTriple> triples) throws IOException {
        GraphDigest second = new GraphDigest();
        if (!parse(source, second::add) || first.isomorphic(second)) {
            return;
        }
        if (triples.isEmpty()) {
            disagree(
                    0,
                    0,
                    "the first parser reads " + first.count() + " triples, the second " + second.count()
                            + ", and they are not the same graph");
            return;
        }
        List<Triple> others = new ArrayList<>();
        parse(source, others::add);
        List<Triple> own = triples.stream().map(LocatedTriple::triple).toList();
        Set<String> ownLines = new TreeSet<>(GraphDigest.named(own));
        Set<String> otherLines = new TreeSet<>(GraphDigest.named(others));
        List<String> onlyOwn =
                ownLines.stream().filter(line -> !otherLines.contains(line)).toList();
        List<String> onlyOther =
                otherLines.stream().filter(line -> !ownLines.contains(line)).toList();
        if (onlyOwn.isEmpty() && onlyOther.isEmpty()) {
            return;
        }
        LocatedTriple at = triples.stream()
                .filter(t -> !t.triple().getSubject().isBlank()
                        && !t.triple().getObject().isBlank())
                .filter(t -> onlyOwn.containsAll(GraphDigest.named(List.of(t.triple()))))
                .findFirst()
                .orElse(new LocatedTriple(own.get(0), 0, 0));
        disagree(
                at.line(),
                at.column(),
                "only the first parser reads " + shown(onlyOwn) + "; only the second reads " + shown(onlyOther));
    }

    private static String shown(List<String> lines) {
        if (lines.isEmpty()) {
            return "nothing else";
        }
        String some = String.join(" | ", lines.subList(0, Math.min(MAX_SHOWN, lines.size())));
        return lines.size() > MAX_SHOWN ? some + " | and " + (lines.size() - MAX_SHOWN) + " more" : some;
    }

    private boolean parse(Source source, Consumer<Triple> sink) throws IOException {
        TurtleParser parser = new TurtleParser();
        parser.getParserConfig()
                .set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false)
                .set(BasicParserSettings.NORMALIZE_DATATYPE_VALUES, false)
                .set(BasicParserSettings.NORMALIZE_LANGUAGE_TAGS, false)
                .set(BasicParserSettings.PROCESS_ENCODED_RDF_STAR, false)
                .set(TurtleParserSettings.ACCEPT_TURTLESTAR, false)
                .set(
                        BasicParserSettings.NAMESPACES,
                        known.entrySet().stream()
                                .map(prefix -> (Namespace) new SimpleNamespace(prefix.getKey(), prefix.getValue()))
                                .collect(Collectors.toSet()));
        Map<String, Node> blankNodes = new HashMap<>();
        parser.setRDFHandler(new AbstractRDFHandler() {
            @Override
            public void handleStatement(Statement statement) {
                sink.accept(Triple.create(
                        node(statement.getSubject(), blankNodes),
                        node(statement.getPredicate(), blankNodes),
                        node(statement.getObject(), blankNodes)));
            }
        });
        try (Reader reader = source.open()) {
            parser.parse(reader, "");
            return true;
        } catch (RDFParseException refused) {
            disagree(
                    (int) Math.max(0, refused.getLineNumber()),
                    (int) Math.max(0, refused.getColumnNumber()),
                    "only the first parser accepts the file; the second says: " + refused.getMessage());
        } catch (RuntimeException failed) {
            disagree(0, 0, "only the first parser accepts the file; the second fails: " + failed.getMessage());
        }
        return false;
    }

    private void disagree(int line, int column, String message) {
        findings.add(
                Severity.ERROR,
                line,
                column,
                "parsers-disagree",
                message,
                "write it more simply, so that all parsers understand it");
    }

    private static Node node(Value value, Map<String, Node> blankNodes) {
        if (value instanceof BNode blank) {
            return blankNodes.computeIfAbsent(blank.getID(), NodeFactory::createBlankNode);
        }
        if (value instanceof Literal literal) {
            return literal.getLanguage()
                    .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                    .orElseGet(() -> NodeFactory.createLiteralDT(
                            literal.getLabel(),
                            TypeMapper.getInstance()
                                    .getSafeTypeByName(literal.getDatatype().stringValue())));
        }
        return NodeFactory.createURI(value.stringValue());
    }
}
