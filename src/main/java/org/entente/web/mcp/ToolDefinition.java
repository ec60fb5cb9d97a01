package org.entente.web.mcp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as {@code tools.yaml} describes it: a canned query, or another address that answers in JSON.
 *
 * @param query name of the canned query; null if the tool has a path
 * @param path path of the address, with arguments in braces; null for a canned query
 * @param method GET, or POST if an argument may be long
 * @param empty JSON pointers of the arrays that are all empty if nothing was found
 * @param input JSON Schema of the arguments; null for a canned query, whose header says it
 */
record ToolDefinition(
        String name,
        @Nullable String title,
        @Nullable String description,
        @Nullable String query,
        @Nullable String path,
        @Nullable String method,
        @Nullable List<String> empty,
        @Nullable Map<String, Object> input) {

    boolean posts() {
        return "POST".equals(method);
    }

    List<String> arrays() {
        return empty == null ? List.of() : empty;
    }
}
