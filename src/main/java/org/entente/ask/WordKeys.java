package org.entente.ask;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.names.NameToken;
import org.entente.names.NormalForm;

/**
 * By what a word of a question is compared with a word of a name: as it is written, without its ending, and, for what is spoken and not
 * spelled, by its sound.
 *
 * @param written one form
 * @param stems without endings of case and number
 * @param sounds skeletons of the word and its stems
 */
record WordKeys(String written, Set<String> stems, Set<String> sounds) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LATIN = Pattern.compile("(?:e[nsm]|(?<=isch|lich|ig)er|[nse])$");
    private static final Pattern ADJECTIVE = Pattern.compile("(?:isch|sch)(?:e[nsrm]?)?$");
    private static final Pattern CYRILLIC =
            Pattern.compile("(?:иями|ями|ами|ого|ому|ыми|ими|ией|иям|иях|ием|ую|юю|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ой|ей|"
                    + "ою|ею|ах|ях|ам|ям|ов|ев|ью|ия|ии|ию|ие|ий|ый|ья|ье|[аяуюеоыиьй])$");
    private static final Set<String> COUNTRY = Set.of("ия", "ии", "ию", "ией", "ий", "ие");
    private static final Pattern CYRILLIC_LETTER = Pattern.compile("\\p{IsCyrillic}");
    /** Its vowel comes and goes; "после" is another word. */
    private static final Pattern AMBASSADOR = Pattern.compile("посл(?:а|у|ом|ы|ов|ам|ами|ах)");

    private static final char SHORT_I = '\u0001';

    private static final int LEAST = 3;
    private static final int SPOKEN = 4;

    static WordKeys of(String word, boolean spoken) {
        String written = plain(word);
        boolean cyrillic = CYRILLIC_LETTER.matcher(written).find();
        Set<String> stems = stems(written, cyrillic);
        Set<String> sounds = new LinkedHashSet<>();
        if (spoken && written.length() >= SPOKEN - 1) {
            sounds(word, sounds);
            if (cyrillic) {
                ends(Word.fold(word), sounds);
            } else if (written.endsWith("s")) {
                sounds(word.substring(0, word.length() - 1), sounds);
            }
        }
        return new WordKeys(written, stems, sounds);
    }

    /** A surname or town in another case than its first. */
    private static void ends(String word, Set<String> sounds) {
        Matcher ending = CYRILLIC.matcher(word);
        // "Франции" is no case of "Франц".
        if (ending.find() && ending.start() >= LEAST && !COUNTRY.contains(ending.group())) {
            String stem = word.substring(0, ending.start());
            sounds(stem, sounds);
            sounds(stem + "а", sounds);
            sounds(stem + "ий", sounds);
        }
    }

    private static void sounds(String word, Set<String> sounds) {
        for (NameToken token : NormalForm.of(word).tokens()) {
            token.readings().stream().filter(s -> s.length() >= LEAST).forEach(sounds::add);
            token.transcribed().stream().filter(s -> s.length() >= LEAST).forEach(sounds::add);
        }
    }

    private static Set<String> stems(String written, boolean cyrillic) {
        Set<String> stems = new LinkedHashSet<>();
        Matcher ending = (cyrillic ? CYRILLIC : LATIN).matcher(written);
        if (ending.find() && ending.start() >= LEAST) {
            stems.add(written.substring(0, ending.start()));
        }
        if (!cyrillic && written.endsWith("s") && written.length() > LEAST) {
            stems.add(written.substring(0, written.length() - 1));
        }
        if (!cyrillic && !ADJECTIVE.matcher(written).find()) {
            stems.add(written);
        }
        if (cyrillic) {
            stems.add(written);
            if (AMBASSADOR.matcher(written).matches()) {
                stems.add("посол");
            }
        }
        return stems;
    }

    /** Lower case without diacritics; й is a letter of its own. */
    static String plain(String word) {
        String kept = Word.fold(word).replace("'", "").replace('й', SHORT_I);
        return MARKS.matcher(Normalizer.normalize(kept, Normalizer.Form.NFD))
                .replaceAll("")
                .replace(SHORT_I, 'й');
    }

    /** How like the two are: 3 written the same, 2 but for the ending, 1 by sound, 0 not. */
    int likeness(WordKeys other) {
        if (written.equals(other.written)) {
            return 3;
        }
        if (stems.contains(other.written)
                || other.stems.contains(written)
                || stems.stream().anyMatch(s -> s.length() > LEAST && other.stems.contains(s))) {
            return 2;
        }
        return sounds.stream().anyMatch(other.sounds::contains) ? 1 : 0;
    }
}
