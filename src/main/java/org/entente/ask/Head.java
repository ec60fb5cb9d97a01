package org.entente.ask;

import java.util.Arrays;
import java.util.List;

/**
 * A head of a question: what must be in a sentence so that it is a question of a family. The order does not matter.
 *
 * @param family which question it is
 * @param items words, CLASSES of words, {@code <kinds>} of names; {@code ^} first in the sentence, {@code ~} there, but still to be explained, {@code !} not there
 * @param flags what the head says besides: {@code planned}, {@code speakers}, {@code now}, {@code signed},
 *     {@code meetings}
 */
record Head(String family, List<String> items, List<String> flags) {
    static Head of(String line) {
        int colon = line.indexOf(':');
        List<String> all = Arrays.asList(line.substring(colon + 1).strip().split("\\s+"));
        return new Head(
                line.substring(0, colon).strip(),
                all.stream().filter(item -> !item.startsWith("=")).toList(),
                all.stream()
                        .filter(item -> item.startsWith("="))
                        .map(item -> item.substring(1))
                        .toList());
    }

    boolean says(String flag) {
        return flags.contains(flag);
    }
}
