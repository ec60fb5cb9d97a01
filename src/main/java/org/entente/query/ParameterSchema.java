package org.entente.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON Schema of a parameter of a canned query. */
public final class ParameterSchema {
    private ParameterSchema() {}

    /** The schema of its value, or of the array of its values if it takes several. */
    public static ObjectNode of(Parameter parameter) {
        ObjectNode schema = scalar(parameter);
        if (!parameter.list()) {
            parameter.defaults().forEach(text -> schema.put("default", text));
            return schema;
        }
        ObjectNode array =
                JsonNodeFactory.instance.objectNode().put("type", "array").put("maxItems", Parameters.MAX_LIST);
        array.set("items", schema);
        parameter.defaults().forEach(array.withArray("/default")::add);
        return array;
    }

    /** What it means and which values are expected. */
    public static String description(Parameter parameter, String lang) {
        return parameter.description().in(lang) + " (" + parameter.expected() + ")";
    }

    private static ObjectNode scalar(Parameter parameter) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (parameter.type()) {
            case INTEGER -> {
                schema.put("type", "integer");
                parameter.min().ifPresent(min -> schema.put("minimum", min));
                parameter.max().ifPresent(max -> schema.put("maximum", max));
            }
            case BOOLEAN -> schema.put("type", "boolean");
            case ENUM ->
                parameter.values().forEach(value -> schema.put("type", "string")
                        .withArray("/enum")
                        .add(value.name()));
            case LANG -> schema.put("type", "string").put("pattern", "^[a-z]{2,3}$");
            case DATE -> schema.put("type", "string").put("description", "EDTF");
            case IRI, STRING -> schema.put("type", "string").put("maxLength", Parameters.MAX_TEXT);
        }
        return schema;
    }
}
