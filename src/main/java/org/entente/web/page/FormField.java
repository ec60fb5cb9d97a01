package org.entente.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.query.Parameter;
import org.entente.query.ParameterType;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Suggestions;
import org.jspecify.annotations.Nullable;

/** A parameter as a form shows it. */
public record FormField(String name, String label, boolean required, Input input, Hints hints, Fault fault) {
    /**
     * What the reader fills in.
     *
     * @param kind text, entity, date, number, select or checks
     * @param list whether several values may be given
     * @param values the current values; at least one, which may be ""
     * @param options the choices of select and checks
     * @param suggest classes of the entities whose names are suggested, separated by commas; "" for all
     */
    public record Input(String kind, boolean list, List<String> values, List<Option> options, String suggest) {}

    /**
     * What may be written.
     *
     * @param example "" if there is none
     * @param help "" if it needs no explanation
     */
    public record Hints(String example, String help) {
        boolean isEmpty() {
            return example.isEmpty() && help.isEmpty();
        }
    }

    /**
     * What is wrong with the value that was given.
     *
     * @param message "" if nothing is wrong
     * @param near values that may have been meant
     */
    public record Fault(String message, List<Suggestions> near) {
        static final Fault NONE = new Fault("", List.of());
    }

    /** Up to this many choices are shown as checkboxes, more as a list. */
    private static final int BOXES = 12;

    /** A choice. */
    public record Option(String value, String label, boolean selected) {}

    /** The value of {@code aria-describedby}: ids of the elements that explain the field; null if there are none. */
    public @Nullable String described() {
        List<String> ids = new ArrayList<>();
        if (!hints.isEmpty()) {
            ids.add("h-" + name);
        }
        if (!fault.message().isEmpty()) {
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
            shown.add(""); // an empty input for another value
        }
        return new FormField(
                parameter.name(),
                description.isBlank() ? parameter.name() : description,
                parameter.required(),
                new Input(kind(parameter, options), parameter.list(), List.copyOf(shown), options, suggest(parameter)),
                new Hints(
                        parameter.example().orElse(""),
                        parameter.type() == ParameterType.DATE ? messages.get("form.date") : ""),
                Fault.NONE);
    }

    /** The same field with an error. */
    FormField wrong(String message, List<Suggestions> candidates) {
        return new FormField(name, label, required, input, hints, new Fault(message, candidates));
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
