package org.entente.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.sparql.HeaderNode;
import org.entente.sparql.QueryFile;
import org.entente.vocab.Prefixes;

/** Reads the header of one query file; whatever is wrong becomes a finding, and reading goes on. */
final class HeaderReader {
    static final Set<String> VIEWS = Set.of("table", "timeline", "network", "map", "chart");
    private static final Set<String> KEYS = Set.of(
            "summary", "description", "tags", "question", "parameters", "example", "view", "pagination", "defaults");
    private static final Set<String> PARAMETER_KEYS = Set.of(
            "name",
            "variable",
            "type",
            "required",
            "list",
            "default",
            "class",
            "values",
            "min",
            "max",
            "description",
            "example");
    private static final Set<String> VALUE_KEYS = Set.of("node", "de", "en", "ru");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final int MAX_PAGE = 1_000;

    private final String name;
    private final QueryFile file;
    private final List<CatalogFinding> findings;
    private final Map<String, Integer> parameterLines = new LinkedHashMap<>();

    HeaderReader(String name, QueryFile file, List<CatalogFinding> findings) {
        this.name = name;
        this.file = file;
        this.findings = findings;
    }

    /** The header as far as it can be understood; empty if there is none or it is not YAML. */
    Optional<QueryHeader> read() {
        file.strays()
                .forEach(line ->
                        findings.add(new CatalogFinding(name, line, 0, "a #+ line after the end of the header")));
        HeaderNode top;
        try {
            top = file.header();
        } catch (HeaderNode.Malformed e) {
            finding(e.line(), e.getMessage());
            return Optional.empty();
        }
        Map<String, HeaderNode> keys = top.fields().orElseThrow();
        refuseUnknown(keys, KEYS, "key");
        LocalText summary = text(keys.get("summary"), "summary", 1);
        Map<String, HeaderNode> defaults = fields(keys.get("defaults"), "defaults");
        List<Parameter> parameters = parameters(keys.get("parameters"), defaults);
        for (Map.Entry<String, HeaderNode> entry : defaults.entrySet()) {
            if (!parameterLines.containsKey(entry.getKey())) {
                finding(entry.getValue().line(), "defaults: there is no parameter " + entry.getKey());
            }
        }
        return Optional.of(new QueryHeader(
                summary,
                keys.containsKey("description") ? text(keys.get("description"), "description", 1) : LocalText.NONE,
                texts(keys.get("tags"), "tags"),
                question(keys.get("question")),
                parameters,
                example(keys.get("example"), parameters),
                view(keys.get("view")),
                (int) number(keys.get("pagination"), "pagination", 1, MAX_PAGE).orElse(50)));
    }

    /** Line of the file in which a parameter is declared. */
    int lineOf(String parameter) {
        return parameterLines.getOrDefault(parameter, file.firstLine());
    }

    private List<Parameter> parameters(HeaderNode node, Map<String, HeaderNode> defaults) {
        List<Parameter> parameters = new ArrayList<>();
        if (node == null) {
            return parameters;
        }
        if (node.fields().isPresent()) {
            node.fields().get().forEach((name, value) -> parameters.add(parameter(name, value, defaults.get(name))));
        } else if (node.items().isPresent()) {
            for (HeaderNode item : node.items().get()) {
                HeaderNode name =
                        item.fields().map(fields -> fields.get("name")).orElse(null);
                if (name == null || name.scalar().isEmpty()) {
                    finding(item.line(), "parameters: an entry without a name");
                } else {
                    String text = name.scalar().get();
                    parameters.add(parameter(
                            text,
                            new HeaderNode(name.line(), item.scalar(), item.items(), item.fields()),
                            defaults.get(text)));
                }
            }
        } else {
            finding(node.line(), "parameters: expected a list or a mapping of parameters");
        }
        return parameters;
    }

