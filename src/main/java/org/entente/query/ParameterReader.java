package org.entente.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.sparql.HeaderNode;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;

/** Reads the {@code parameters} of a header. */
final class ParameterReader {
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
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final HeaderValues in;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    ParameterReader(HeaderValues in) {
        this.in = in;
    }

    /** Name of each parameter to the line of the file that declares it. */
    Map<String, Integer> lines() {
        return lines;
    }

    /** The declared parameters, in the order of the file. */
    List<Parameter> parameters(@Nullable HeaderNode node, Map<String, HeaderNode> defaults) {
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
                    in.finding(item.line(), "parameters: an entry without a name");
                } else {
                    String text = name.scalar().get();
                    parameters.add(parameter(
                            text,
                            new HeaderNode(name.line(), item.scalar(), item.items(), item.fields()),
                            defaults.get(text)));
                }
            }
        } else {
            in.finding(node.line(), "parameters: expected a list or a mapping of parameters");
        }
        return parameters;
    }

    private Parameter parameter(String name, HeaderNode node, @Nullable HeaderNode outerDefault) {
        Map<String, HeaderNode> keys = in.fields(node, "parameter " + name);
        in.refuseUnknown(keys, PARAMETER_KEYS, "parameter " + name + ": key");
        if (!NAME.matcher(name).matches()) {
            in.finding(
                    node.line(),
                    "parameter " + name + ": a name must be a lower-case letter followed by letters and digits");
        }
        if (Parameters.RESERVED.contains(name)) {
            in.finding(node.line(), "parameter " + name + ": this name is reserved");
        }
        if (lines.putIfAbsent(name, in.line(node)) != null) {
            in.finding(node.line(), "parameter " + name + " is declared twice");
        }
        String word = in.scalar(keys.get("type"), "type").orElse("");
        ParameterType type = ParameterType.named(word).orElse(ParameterType.STRING);
        if (ParameterType.named(word).isEmpty()) {
            in.finding(
                    HeaderValues.lineOf(keys.get("type"), node),
                    "parameter " + name + ": type must be one of iri, string, integer, date, " + "lang, enum, boolean");
        }
        List<Parameter.Value> values = values(keys.get("values"), name);
        if ((type == ParameterType.ENUM) == values.isEmpty()) {
            in.finding(
                    HeaderValues.lineOf(keys.get("values"), node),
                    "parameter " + name + ": an enum needs values, and only an enum has them");
        }
        List<String> classes = new ArrayList<>();
        for (String term : in.texts(keys.get("class"), "class")) {
            Prefixes.expand(term)
                    .ifPresentOrElse(
                            classes::add,
                            () -> in.finding(
                                    HeaderValues.lineOf(keys.get("class"), node),
                                    "parameter " + name + ": class " + term + " has an unknown prefix"));
        }
        if (!classes.isEmpty() && type != ParameterType.IRI) {
            in.finding(
                    HeaderValues.lineOf(keys.get("class"), node),
                    "parameter " + name + ": only an iri can have a class");
        }
        HeaderNode inner = keys.get("default");
        if (inner != null && outerDefault != null) {
            in.finding(inner.line(), "parameter " + name + ": default is given twice, here and under defaults");
        }
        List<String> defaults = in.texts(inner != null ? inner : outerDefault, "default");
        boolean required = in.flag(keys.get("required"), "required");
        boolean list = in.flag(keys.get("list"), "list");
        if (required && !defaults.isEmpty()) {
            in.finding(node.line(), "parameter " + name + ": a required parameter cannot have a default");
        }
        if (list && type == ParameterType.DATE) {
            in.finding(node.line(), "parameter " + name + ": a date cannot be a list");
        }
        if (!list && defaults.size() > 1) {
            in.finding(node.line(), "parameter " + name + ": several defaults, but it is not a list");
        }
        String variable = in.scalar(keys.get("variable"), "variable").orElse(name);
        if (!NAME.matcher(variable).matches()) {
            in.finding(
                    HeaderValues.lineOf(keys.get("variable"), node),
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
                in.number(keys.get("min"), "min", Long.MIN_VALUE, Long.MAX_VALUE),
                in.number(keys.get("max"), "max", Long.MIN_VALUE, Long.MAX_VALUE),
                in.text(keys.get("description"), "parameter " + name + ": description", node.line()),
                in.scalar(keys.get("example"), "example"));
    }

    private List<Parameter.Value> values(@Nullable HeaderNode node, String parameter) {
        List<Parameter.Value> values = new ArrayList<>();
        in.fields(node, "values").forEach((name, value) -> {
            Map<String, HeaderNode> keys = in.fields(value, "value " + name);
            in.refuseUnknown(keys, VALUE_KEYS, "parameter " + parameter + ", value " + name + ": key");
            Optional<String> curie = in.scalar(keys.get("node"), "node");
            if (curie.isPresent() && Prefixes.expand(curie.get()).isEmpty()) {
                in.finding(value.line(), "parameter " + parameter + ", value " + name + ": node has an unknown prefix");
            }
            Map<String, HeaderNode> labels = new LinkedHashMap<>(keys);
            labels.remove("node");
            values.add(new Parameter.Value(
                    name,
                    curie,
                    in.text(
                            new HeaderNode(value.line(), Optional.empty(), Optional.empty(), Optional.of(labels)),
                            "parameter " + parameter + ", value " + name,
                            value.line())));
        });
        return values;
    }
}
