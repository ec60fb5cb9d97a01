package org.entente.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.query.ParameterException.Reason;
import org.entente.text.NearWords;
import org.entente.vocab.Iris;
import org.entente.vocab.Prefixes;

/** Reads the parameters of a request by their declared types. */
public final class Parameters {
    /** Names of parameters that belong to the service, not to a query. */
    public static final Set<String> RESERVED =
            Set.of("format", "lang", "page", "limit", "sort", "view", "release", "key", "cite", "bom", "shape");
    /** Largest number of values in a list. */
    public static final int MAX_LIST = 100;
    /** Longest text, in characters. */
    public static final int MAX_TEXT = 1_000;

    private static final int NEAR = 5;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    /**
     * What the values of a parameter mean.
     *
     * @param nodes each once
     * @param readings how names were read
     */
    public record Entities(List<Node> nodes, List<Arguments.Reading> readings) {}

    private final EntityResolver names;
    private final DateReader dates;

    private Parameters(EntityResolver names, DateReader dates) {
        this.names = names;
        this.dates = dates;
    }

    /** Like {@link #read(CannedQuery, Map, EntityNames, DateReader)}, with plain dates only. */
    public static Arguments read(CannedQuery query, Map<String, List<String>> given, EntityResolver names) {
        return read(query, given, names, DateReader.PLAIN);
    }

    /**
     * Reads the parameters of a request.
     *
     * @param given parameter name to values, decoded. Reserved names except {@code lang} are ignored. An empty text
     *     counts as missing, because forms send empty fields.
     * @throws ParameterException for the first parameter that is wrong
     */
    public static Arguments read(
            CannedQuery query, Map<String, List<String>> given, EntityResolver names, DateReader dates) {
        return read(query.header(), given, names, dates);
    }

    /** All errors in the parameters of a request, in the order of the query's parameters; empty if there are none. */
    public static List<ParameterException> problems(
            CannedQuery query, Map<String, List<String>> given, EntityResolver names, DateReader dates) {
        List<ParameterException> problems = new ArrayList<>();
        ParameterException first;
        try {
            read(query, given, names, dates);
            return problems;
        } catch (ParameterException e) {
            first = e;
            if (query.header().parameter(first.parameter()).isEmpty()) {
                problems.add(first);
            }
        }
        for (Parameter parameter : query.header().parameters()) {
            try {
                Map<String, List<String>> own = new HashMap<>(given);
                own.keySet().retainAll(Set.of(parameter.name()));
                read(query.header().only(parameter), own, names, dates);
            } catch (ParameterException wrong) {
                problems.add(wrong);
            }
        }
        if (problems.isEmpty()) {
            // Each is right by itself.
            problems.add(first);
        }
        return problems;
    }

    static Arguments read(QueryHeader header, Map<String, List<String>> given, EntityResolver names, DateReader dates) {
        return new Parameters(names, dates).read(header, given);
    }

    /**
     * The entities that the values of a required parameter mean, for requests without a canned query. Values are IRIs,
     * CURIEs or names.
     *
     * @param classes IRIs of the classes of the entities
     * @throws ParameterException if there are no values or too many, or one means no entity or several
     */
    public static Entities entities(String name, List<String> texts, List<String> classes, EntityResolver names) {
        Parameter parameter = new Parameter(
                name,
                name,
                ParameterType.IRI,
                true,
                true,
                List.of(),
                classes,
                List.of(),
                java.util.OptionalLong.empty(),
                java.util.OptionalLong.empty(),
                LocalText.NONE,
                Optional.empty());
        List<String> given =
                texts.stream().filter(text -> text != null && !text.isBlank()).toList();
        if (given.isEmpty()) {
            throw wrong(Reason.MISSING, parameter, "", "is required: " + parameter.expected());
        }
        if (given.size() > MAX_LIST) {
            throw wrong(Reason.TOO_MANY, parameter, given.size() + " values", "takes at most " + MAX_LIST + " values");
        }
        Parameters reader = new Parameters(names, DateReader.PLAIN);
        Set<Node> nodes = new LinkedHashSet<>();
        List<Arguments.Reading> readings = new ArrayList<>();
        for (String text : given) {
            Node node = reader.node(parameter, text);
            nodes.add(node);
            if (!isAddress(text.strip())) {
                readings.add(new Arguments.Reading(name, text.strip(), node.getURI(), ParameterType.IRI));
            }
        }
        return new Entities(List.copyOf(nodes), List.copyOf(readings));
    }

