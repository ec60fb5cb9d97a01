package org.entente.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.vocab.Prefixes;

/**
 * A declared parameter of a canned query.
 *
 * @param name its name in the URL
 * @param variable name of its variable in the query; the same as its name unless a column needs that name
 * @param type the type of its values
 * @param required whether the query needs a value
 * @param list whether it may have several values
 * @param defaults the values if none is given; empty if there is no default
 * @param classes IRIs of the classes of entities that it takes; empty for any
 * @param values the allowed values of an enum; empty for other types
 * @param min the smallest integer, inclusive
 * @param max the largest integer, inclusive
 * @param description for readers
 * @param example a valid value
 */
public record Parameter(
        String name,
        String variable,
        ParameterType type,
        boolean required,
        boolean list,
        List<String> defaults,
        List<String> classes,
        List<Value> values,
        OptionalLong min,
        OptionalLong max,
        LocalText description,
        Optional<String> example) {

    /**
     * One value of an enum.
     *
     * @param name the value in the URL
     * @param node CURIE of the node that it means; empty if it means the string itself
     * @param label for readers
     */
    public record Value(String name, Optional<String> node, LocalText label) {}

    public Parameter {
        defaults = List.copyOf(defaults);
        classes = List.copyOf(classes);
        values = List.copyOf(values);
    }

    /** The same with another example, or none. */
    Parameter with(Optional<String> other) {
        return new Parameter(
                name, variable, type, required, list, defaults, classes, values, min, max, description, other);
    }

    /** The variables that it binds: its own; for a date {@code …Start} and {@code …End}, for a list of an enum {@code …Words}. */
    public List<String> variables() {
        return switch (type) {
            case DATE -> List.of(variable, variable + "Start", variable + "End");
            case ENUM -> list ? List.of(variable, words()) : List.of(variable);
            default -> List.of(variable);
        };
    }

    /** The variable that has all values of a list as one text. */
    String words() {
        return variable + "Words";
    }

    /** The expected values, in one sentence. */
    String expected() {
        return switch (type) {
            case IRI ->
                "expected a name, a CURIE such as person:given-name-surname, or an IRI"
                        + (classes.isEmpty()
                                ? ""
                                : ", of class "
                                        + String.join(
                                                " or ",
                                                classes.stream()
                                                        .map(Prefixes::compact)
                                                        .toList()));
            case STRING -> "expected a text";
            case INTEGER ->
                "expected a whole number"
                        + (min.isPresent() ? ", at least " + min.getAsLong() : "")
                        + (max.isPresent() ? ", at most " + max.getAsLong() : "");
            case DATE ->
                "expected a date such as 2015, June 2015, 9 June 2015, 9.6.2015, after 2019, 2015-06-09 or 2015-06/2015-08";
            case LANG -> "expected a language tag such as de, en, ru, kk";
            case ENUM ->
                "expected one of "
                        + String.join(", ", values.stream().map(Value::name).toList());
            case BOOLEAN -> "expected true or false";
        };
    }
}
