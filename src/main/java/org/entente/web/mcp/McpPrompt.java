package org.entente.web.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/**
 * A prompt as {@code prompts.yaml} describes it.
 *
 * @param text what is asked of the model, with arguments in braces
 */
record McpPrompt(String name, String title, String description, List<Argument> arguments, String text) {
    record Argument(String name, String description, boolean required) {}

    McpSchema.Prompt schema() {
        return McpSchema.Prompt.builder(name)
                .title(title)
                .description(description)
                .arguments(arguments.stream()
                        .map(argument -> new McpSchema.PromptArgument(
                                argument.name(), argument.description(), argument.required()))
                        .toList())
                .build();
    }

    McpSchema.GetPromptResult fill(McpSchema.GetPromptRequest request) {
        Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
        String filled = text;
        for (Argument argument : arguments) {
            filled = filled.replace(
                    "{" + argument.name() + "}", String.valueOf(given.getOrDefault(argument.name(), "")));
        }
        return new McpSchema.GetPromptResult(
                description,
                List.of(new McpSchema.PromptMessage(McpSchema.Role.USER, new McpSchema.TextContent(filled))));
    }
}