    private Arguments read(QueryHeader header, Map<String, List<String>> given) {
        List<String> known = header.parameters().stream().map(Parameter::name).toList();
        for (String name : given.keySet().stream().sorted().toList()) {
            if (!known.contains(name) && !RESERVED.contains(name)) {
                throw new ParameterException(
                        Reason.UNKNOWN,
                        shown(name),
                        "",
                        known.isEmpty()
                                ? "this query takes no parameters"
                                : "there is no such parameter; available: " + String.join(", ", known),
                        NearWords.of(name, known, NEAR),
                        List.of());
            }
        }
        Map<String, Node> scalars = new HashMap<>();
        Map<String, List<Node>> lists = new HashMap<>();
        Map<String, List<String>> canonical = new TreeMap<>();
        List<Arguments.Reading> readings = new ArrayList<>();
        for (Parameter parameter : header.parameters()) {
            List<String> texts = given.getOrDefault(parameter.name(), List.of()).stream()
                    .filter(text -> text != null && !text.isBlank())
                    .toList();
            boolean byDefault = texts.isEmpty();
            if (byDefault && parameter.required()) {
                throw wrong(Reason.MISSING, parameter, "", "is required: " + parameter.expected());
            }
            List<String> taken = byDefault ? parameter.defaults() : texts;
            if (taken.size() > (parameter.list() ? MAX_LIST : 1)) {
                throw wrong(
                        Reason.TOO_MANY,
                        parameter,
                        taken.size() + " values",
                        parameter.list() ? "takes at most " + MAX_LIST + " values" : "takes one value");
            }
            Set<Node> nodes = new LinkedHashSet<>();
            List<String> again = new ArrayList<>();
            for (String text : taken) {
                Node node = node(parameter, text);
                nodes.add(node);
                again.add(
                        switch (parameter.type()) {
                            case IRI -> Prefixes.compact(node.getURI());
                            case STRING -> text;
                            case DATE -> dates.edtf(text.strip());
                            default -> text.strip();
                        });
                boolean named = parameter.type() == ParameterType.IRI && !isAddress(text.strip());
                boolean written = parameter.type() == ParameterType.DATE
                        && !again.getLast().equals(text.strip());
                if (!byDefault && (named || written)) {
                    String meant = named ? node.getURI() : again.getLast();
                    readings.add(new Arguments.Reading(parameter.name(), text.strip(), meant, parameter.type()));
                }
                if (parameter.type() == ParameterType.DATE) {
                    bounds(parameter, text, scalars);
                }
            }
            if (nodes.isEmpty()) {
                continue;
            }
            if (parameter.list()) {
                lists.put(parameter.variable(), List.copyOf(nodes));
                if (parameter.type() == ParameterType.ENUM) {
                    scalars.put(
                            parameter.words(),
                            NodeFactory.createLiteralString(
                                    again.stream().distinct().collect(Collectors.joining(","))));
                }
            } else {
                scalars.put(parameter.variable(), nodes.iterator().next());
            }
            if (!byDefault) {
                canonical.put(parameter.name(), again.stream().distinct().toList());
            }
        }
        requireOrder(header, given, scalars);
        return new Arguments(
                language(given.getOrDefault(CannedQuery.LANG, List.of())), scalars, lists, canonical, readings);
    }

    /** A period that ends before it begins has no days: nothing would be found, as if nothing had happened. */
    private static void requireOrder(QueryHeader header, Map<String, List<String>> given, Map<String, Node> scalars) {
        Optional<Parameter> from = header.parameter("from").filter(p -> p.type() == ParameterType.DATE);
        Optional<Parameter> to = header.parameter("to").filter(p -> p.type() == ParameterType.DATE);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        Node start = scalars.get(from.get().variable() + "Start");
        Node end = scalars.get(to.get().variable() + "End");
        if (start != null && end != null && start.getLiteralLexicalForm().compareTo(end.getLiteralLexicalForm()) > 0) {
            throw wrong(
                    Reason.EARLY,
                    to.get(),
                    String.join(" ", given.getOrDefault("to", List.of())),
                    "is before from ("
                            + shown(String.join(" ", given.getOrDefault("from", List.of()))
                                    .strip()) + "); write the earlier date in from");
        }
    }

    private static String language(List<String> given) {
        List<String> texts =
                given.stream().filter(text -> text != null && !text.isBlank()).toList();
        if (texts.isEmpty()) {
            return "en";
        }
        if (texts.size() > 1 || !LANGUAGE.matcher(texts.getFirst()).matches()) {
            throw new ParameterException(
                    Reason.MALFORMED,
                    CannedQuery.LANG,
                    shown(texts.getFirst()),
                    "expected one language tag of two or three letters, such as de, en, ru, kk",
                    List.of(),
                    List.of());
        }
        return texts.getFirst();
    }

