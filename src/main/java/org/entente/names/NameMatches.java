package org.entente.names;

import java.util.List;
import java.util.Optional;

/**
 * What a name was found to mean.
 *
 * @param asked the text that was looked up
 * @param level the strictest step that found anything; {@link Level#NONE} if none did
 * @param rows the names found at that level, one per entity, sorted by text
 */
public record NameMatches(String asked, Level level, List<NameRow> rows) {
    /** How a name was found, from strict to loose. */
    public enum Level {
        /** The same text but for case. */
        EXACT,
        /** The same normal form: other script, transliteration, title, order of tokens. */
        NORMAL,
        /** Some tokens of a longer name. */
        TOKENS,
        /** Not found. */
        NONE
    }

    public NameMatches {
        rows = List.copyOf(rows);
    }

    /** The entity that is meant, if exactly one remains; several are candidates to choose from. */
    public Optional<String> entity() {
        return rows.size() == 1 ? Optional.of(rows.getFirst().entity()) : Optional.empty();
    }

    /** The entities found, in the order of {@link #rows}. */
    public List<String> entities() {
        return rows.stream().map(NameRow::entity).toList();
    }
}