    private Parameter parameter(String name, HeaderNode node, HeaderNode outerDefault) {
        Map<String, HeaderNode> keys = fields(node, "parameter " + name);
        refuseUnknown(keys, PARAMETER_KEYS, "parameter " + name + ": key");
        if (!NAME.matcher(name).matches()) {
            finding(
                    node.line(),
                    "parameter " + name + ": a name must be a lower-case letter followed by letters and digits");
        }
        if (Parameters.RESERVED.contains(name)) {
            finding(node.line(), "parameter " + name + ": this name is reserved");
        }
        if (parameterLines.putIfAbsent(name, file.lineOf(node.line())) != null) {
            finding(node.line(), "parameter " + name + " is declared twice");
        }
        String word = scalar(keys.get("type"), "type").orElse("");
        ParameterType type = ParameterType.named(word).orElse(ParameterType.STRING);
        if (ParameterType.named(word).isEmpty()) {
            finding(
                    lineOf(keys.get("type"), node),
                    "parameter " + name + ": type must be one of iri, string, integer, date, " + "lang, enum, boolean");
        }
        List<Parameter.Value> values = values(keys.get("values"), name);
        if ((type == ParameterType.ENUM) == values.isEmpty()) {
            finding(
                    lineOf(keys.get("values"), node),
                    "parameter " + name + ": an enum needs values, and only an enum has them");
        }
        List<String> classes = new ArrayList<>();
        for (String term : texts(keys.get("class"), "class")) {
            Prefixes.expand(term)
                    .ifPresentOrElse(
                            classes::add,
                            () -> finding(
                                    keys.get("class").line(),
                                    "parameter " + name + ": class " + term + " has an unknown prefix"));
        }
        if (!classes.isEmpty() && type != ParameterType.IRI) {
            finding(keys.get("class").line(), "parameter " + name + ": only an iri can have a class");
        }
        HeaderNode inner = keys.get("default");
        if (inner != null && outerDefault != null) {
            finding(inner.line(), "parameter " + name + ": default is given twice, here and under defaults");
        }
        List<String> defaults = texts(inner != null ? inner : outerDefault, "default");
        boolean required = flag(keys.get("required"), "required");
        boolean list = flag(keys.get("list"), "list");
        if (required && !defaults.isEmpty()) {
            finding(node.line(), "parameter " + name + ": a required parameter cannot have a default");
        }
        if (list && type == ParameterType.DATE) {
            finding(node.line(), "parameter " + name + ": a date cannot be a list");
        }
        if (!list && defaults.size() > 1) {
            finding(node.line(), "parameter " + name + ": several defaults, but it is not a list");
        }
        String variable = scalar(keys.get("variable"), "variable").orElse(name);
        if (!NAME.matcher(variable).matches()) {
            finding(
                    keys.get("variable").line(),
                    "parameter " + name + ": a variable must be a lower-case letter followed by letters "
                            + "and digits, without a question mark");
        }
        return new Parameter(
                name,
                variable,
                type,
                required,
                list,
                defaults,
                classes,
                values,
                number(keys.get("min"), "min", Long.MIN_VALUE, Long.MAX_VALUE),
                number(keys.get("max"), "max", Long.MIN_VALUE, Long.MAX_VALUE),
                text(keys.get("description"), "parameter " + name + ": description", node.line()),
                scalar(keys.get("example"), "example"));
    }

    private List<Parameter.Value> values(HeaderNode node, String parameter) {
        List<Parameter.Value> values = new ArrayList<>();
        fields(node, "values").forEach((name, value) -> {
            Map<String, HeaderNode> keys = fields(value, "value " + name);
            refuseUnknown(keys, VALUE_KEYS, "parameter " + parameter + ", value " + name + ": key");
            Optional<String> curie = scalar(keys.get("node"), "node");
            if (curie.isPresent() && Prefixes.expand(curie.get()).isEmpty()) {
                finding(value.line(), "parameter " + parameter + ", value " + name + ": node has an unknown prefix");
            }
            Map<String, HeaderNode> labels = new LinkedHashMap<>(keys);
            labels.remove("node");
            values.add(new Parameter.Value(
                    name,
                    curie,
                    text(
                            new HeaderNode(value.line(), Optional.empty(), Optional.empty(), Optional.of(labels)),
                            "parameter " + parameter + ", value " + name,
                            value.line())));
        });
        return values;
    }

