package org.entente.cli;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a shell does, as far as the guides need it. */
final class ShellWords {
    private ShellWords() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        for (String part : line.split(" (?=(?:[^']*'[^']*')*[^']*$)")) {
            words.add(part.replace("'", ""));
        }
        return words;
    }
}
