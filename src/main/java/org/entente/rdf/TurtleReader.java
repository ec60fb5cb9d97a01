package org.entente.rdf;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads Turtle (RDF 1.1) with the position of every triple, and finds all errors of a file, not only the first.
 *
 * <p>RIOT reads in one streaming pass. Only after an error is the text read into memory, and reading continues after
 * the broken statement. If there are no errors, RDF4J reads the file, too, and must give the same graph. Errors in a
 * file are not thrown, they are in {@link TurtleFile#findings()}.
 *
 * <p>Codes of findings: {@code turtle-syntax}, {@code undefined-prefix}, {@code bad-iri}, {@code unusual-iri},
 * {@code relative-iri}, {@code bad-language-tag}, {@code bad-literal}, {@code unknown-datatype},
 * {@code prefix-redefined}, {@code byte-order-mark}, {@code not-utf8}, {@code unreadable-file}, {@code rdf-1.2},
 * {@code nested-too-deep}, {@code spelling-lost}, {@code parsers-disagree}, {@code too-large}, {@code more-findings}.
 */
public final class TurtleReader {
    /** Larger files, in bytes, are not read into memory to find further errors. */
    private static final long MAX_RECOVERED = 512L << 20;

    private TurtleReader() {}

    /** Reads a file with {@link ReadOptions#standard()}. */
    public static TurtleFile read(Path file, String displayName) {
        return read(file, displayName, ReadOptions.standard());
    }

    /** Reads a file. */
    public static TurtleFile read(Path file, String displayName, ReadOptions options) {
        List<LocatedTriple> triples = new ArrayList<>();
        return read(file, displayName, options, triples, triples::add);
    }

    /**
     * Reads a file without keeping its triples. Each goes to {@code sink} when its statement is complete, before the
     * rest of the file was checked.
     *
     * @return the file without triples
     */
    public static TurtleFile stream(Path file, String displayName, ReadOptions options, Consumer<LocatedTriple> sink) {
        return read(file, displayName, options, List.of(), sink);
    }

    /** Reads a text with {@link ReadOptions#standard()}. */
    public static TurtleFile read(String text, String displayName) {
        return read(text, displayName, ReadOptions.standard());
    }

    /** Reads a text. */
    public static TurtleFile read(String text, String displayName, ReadOptions options) {
        Findings findings = new Findings(displayName, options.maxFindings());
        List<LocatedTriple> triples = new ArrayList<>();
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        GraphDigest digest = new GraphDigest();
        RecoveringTurtleParser pass = new RecoveringTurtleParser(
                findings, sink(triples::add, digest, options), new TreeSet<>(), options.prefixes());
        try {
            pass.read(() -> new StringReader(body), () -> Optional.of(body));
            if (options.secondParser() && findings.errors() == 0) {
                new SecondParser(findings, options.prefixes()).compare(() -> new StringReader(body), digest, triples);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
        return new TurtleFile(displayName, triples, pass.prefixes(), findings.inOrder());
    }

    private static TurtleFile read(
            Path file, String name, ReadOptions options, List<LocatedTriple> triples, Consumer<LocatedTriple> sink) {
        Findings findings = new Findings(name, options.maxFindings());
        GraphDigest digest = new GraphDigest();
        TreeSet<Integer> badLines = new TreeSet<>();
        RecoveringTurtleParser pass =
                new RecoveringTurtleParser(findings, sink(sink, digest, options), badLines, options.prefixes());
        try {
            if (Encoding.isUtf16(file)) {
                findings.add(
                        Severity.ERROR,
                        1,
                        1,
                        "not-utf8",
                        "the file is UTF-16 (byte order mark at offset 0)",
                        "save it as UTF-8");
            } else {
                pass.read(() -> Encoding.open(file, findings), () -> text(file, findings, badLines));
                if (options.secondParser() && findings.errors() == 0) {
                    SecondParser.Source again = () -> Encoding.open(file, new Findings(name, 1));
                    new SecondParser(findings, options.prefixes()).compare(again, digest, triples);
                }
            }
        } catch (IOException e) {
            String reason =
                    e instanceof NoSuchFileException ? "there is no such file" : "the file cannot be read: " + e;
            findings.add(Severity.ERROR, 0, 0, "unreadable-file", reason, "check its name and permissions");
        }
        return new TurtleFile(name, triples, pass.prefixes(), findings.inOrder());
    }

    private static Consumer<LocatedTriple> sink(Consumer<LocatedTriple> sink, GraphDigest digest, ReadOptions options) {
        if (!options.secondParser()) {
            return sink;
        }
        return located -> {
            sink.accept(located);
            digest.add(located.triple());
        };
    }

    private static Optional<String> text(Path file, Findings findings, TreeSet<Integer> badLines) throws IOException {
        if (Files.size(file) > MAX_RECOVERED) {
            findings.add(Severity.NOTE, 0, 0, "too-large", "the file is too large to look for more errors", "split it");
            return Optional.empty();
        }
        return Optional.of(Encoding.decode(Files.readAllBytes(file), findings, badLines));
    }
}