    private LocalText question(HeaderNode node) {
        if (node == null) {
            return LocalText.NONE;
        }
        LocalText question = text(node, "question", node.line());
        Matcher slots = SLOT.matcher(String.join(" ", question.byLanguage().values()));
        Set<String> wrong = new LinkedHashSet<>();
        while (slots.find()) {
            if (!parameterLines.containsKey(slots.group(1))) {
                wrong.add(slots.group(1));
            }
        }
        wrong.forEach(slot -> finding(node.line(), "question: there is no parameter " + slot));
        return question;
    }

    private Map<String, List<String>> example(HeaderNode node, List<Parameter> parameters) {
        Map<String, List<String>> example = new TreeMap<>();
        fields(node, "example").forEach((name, value) -> {
            if (!parameterLines.containsKey(name)) {
                finding(value.line(), "example: there is no parameter " + name);
            }
            example.put(name, texts(value, "example"));
        });
        for (Parameter parameter : parameters) {
            parameter
                    .example()
                    .filter(text -> parameter.required())
                    .ifPresent(text -> example.putIfAbsent(parameter.name(), List.of(text)));
            if (parameter.required() && !example.containsKey(parameter.name())) {
                findings.add(new CatalogFinding(
                        name,
                        lineOf(parameter.name()),
                        0,
                        "parameter " + parameter.name() + " is required, so the example needs a value for it"));
            }
        }
        return example;
    }

    private String view(HeaderNode node) {
        String view = scalar(node, "view").orElse("table");
        if (!VIEWS.contains(view)) {
            finding(node.line(), "view must be one of table, timeline, network, map, chart");
        }
        return view;
    }

    /** A text in at least German and English. */
    private LocalText text(HeaderNode node, String what, int defaultLine) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields(node, what).forEach((language, value) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                finding(value.line(), what + ": " + language + " is not a language tag");
            }
            scalar(value, what + ", " + language)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> texts.put(language, text));
        });
        for (String needed : List.of("de", "en")) {
            if (!texts.containsKey(needed)) {
                finding(node == null ? defaultLine : node.line(), what + ": no text in " + needed);
            }
        }
        return new LocalText(texts);
    }

    private Map<String, HeaderNode> fields(HeaderNode node, String what) {
        if (node == null) {
            return Map.of();
        }
        if (node.fields().isEmpty()) {
            finding(node.line(), what + ": expected a mapping of keys and values");
        }
        return node.fields().orElse(Map.of());
    }

    /** A scalar or a sequence of scalars, as a list. */
    private List<String> texts(HeaderNode node, String what) {
        if (node == null) {
            return List.of();
        }
        if (node.scalar().isPresent()) {
            return List.of(node.scalar().get());
        }
        List<String> texts = new ArrayList<>();
        if (node.items().isEmpty()) {
            finding(node.line(), what + ": expected a text or a list of texts");
        }
        node.items().orElse(List.of()).forEach(item -> scalar(item, what).ifPresent(texts::add));
        return texts;
    }

    private Optional<String> scalar(HeaderNode node, String what) {
        if (node == null) {
            return Optional.empty();
        }
        if (node.scalar().isEmpty()) {
            finding(node.line(), what + ": expected one text");
        }
        return node.scalar();
    }

    private boolean flag(HeaderNode node, String what) {
        String text = scalar(node, what).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            finding(node.line(), what + ": expected true or false");
        }
        return text.equals("true");
    }

    private OptionalLong number(HeaderNode node, String what, long min, long max) {
        Optional<String> text = scalar(node, what);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= min && number <= max) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        finding(
                node.line(),
                what + ": expected a whole number" + (max == Long.MAX_VALUE ? "" : " from " + min + " to " + max));
        return OptionalLong.empty();
    }

    private void refuseUnknown(Map<String, HeaderNode> keys, Set<String> known, String what) {
        keys.forEach((key, value) -> {
            if (!known.contains(key)) {
                finding(
                        value.line(),
                        what + " " + key + " is unknown; available: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    private static int lineOf(HeaderNode node, HeaderNode otherwise) {
        return node == null ? otherwise.line() : node.line();
    }

    private void finding(int yamlLine, String message) {
        findings.add(new CatalogFinding(name, file.lineOf(yamlLine), 0, message));
    }
}
