package org.entente.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.query.Parameter;
import org.entente.query.ParameterType;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Suggestions;

/**
 * A parameter as a form shows it.
 *
 * @param kind text, entity, date, number, select or checks
 * @param list whether several values may be given
 * @param values what stands in its inputs; at least one, which may be ""
 * @param hint an example; "" if there is none
 * @param help what may be written; "" where that is plain
 * @param suggest classes of the things whose names are proposed, separated by commas; "" for all; only for entities
 * @param error what is wrong with what was given; "" if nothing is
 * @param near what may have been meant
 */
public record FormField(
        String name,
        String label,
        boolean required,
        boolean list,
        String kind,
        List<String> values,
        String hint,
        String help,
        List<Option> options,
        String suggest,
        String error,
        List<Suggestions> near) {
    /** More choices than this are a list to open, not boxes to tick. */
    private static final int BOXES = 12;

    /** A choice. */
    public record Option(String value, String label, boolean selected) {}

    /** The values of {@code id} and {@code aria-describedby}: the ids of whatever explains the field. */
    public String described() {
        List<String> ids = new ArrayList<>();
        if (!hint.isEmpty() || !help.isEmpty()) {
            ids.add("h-" + name);
        }
        if (!error.isEmpty()) {
            ids.add("e-" + name);
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public static FormField of(Parameter parameter, Map<String, List<String>> given, String language) {
        Messages messages = Messages.in(language);
        List<String> values = given.getOrDefault(parameter.name(), List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList();
        List<String> chosen = values.isEmpty() ? parameter.defaults() : values;
        List<Option> options = options(parameter, chosen, messages);
        String description = parameter.description().in(language);
        List<String> shown = new ArrayList<>(chosen.isEmpty() ? List.of("") : chosen);
        if (parameter.list() && options.isEmpty() && !chosen.isEmpty()) {
            shown.add(""); // room for one more
        }
        return new FormField(
                parameter.name(),
                description.isBlank() ? parameter.name() : description,
                parameter.required(),
                parameter.list(),
                kind(parameter, options),
                List.copyOf(shown),
                parameter.example().orElse(""),
                parameter.type() == ParameterType.DATE ? messages.get("form.date") : "",
                options,
                suggest(parameter),
                "",
                List.of());
    }

    /** The same with what is wrong with it. */
    FormField wrong(String message, List<Suggestions> candidates) {
        return new FormField(
                name, label, required, list, kind, values, hint, help, options, suggest, message, candidates);
    }

    private static String kind(Parameter parameter, List<Option> options) {
        return switch (parameter.type()) {
            case IRI -> "entity";
            case DATE -> "date";
            case INTEGER -> "number";
            case BOOLEAN -> "select";
            case ENUM -> parameter.list() && options.size() <= BOXES ? "checks" : "select";
            default -> "text";
        };
    }

    private static String suggest(Parameter parameter) {
        return parameter.type() == ParameterType.IRI
                ? parameter.classes().stream().map(Prefixes::compact).collect(Collectors.joining(","))
                : "";
    }

    private static List<Option> options(Parameter parameter, List<String> chosen, Messages messages) {
        List<Option> options = new ArrayList<>();
        if (parameter.type() == ParameterType.BOOLEAN) {
            options.add(new Option("", messages.get("form.any"), chosen.isEmpty()));
            options.add(new Option("true", messages.get("form.yes"), chosen.contains("true")));
            options.add(new Option("false", messages.get("form.no"), chosen.contains("false")));
        } else if (parameter.type() == ParameterType.ENUM) {
            if (!parameter.required() && !parameter.list()) {
                options.add(new Option("", messages.get("form.any"), chosen.isEmpty()));
            }
            parameter
                    .values()
                    .forEach(v -> options.add(new Option(
                            v.name(),
                            v.label().isEmpty() ? v.name() : v.label().in(messages.language()),
                            chosen.contains(v.name()))));
        }
        return options;
    }
}
