package org.entente.web.mcp;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.text.Json;

/** Compares arguments with the schema of a tool; where they do not fit, it says which arguments there are. */
final class ArgumentValidator implements JsonSchemaValidator {
    private final JsonSchemaValidator schemas = new DefaultJsonSchemaValidator(Json.MAPPER);

    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object content) {
        ValidationResponse response = schemas.validate(schema, content);
        if (response.valid() || !(schema.get("properties") instanceof Map<?, ?> properties)) {
            return response;
        }
        Collection<?> required = schema.get("required") instanceof Collection<?> names ? names : List.of();
        String known = properties.keySet().stream()
                .map(name -> required.contains(name) ? name + " (required)" : name.toString())
                .collect(Collectors.joining(", "));
        return ValidationResponse.asInvalid(response.errorMessage() + " Arguments: " + known + ".");
    }

    @Override
    public ValidationResponse validateSchema(Map<String, Object> schema) {
        return schemas.validateSchema(schema);
    }
}
