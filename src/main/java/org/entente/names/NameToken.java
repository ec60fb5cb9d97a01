package org.entente.names;

import java.util.List;
import java.util.Set;

/**
 * One word of a name.
 *
 * @param word as written, without case and diacritics
 * @param readings its skeletons, the likeliest first; never empty
 * @param role what it does in the name
 */
public record NameToken(String word, List<String> readings, Role role) {
    public NameToken {
        readings = List.copyOf(readings);
    }

    /** Whether the two can be the same word: a reading in common. */
    boolean agrees(NameToken other) {
        for (String reading : readings) {
            if (other.readings.contains(reading)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is an initial and the other may be the name it begins. */
    boolean begins(NameToken other) {
        if (role != Role.INITIAL) {
            return false;
        }
        for (String reading : readings) {
            for (String name : other.readings) {
                if (name.startsWith(reading)) {
                    return true;
                }
            }
        }
        return false;
    }

    NameToken as(Role other) {
        return new NameToken(word, readings, other);
    }

    Set<String> readingSet() {
        return Set.copyOf(readings);
    }
}