    private Node node(Parameter parameter, String text) {
        refuseUnwritable(parameter, text);
        return switch (parameter.type()) {
            case IRI -> iri(parameter, text.strip());
            case STRING -> NodeFactory.createLiteralString(text);
            case INTEGER -> integer(parameter, text.strip());
            case DATE -> {
                range(parameter, text);
                yield NodeFactory.createLiteralString(dates.edtf(text.strip()));
            }
            case LANG -> {
                if (!LANGUAGE.matcher(text.strip()).matches()) {
                    throw wrong(Reason.MALFORMED, parameter, text, parameter.expected());
                }
                yield NodeFactory.createLiteralString(text.strip());
            }
            case ENUM -> value(parameter, text.strip());
            case BOOLEAN -> {
                if (!text.strip().equals("true") && !text.strip().equals("false")) {
                    throw wrong(Reason.MALFORMED, parameter, text, parameter.expected());
                }
                yield NodeFactory.createLiteralDT(text.strip(), XSDDatatype.XSDboolean);
            }
        };
    }

    /** Refuses control characters, unpaired surrogates and texts that are too long, for every type. */
    private static void refuseUnwritable(Parameter parameter, String text) {
        if (text.length() > MAX_TEXT) {
            throw wrong(Reason.MALFORMED, parameter, text, "takes at most " + MAX_TEXT + " characters");
        }
        boolean unwritable = text.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || (c & 0xFFFE) == 0xFFFE);
        if (unwritable) {
            throw wrong(Reason.MALFORMED, parameter, text, "must not contain control characters");
        }
    }

    private Node iri(Parameter parameter, String text) {
        if (!isAddress(text)) {
            return named(parameter, text);
        }
        String given = Prefixes.expand(text).orElse(text);
        if (!Iris.isWebAddress(given)) {
            throw wrong(
                    Reason.MALFORMED,
                    parameter,
                    text,
                    "an IRI must not contain spaces, quotes, angle or curly brackets, |, ^, `, \\, dot segments or two slashes at the end");
        }
        String iri = names.survivor(given);
        if (!names.exists(iri)) {
            String tail = Iris.localName(iri).replace('-', ' ');
            throw new ParameterException(
                    Reason.NOT_FOUND,
                    parameter.name(),
                    shown(text),
                    "no entity in the collection has this IRI",
                    List.of(),
                    names.near(tail, Set.copyOf(parameter.classes()), NEAR));
        }
        return NodeFactory.createURI(iri);
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://")
                || text.startsWith("https://")
                || Prefixes.expand(text).isPresent();
    }

    private Node named(Parameter parameter, String name) {
        Set<String> classes = Set.copyOf(parameter.classes());
        List<EntityCandidate> meant = names.resolve(name, classes);
        if (meant.size() == 1) {
            return NodeFactory.createURI(meant.getFirst().iri());
        }
        if (meant.isEmpty()) {
            throw new ParameterException(
                    Reason.NOT_FOUND,
                    parameter.name(),
                    shown(name),
                    "no entity in the collection has this name; " + parameter.expected(),
                    List.of(),
                    names.near(name, classes, NEAR));
        }
        throw new ParameterException(
                Reason.AMBIGUOUS,
                parameter.name(),
                shown(name),
                "several entities have this name; choose one by its identifier",
                List.of(),
                meant);
    }

    private static Node integer(Parameter parameter, String text) {
        if (INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= parameter.min().orElse(Long.MIN_VALUE)
                    && number <= parameter.max().orElse(Long.MAX_VALUE)) {
                return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
            }
        }
        throw wrong(Reason.MALFORMED, parameter, text, parameter.expected());
    }

    private static Node value(Parameter parameter, String text) {
        for (Parameter.Value value : parameter.values()) {
            if (value.name().equals(text)) {
                return value.node()
                        .flatMap(Prefixes::expand)
                        .map(NodeFactory::createURI)
                        .orElseGet(() -> NodeFactory.createLiteralString(text));
            }
        }
        List<String> words =
                parameter.values().stream().map(Parameter.Value::name).toList();
        throw new ParameterException(
                Reason.MALFORMED,
                parameter.name(),
                shown(text),
                parameter.expected(),
                NearWords.of(text, words, NEAR),
                List.of());
    }

    private DateRange range(Parameter parameter, String text) {
        return dates.read(text.strip())
                .orElseThrow(() -> wrong(Reason.MALFORMED, parameter, text, parameter.expected()));
    }

    private void bounds(Parameter parameter, String text, Map<String, Node> scalars) {
        DateRange range = range(parameter, text);
        range.first().ifPresent(day -> scalars.put(parameter.variable() + "Start", dateTime(day + "T00:00:00Z")));
        range.last().ifPresent(day -> scalars.put(parameter.variable() + "End", dateTime(day + "T23:59:59Z")));
    }

    private static Node dateTime(String lexical) {
        return NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdateTime);
    }

    private static ParameterException wrong(Reason reason, Parameter parameter, String given, String expected) {
        return new ParameterException(reason, parameter.name(), shown(given), expected, List.of(), List.of());
    }

    /** The given text without control characters, at most 200 characters. */
    private static String shown(String given) {
        StringBuilder safe = new StringBuilder();
        given.codePoints()
                .limit(200)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
