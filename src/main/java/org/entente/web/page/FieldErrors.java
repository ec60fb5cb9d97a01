package org.entente.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.query.ParameterException;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Suggestions;
import org.entente.web.http.Urls;

/** Error messages for the fields of a form, in the reader's language, with suggestions. */
public final class FieldErrors {
    private FieldErrors() {}

    /** The error in one or two sentences. */
    static String message(ParameterException e, Messages messages) {
        String key = "form.error." + e.reason().name().toLowerCase(java.util.Locale.ROOT);
        String expected = messages.language().equals("en") ? " " + sentence(e.expected()) : "";
        return messages.get(key, e.given(), e.parameter())
                + (e.reason() == ParameterException.Reason.MALFORMED ? expected : "");
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /**
     * The suggestions for the wrong parameter, each linked to the corrected request.
     *
     * @param given all parameters of the request
     */
    static List<Suggestions> near(ParameterException e, String path, Map<String, List<String>> given) {
        List<Suggestions> near = new ArrayList<>();
        e.candidates().forEach(c -> {
            String id = Prefixes.compact(c.iri());
            near.add(new Suggestions(c.label(), id, mended(e, path, given, id)));
        });
        e.nearNames()
                .forEach(name -> near.add(new Suggestions(
                        name,
                        name,
                        e.reason() == ParameterException.Reason.UNKNOWN ? "" : mended(e, path, given, name))));
        return near;
    }

    private static String mended(ParameterException e, String path, Map<String, List<String>> given, String meant) {
        Map<String, List<String>> mended = new LinkedHashMap<>(given);
        mended.values().removeIf(texts -> texts.stream().allMatch(String::isBlank));
        List<String> values = new ArrayList<>(mended.getOrDefault(e.parameter(), List.of()));
        values.replaceAll(text -> text.strip().equals(e.given().strip()) ? meant : text);
        mended.put(e.parameter(), values.contains(meant) ? values : List.of(meant));
        return Urls.with(path, mended);
    }

    /** The same fields, with the error at the wrong one. */
    public static List<FormField> mark(
            List<FormField> fields,
            ParameterException e,
            Messages messages,
            String path,
            Map<String, List<String>> given) {
        return fields.stream()
                .map(field -> field.name().equals(e.parameter())
                        ? field.wrong(message(e, messages), near(e, path, given))
                        : field)
                .toList();
    }
}
