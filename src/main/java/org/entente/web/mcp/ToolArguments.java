package org.entente.web.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.web.http.Urls;
import org.jspecify.annotations.Nullable;

/** The arguments of a call as parameters of an address. */
final class ToolArguments {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    private static final String NESTED = "parameters";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** @param given values by name; a map named {@code parameters} holds further ones */
    ToolArguments(Map<String, Object> given) {
        given.forEach((name, value) -> {
            if (name.equals(NESTED) && value instanceof Map<?, ?> nested) {
                nested.forEach((key, inner) -> add(String.valueOf(key), inner));
            } else {
                add(name, value);
            }
        });
    }

    private void add(String name, @Nullable Object value) {
        if (value instanceof List<?> values) {
            values.forEach(one -> add(name, one));
        } else if (value != null) {
            parameters.computeIfAbsent(name, k -> new ArrayList<>()).add(String.valueOf(value));
        }
    }

    /** The value of an argument that is a number; otherwise the usual one. */
    int number(String name, int usual) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || !values.getFirst().matches("[0-9]{1,6}")
                ? usual
                : Integer.parseInt(values.getFirst());
    }

    void putIfAbsent(String name, String value) {
        parameters.putIfAbsent(name, List.of(value));
    }

    void remove(String name) {
        parameters.remove(name);
    }

    Map<String, List<String>> parameters() {
        return parameters;
    }

    /** Puts arguments into the braces of a path; what is put there is no parameter any more. */
    String path(String template) {
        Matcher slot = SLOT.matcher(template);
        StringBuilder path = new StringBuilder();
        while (slot.find()) {
            List<String> values = parameters.getOrDefault(slot.group(1), List.of(""));
            parameters.remove(slot.group(1));
            slot.appendReplacement(path, Matcher.quoteReplacement(Urls.encode(values.getFirst())));
        }
        return slot.appendTail(path).toString();
    }
}
