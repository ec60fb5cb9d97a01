package org.entente.reconcile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.names.WordList;

/** Words by which a list says that it has nothing to say. */
final class NotKnown {
    private static final Set<String> WORDS = WordList.words("not-known");
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]*");
    private static final Pattern LEFT_OUT = Pattern.compile("[\\s\\p{Z}#()\\[\\]<>]+");

    private NotKnown() {}

    /** Whether a value of a property is such a word, or has neither letters nor digits. */
    static boolean is(EntityProperty property, String text) {
        if (SILENT.matcher(text).matches()) {
            return true;
        }
        boolean code = property == EntityProperty.ISO_3166 || property == EntityProperty.COUNTRY;
        String word = LEFT_OUT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        // Namibia.
        return WORDS.contains(word) && !(code && word.equals("na"));
    }
}
