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
 * @param type what it takes
 * @param required whether the query cannot be asked without it
 * @param list whether it may be given several times
 * @param defaults the texts taken when nothing is given; empty if there is no default
 * @param classes IRIs of the classes whose entities a name may mean; empty: any
 * @param values the allowed values of an enum; empty for other types
 * @param min the least integer, inclusive
 * @param max the greatest integer, inclusive
 * @param description what it is for
 * @param example a text that is valid for it
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
     * @param name what is written in the URL
     * @param node CURIE of the node it stands for; empty if it stands for the string itself
     * @param label how it is shown
     */
    public record Value(String name, Optional<String> node, LocalText label) {}

    public Parameter {
        defaults = List.copyOf(defaults);
        classes = List.copyOf(classes);
        values = List.copyOf(values);
    }

    /** The variables that it binds: its own, for a date also {@code …Start} and {@code …End}. */
    public List<String> variables() {
        return type == ParameterType.DATE ? List.of(variable, variable + "Start", variable + "End") : List.of(variable);
    }

    /** What it takes, in one sentence. */
    String expected() {
        return switch (type) {
            case IRI ->
                "expected a name, a CURIE such as person:albert-rau, or an IRI"
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
            case DATE -> "expected a date as EDTF, such as 2015, 2015-06, 2015-06-09 or 2015-06/2015-08";
            case LANG -> "expected a language tag such as de, en, ru, kk";
            case ENUM ->
                "expected one of "
                        + String.join(", ", values.stream().map(Value::name).toList());
            case BOOLEAN -> "expected true or false";
        };
    }
}
