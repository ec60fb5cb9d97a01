package org.entente.rdf;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.entente.vocab.Iris;
import org.entente.vocab.Prefixes;

/**
 * Writes triples as readable Turtle that is always the same for the same triples: only prefixes in use, a block for
 * each subject with {@code a} first, everything sorted, UTF-8 and LF.
 */
public final class CanonicalTurtle {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?|");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]*\\.[0-9]+");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");

    private final Map<String, String> prefixes;
    private final TreeMap<String, String> used = new TreeMap<>();

    private CanonicalTurtle(Map<String, String> prefixes) {
        this.prefixes = new TreeMap<>(prefixes);
    }

    /**
     * @param triples without blank nodes, see {@link Skolem}; duplicates are written once
     * @param prefixes prefix without colon to IRI; only those in use are written
     * @return Turtle; "" if there are no triples
     * @throws IllegalArgumentException if a triple has a blank node, which has no canonical position
     */
    public static String write(Collection<Triple> triples, Map<String, String> prefixes) {
        return new CanonicalTurtle(prefixes).written(triples);
    }

    private String written(Collection<Triple> triples) {
        Comparator<String> typeFirst =
                Comparator.comparing((String p) -> !p.equals("a")).thenComparing(Comparator.naturalOrder());
        TreeMap<String, TreeMap<String, TreeSet<String>>> subjects = new TreeMap<>();
        for (Triple triple : triples) {
            if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
                throw new IllegalArgumentException("A blank node has no canonical form, name it first: " + triple);
            }
            String predicate = triple.getPredicate().equals(RDF.type.asNode()) ? "a" : term(triple.getPredicate());
            subjects.computeIfAbsent(term(triple.getSubject()), s -> new TreeMap<>(typeFirst))
                    .computeIfAbsent(predicate, p -> new TreeSet<>())
                    .add(term(triple.getObject()));
        }
        StringBuilder out = new StringBuilder();
        used.forEach((prefix, space) -> out.append("@prefix ")
                .append(prefix)
                .append(": ")
                .append(iri(space))
                .append(" .\n"));
        subjects.forEach((subject, predicates) -> {
            out.append(out.isEmpty() ? "" : "\n").append(subject).append(' ');
            String between = "";
            for (Map.Entry<String, TreeSet<String>> entry : predicates.entrySet()) {
                out.append(between).append(entry.getKey()).append(' ').append(objects(List.copyOf(entry.getValue())));
                between = " ;\n  ";
            }
            out.append(" .\n");
        });
        return out.toString();
    }

    private static String objects(List<String> objects) {
        int length = objects.stream().mapToInt(o -> o.length() + 2).sum();
        return String.join(length > 100 ? ",\n    " : ", ", objects);
    }

    private String term(Node node) {
        return node.isLiteral() ? literal(node) : shortened(node.getURI());
    }

    private String literal(Node node) {
        String lexical = node.getLiteralLexicalForm();
        String language = node.getLiteralLanguage();
        if (language != null && !language.isEmpty()) {
            return quoted(lexical) + "@" + language;
        }
        String datatype = node.getLiteralDatatypeURI();
        if (datatype.equals(XSD.xstring.getURI())) {
            return quoted(lexical);
        }
        boolean plain = datatype.equals(XSD.integer.getURI())
                        && INTEGER.matcher(lexical).matches()
                || datatype.equals(XSD.decimal.getURI())
                        && DECIMAL.matcher(lexical).matches()
                || datatype.equals(XSD.xboolean.getURI())
                        && BOOLEAN.matcher(lexical).matches();
        return plain ? lexical : quoted(lexical) + "^^" + shortened(datatype);
    }

    /**
     * Shortens an IRI by the longest namespace that leaves a simple local name; of equal ones the first prefix is used.
     */
    private String shortened(String iri) {
        Optional<Prefixes.Prefix> prefix =
                Prefixes.longest(iri, prefixes, local -> LOCAL.matcher(local).matches());
        prefix.ifPresent(p -> used.put(p.name(), p.space()));
        return prefix.map(p -> p.compact(iri)).orElseGet(() -> iri(iri));
    }

    private static String iri(String iri) {
        StringBuilder out = new StringBuilder("<");
        iri.codePoints().forEach(c -> {
            if (Iris.isWritable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\u%04X", c));
            }
        });
        return out.append('>').toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7F || c == 0xFEFF || c >= 0xFFFE) {
                        out.append(String.format("\\u%04X", c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
