package org.entente.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

class RdfPropertyTest {
    private static final Map<String, String> PREFIXES = Map.of(
            "ex", "https://example.org/", "xsd", "http://www.w3.org/2001/XMLSchema#", "", "https://example.org/a/");

    @Property(tries = 500)
    void any_text_is_read(@ForAll String text) {
        check(text);
    }

    @Property(tries = 2000)
    void any_mixture_of_tokens_is_read(@ForAll("almostTurtle") String text) {
        check("@prefix ex: <https://example.org/> .\n" + text);
    }

    @Property(tries = 300)
    void any_bytes_are_read(@ForAll byte[] bytes) throws IOException {
        Path file = Files.createTempFile("any", ".ttl");
        try {
            Files.write(file, bytes);
            TurtleReader.read(file, "any.ttl");
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500)
    void an_error_before_costs_nothing_that_comes_after(@ForAll("almostTurtle") String broken) {
        String tail = "\n.\n@prefix tail: <https://example.org/tail#> .\ntail:a tail:b tail:c .\n";
        if (broken.contains("'") || broken.contains("\"") || broken.contains("<")) {
            return;
        }
        TurtleFile file = TurtleReader.read("@prefix ex: <https://example.org/> .\n" + broken + tail, "x.ttl");

        assertThat(file.graph()).anyMatch(t -> t.getSubject().hasURI("https://example.org/tail#a"));
    }

    @Property(tries = 500)
    void what_is_written_reads_back_the_same(@ForAll("graphs") List<Triple> graph) {
        String text = CanonicalTurtle.write(graph, PREFIXES);
        TurtleFile file = TurtleReader.read(text, "written.ttl");

        // A note says that "+1" is kept as 1; nothing is wrong with it.
        assertThat(file.findings()).allMatch(finding -> finding.severity() == Severity.NOTE);
        assertThat(new HashSet<>(file.graph())).isEqualTo(new HashSet<>(graph));
        assertThat(CanonicalTurtle.write(file.graph(), PREFIXES)).isEqualTo(text);
    }

    private static void check(String text) {
        TurtleFile file = TurtleReader.read(text, "any.ttl");
        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        assertThat(file.findings()).allMatch(f -> f.line() >= 0 && f.line() <= lines);
        assertThat(file.triples()).allMatch(t -> t.line() >= 1 && t.line() <= lines);
        Skolem.apply(file.triples(), "https://example.org");
    }

    @Provide
    Arbitrary<String> almostTurtle() {
        return Arbitraries.of(
                        "ex:a",
                        "ex:b",
                        "ex:c.d",
                        "zz:q",
                        "a",
                        " ",
                        " ",
                        "\n",
                        ".",
                        " .\n",
                        " .\n",
                        ";",
                        ",",
                        "[",
                        "]",
                        "(",
                        ")",
                        "\"x\"",
                        "\"x",
                        "'''",
                        "\"\"\"",
                        "@de",
                        "^^ex:t",
                        "<https://example.org/x>",
                        "<rel>",
                        "<bad iri>",
                        "<",
                        "1",
                        "2.5",
                        ".5",
                        "1e3",
                        "true",
                        "_:x",
                        "# note",
                        "@prefix",
                        "@prefix ex: <https://example.org/> .\n",
                        "PREFIX y: <urn:y:>\n",
                        "@base",
                        "<<",
                        "{|",
                        "~",
                        "\\",
                        "\u00e9",
                        "\uD83D\uDE00",
                        "\uD83D",
                        "\r\n",
                        "\u0000")
                .list()
                .ofMaxSize(25)
                .map(tokens -> String.join(tokens.size() % 2 == 0 ? " " : "", tokens));
    }

    @Provide
    Arbitrary<List<Triple>> graphs() {
        Arbitrary<Node> iris = Arbitraries.of(
                        "https://example.org/a",
                        "https://example.org/a/b",
                        "https://example.org/2015-06-09",
                        "https://example.org/x.",
                        "https://example.org/",
                        "urn:ex:y",
                        "https://example.org/%C3%A4",
                        "https://example.org/\u00e4/(x)")
                .map(NodeFactory::createURI);
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12).filter(s -> s.chars()
                .noneMatch(c -> Character.isSurrogate((char) c)));
        Arbitrary<Node> literals = Arbitraries.oneOf(
                texts.map(NodeFactory::createLiteralString),
                texts.map(s -> NodeFactory.createLiteralLang(s, "de")),
                Arbitraries.of("1", "+1", "007").map(s -> NodeFactory.createLiteralDT(s, XSDDatatype.XSDinteger)),
                Arbitraries.of("1.50", ".5", "1.", "-2")
                        .map(s -> NodeFactory.createLiteralDT(s, XSDDatatype.XSDdecimal)),
                Arbitraries.of("true", "1").map(s -> NodeFactory.createLiteralDT(s, XSDDatatype.XSDboolean)));
        return Combinators.combine(iris, iris, Arbitraries.oneOf(iris, literals))
                .as(Triple::create)
                .list()
                .ofMaxSize(20);
    }
}
