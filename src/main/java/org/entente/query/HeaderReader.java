package org.entente.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.sparql.HeaderNode;
import org.entente.sparql.QueryFile;
import org.entente.text.ExceptionText;
import org.jspecify.annotations.Nullable;

/** Reads the header of one query file. Every error becomes a finding, and reading goes on. */
final class HeaderReader {
    static final Set<String> VIEWS = Set.of("table", "timeline", "network", "map", "chart");
    private static final Set<String> KEYS = Set.of(
            "summary",
            "description",
            "tags",
            "question",
            "parameters",
            "example",
            "view",
            "pagination",
            "defaults",
            "columns",
            "panels",
            "answer",
            "facets",
            "key",
            "claims",
            "counted",
            "uncounted");
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
    private static final int MAX_PAGE = 1_000;

    private final String name;
    private final QueryFile file;
    private final List<CatalogFinding> findings;
    private final HeaderValues in;
    private Map<String, Integer> parameterLines = Map.of();
    private Map<String, Integer> columnLines = Map.of();

    HeaderReader(String name, QueryFile file, List<CatalogFinding> findings) {
        this.name = name;
        this.file = file;
        this.findings = findings;
        this.in = new HeaderValues(name, file, findings);
    }

    /** The header as far as it is valid; empty if there is none or it is not YAML. */
    Optional<QueryHeader> read() {
        file.strays()
                .forEach(line ->
                        findings.add(new CatalogFinding(name, line, 0, "a #+ line after the end of the header")));
        HeaderNode top;
        try {
            top = file.header();
        } catch (HeaderNode.Malformed e) {
            in.finding(e.line(), ExceptionText.of(e));
            return Optional.empty();
        }
        Map<String, HeaderNode> keys = top.fields().orElseThrow();
        in.refuseUnknown(keys, KEYS, "key");
        LocalText summary = in.text(keys.get("summary"), "summary", 1);
        Map<String, HeaderNode> defaults = in.fields(keys.get("defaults"), "defaults");
        ParameterReader declared = new ParameterReader(in);
        List<Parameter> parameters = declared.parameters(keys.get("parameters"), defaults);
        parameterLines = declared.lines();
        ColumnReader shown = new ColumnReader(in);
        List<Column> columns = shown.columns(keys.get("columns"));
        columnLines = shown.lines();
        for (Map.Entry<String, HeaderNode> entry : defaults.entrySet()) {
            if (!parameterLines.containsKey(entry.getKey())) {
                in.finding(entry.getValue().line(), "defaults: there is no parameter " + entry.getKey());
            }
        }
        return Optional.of(new QueryHeader(
                summary,
                keys.containsKey("description") ? in.text(keys.get("description"), "description", 1) : LocalText.NONE,
                in.texts(keys.get("tags"), "tags"),
                question(keys.get("question")),
                parameters,
                example(keys.get("example"), parameters),
                view(keys.get("view")),
                (int) in.number(keys.get("pagination"), "pagination", 1, MAX_PAGE)
                        .orElse(50),
                columns,
                new PanelReader(in, parameters).panels(keys.get("panels")),
                keys.containsKey("answer") ? in.text(keys.get("answer"), "answer", 1) : LocalText.NONE,
                in.texts(keys.get("facets"), "facets"),
                in.texts(keys.get("key"), "key"),
                claims(keys.get("claims")),
                counted(keys.get("counted")),
                uncounted(keys)));
    }

    /** Line of the file in which a parameter is declared. */
    int lineOf(String parameter) {
        return parameterLines.getOrDefault(parameter, file.firstLine());
    }

    /** Line of the file in which a column is declared. */
    int lineOfColumn(String column) {
        return columnLines.getOrDefault(column, file.firstLine());
    }

    private LocalText question(@Nullable HeaderNode node) {
        if (node == null) {
            return LocalText.NONE;
        }
        LocalText question = in.text(node, "question", node.line());
        Matcher slots = SLOT.matcher(String.join(" ", question.byLanguage().values()));
        Set<String> wrong = new LinkedHashSet<>();
        while (slots.find()) {
            if (!parameterLines.containsKey(slots.group(1))) {
                wrong.add(slots.group(1));
            }
        }
        wrong.forEach(slot -> in.finding(node.line(), "question: there is no parameter " + slot));
        return question;
    }

    private Map<String, List<String>> example(@Nullable HeaderNode node, List<Parameter> parameters) {
        Map<String, List<String>> example = new TreeMap<>();
        in.fields(node, "example").forEach((name, value) -> {
            if (!parameterLines.containsKey(name)) {
                in.finding(value.line(), "example: there is no parameter " + name);
            }
            example.put(name, in.texts(value, "example"));
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

    private boolean claims(@Nullable HeaderNode node) {
        if (node == null) {
            return true;
        }
        String word = in.scalar(node, "claims").orElse("true");
        if (!Set.of("true", "false").contains(word)) {
            in.finding(node.line(), "claims must be true or false");
        }
        return !word.equals("false");
    }

    private Optional<Counted> counted(@Nullable HeaderNode node) {
        Optional<Counted> counted = in.scalar(node, "counted").flatMap(Counted::of);
        if (node != null && counted.isEmpty()) {
            in.finding(node.line(), "counted must be of the form: column where=value,value");
        }
        return counted;
    }

    private LocalText uncounted(Map<String, HeaderNode> keys) {
        HeaderNode node = keys.get("uncounted");
        if (node == null) {
            return LocalText.NONE;
        }
        if (keys.containsKey("counted")) {
            in.finding(node.line(), "counted and uncounted exclude each other");
        }
        return in.text(node, "uncounted", 1);
    }

    private String view(@Nullable HeaderNode node) {
        if (node == null) {
            return "table";
        }
        String view = in.scalar(node, "view").orElse("table");
        if (!VIEWS.contains(view)) {
            in.finding(node.line(), "view must be one of table, timeline, network, map, chart");
        }
        return view;
    }
}
