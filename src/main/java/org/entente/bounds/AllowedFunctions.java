package org.entente.bounds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.entente.vocab.Ent;

/**
 * The functions, property functions and aggregates that a query may call by their IRIs: those that are listed in {@code
 * bounds/functions.txt}, and those of this program. ARQ's library has more, and finds Java classes by their names.
 */
public final class AllowedFunctions {
    /** Calls the function that its first argument names. */
    public static final String APPLY = "http://www.w3.org/2005/xpath-functions#apply";

    private static final String FILE = "/bounds/functions.txt";
    /** Where ARQ would look for a class when it meets such an IRI as a predicate. */
    private static final List<String> CALLS = List.of(
            "java:",
            "http://jena.apache.org/ARQ/property#",
            "http://jena.apache.org/ARQ/list#",
            "http://jena.hpl.hp.com/ARQ/property#",
            "http://jena.hpl.hp.com/ARQ/list#");

    private static final AllowedFunctions LISTED = read();

    private final SortedMap<String, String> prefixes = new TreeMap<>();
    private final SortedSet<String> functions = new TreeSet<>();
    private final SortedSet<String> properties = new TreeSet<>();
    private final SortedSet<String> aggregates = new TreeSet<>();

    private AllowedFunctions() {}

    /** Whether an expression may call this function. */
    public static boolean function(String iri) {
        return LISTED.functions.contains(iri)
                || iri.startsWith(Ent.NS) && FunctionRegistry.get().isRegistered(iri);
    }

    /** Whether a pattern may have this predicate: it is no property function, or an allowed one. */
    public static boolean predicate(String iri) {
        return LISTED.properties.contains(iri)
                || CALLS.stream().noneMatch(start -> iri.regionMatches(true, 0, start, 0, start.length()));
    }

    /** Whether {@code AGG <iri>(…)} is allowed. */
    public static boolean aggregate(String iri) {
        return LISTED.aggregates.contains(iri);
    }

    /** The IRIs of all functions that may be called, those of this program included. */
    public static SortedSet<String> functions() {
        SortedSet<String> all = new TreeSet<>(LISTED.functions);
        FunctionRegistry.get().keys().forEachRemaining(iri -> addOurs(all, iri));
        return all;
    }

    /** The IRIs of all property functions that may be called, those of this program included. */
    public static SortedSet<String> properties() {
        SortedSet<String> all = new TreeSet<>(LISTED.properties);
        PropertyFunctionRegistry.get().keys().forEachRemaining(iri -> addOurs(all, iri));
        return all;
    }

    /** The IRIs of all custom aggregates that may be called. */
    public static SortedSet<String> aggregates() {
        return new TreeSet<>(LISTED.aggregates);
    }

    private static void addOurs(SortedSet<String> all, String iri) {
        if (iri.startsWith(Ent.NS)) {
            all.add(iri);
        }
    }

    /** An IRI as a reader of queries knows it: {@code afn:wait}. */
    public static String shortName(String iri) {
        return prefix(iri)
                .map(p -> p.getKey() + ":" + iri.substring(p.getValue().length()))
                .orElse("<" + iri + ">");
    }

    private static Optional<Map.Entry<String, String>> prefix(String iri) {
        return LISTED.prefixes.entrySet().stream()
                .filter(p -> iri.length() > p.getValue().length() && iri.startsWith(p.getValue()))
                .max(Map.Entry.comparingByValue(Comparator.comparing(String::length)));
    }

    /** From now on ARQ finds no other function in this process, however the query comes in. */
    static void install() {
        FunctionRegistry functions = FunctionRegistry.get();
        ClosedFunctions closed = new ClosedFunctions();
        LISTED.functions.forEach(
                iri -> closed.put(iri, BoundedFunction.of(found(iri, functions.getFunctionFactory(iri)))));
        functions.keys().forEachRemaining(iri -> {
            if (iri.startsWith(Ent.NS)) {
                closed.put(iri, functions.getFunctionFactory(iri));
            }
        });
        PropertyFunctionRegistry properties = PropertyFunctionRegistry.get();
        ClosedProperties closedProperties = new ClosedProperties();
        LISTED.properties.forEach(iri -> closedProperties.put(iri, found(iri, properties.get(iri))));
        properties.keys().forEachRemaining(iri -> {
            if (iri.startsWith(Ent.NS)) {
                closedProperties.put(iri, properties.get(iri));
            }
        });
        FunctionRegistry.set(ARQ.getContext(), closed);
        PropertyFunctionRegistry.set(ARQ.getContext(), closedProperties);
    }

    private static <T> T found(String iri, T factory) {
        if (factory == null) {
            throw new IllegalStateException(FILE + ": ARQ has no " + iri);
        }
        return factory;
    }

    private static AllowedFunctions read() {
        try (InputStream in = AllowedFunctions.class.getResourceAsStream(FILE)) {
            AllowedFunctions listed = new AllowedFunctions();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> listed.add(line.split(" ")));
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String... line) {
        switch (line[0]) {
            case "prefix" -> prefixes.put(line[1], line[2]);
            case "function" -> functions.add(expand(line[1]));
            case "property" -> properties.add(expand(line[1]));
            case "aggregate" -> aggregates.add(expand(line[1]));
            default -> throw new IllegalStateException(FILE + ": " + String.join(" ", line));
        }
    }

    private String expand(String name) {
        int colon = name.indexOf(':');
        return prefixes.get(name.substring(0, colon)) + name.substring(colon + 1);
    }
}
