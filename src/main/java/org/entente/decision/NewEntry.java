package org.entente.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry that a split makes, as it was typed.
 *
 * @param asked whether a new one is wanted at all
 * @param id what stands behind its prefix; "" to have one made of the name
 * @param labels its names by language, without those that are empty
 */
public record NewEntry(boolean asked, String id, Map<String, String> labels) {
    /** None is made. */
    public static final NewEntry NONE = new NewEntry(false, "", Map.of());
    /** The longest name, in characters. */
    public static final int LONGEST = 200;

    public NewEntry {
        labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** The name in a language; "" for none. */
    public String label(String language) {
        return labels.getOrDefault(language, "");
    }

    /** The same with a name in each of the languages: where none was typed it is the first that was. */
    public NewEntry in(List<String> languages) {
        Map<String, String> all = new LinkedHashMap<>();
        languages.stream()
                .map(this::label)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .ifPresent(first ->
                        languages.forEach(language -> all.put(language, labels.getOrDefault(language, first))));
        return new NewEntry(asked, id, all);
    }
}
