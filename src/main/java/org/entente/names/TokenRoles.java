package org.entente.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words whose role can be seen from the word: titles, particles, legal forms, offices, patronymics. */
final class TokenRoles {
    /** Abbreviated titles count only with their dots, since "Se" and "Ing" are also names. */
    static final Pattern DOTTED_TITLES = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:s\\.\\s?e|i\\.\\s?e|h\\.\\s?e|h\\.\\s?c|i\\.\\s?r|a\\.\\s?d|е\\.\\s?п|dipl|ing|habil|mult|mag|hon|akad|акад)\\."
                    + "|(?<![\\p{L}\\p{N}])(?:д-р|г-н|г-жа)(?![\\p{L}\\p{N}])");

    static final Set<String> TITLES = WordList.words("titles");

    private static final Set<String> PARTICLES = WordList.words("particles");

    /** Offices by which a person is called with the name. */
    private static final Set<String> OFFICES = WordList.words("offices");

    /** With what words for offices end that women hold as {@code …in}. */
    private static final Set<String> HEADS = WordList.words("offices-with-feminine");

    /** An office is the same whoever holds it: "botschafter" for "botschafterin". Other words stay as they are. */
    static String office(String word) {
        if (!word.endsWith("in")) {
            return word;
        }
        String holder = word.substring(0, word.length() - 2);
        return HEADS.stream().anyMatch(holder::endsWith) ? holder : word;
    }

    /** Legal forms, and kinds of places, by what they are: two names whose forms have one number agree in it. */
    private static final Map<String, Integer> LEGAL_FORMS = new HashMap<>();

    static {
        int number = 0;
        for (List<String> forms : WordList.sections("legal-forms").values()) {
            number++;
            for (String form : forms) {
                LEGAL_FORMS.put(form, number);
            }
        }
    }

    /** In skeletons, so that they are one in every script: -ovič, -evna, -ivna, -uly, -kyzy, -ogly. */
    private static final Pattern PATRONYMIC =
            Pattern.compile(".{2,}(?:[oaei]vic|vna|[ae]una|icna|uli|ogli|ulu|oglu|kisi|gisi)|.{1,4}(?:il|k|m|t)ic");
    /** The same as words of their own: "Karim Alisher oʻgʻli". */
    private static final Set<String> CHILD_OF = Set.of("ogli", "ugli", "uli", "oglu", "kisi", "gisi");

    /** Whoever leads a ministry, and the ministry: German, English, Russian, Ukrainian, Kazakh; without diacritics. */
    private static final Pattern MINISTER = Pattern.compile("minist|минист|мініст");

    private static final Pattern MINISTRY =
            Pattern.compile("ministeri(?!al)|ministr(?:y|ies)|министерств|міністерств|министрлі[гк]");

    private TokenRoles() {}

    static TokenRole of(String word) {
        if (LEGAL_FORMS.containsKey(word)) {
            return TokenRole.LEGAL_FORM;
        }
        if (PARTICLES.contains(word)) {
            return TokenRole.PARTICLE;
        }
        return OFFICES.contains(word) ? TokenRole.OFFICE : TokenRole.NAME;
    }

    /** Whether one word names a ministry and the other a minister: hardly other letters, another thing. */
    static boolean isMinistryAndMinister(String word, String other) {
        return MINISTER.matcher(word).find()
                && MINISTER.matcher(other).find()
                && MINISTRY.matcher(word).find() != MINISTRY.matcher(other).find();
    }

    /** Whether a word is "von", "of" and the like. An initial is none. */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word) && word.length() > 1;
    }

    /** The number of a legal form; 0 for any other word. */
    static int legalForm(String word) {
        return LEGAL_FORMS.getOrDefault(word, 0);
    }

    /** Whether the word ends like a patronymic. Surnames may, too: the place in the name decides. */
    static boolean endsLikePatronymic(NameToken token) {
        return token.readings().stream()
                .anyMatch(skeleton -> PATRONYMIC.matcher(skeleton).matches());
    }

    /** Whether the word makes a patronymic of the word before it. */
    static boolean isChildOf(NameToken token) {
        return token.readings().stream().anyMatch(CHILD_OF::contains);
    }
}
