package org.entente.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.names.NameMatches.Level;
import org.jspecify.annotations.Nullable;

/**
 * A name as it stands in a sentence, read without its case ending: "Токаева", "Тоқаевтың", "Tokajews". Endings are taken off, not
 * understood: whoever is really called so is looked for first.
 */
final class Inflection {
    /** What is found by a word without its ending is no more than a part of a name. */
    private static final double DEDUCTION = 0.86;
    /** A woman's surname is the genitive of a man's: below what one thing more would confirm. */
    private static final double DEDUCTION_OF_A_WOMAN = 0.75;

    /** What remains must still be a name. */
    private static final int LEAST = 3;

    /** Without diacritics: й is и. */
    private static final Pattern RUSSIAN = Pattern.compile(
            "(?:ск(?:ого|ому|им|ом|ои|ую)|[оеє]вои|инои|ого|ому|ою|[оеє]ві|ым|им|ом|ем|єм|[аяуюеєыиі])$");

    private static final Pattern KAZAKH =
            Pattern.compile("(?:[нтд][ыі]ң|[нтд][ыіае]|ге|[ғқк][ае]|[нтд][ае]н|[мбп]ен)$");
    private static final Pattern LATIN = Pattern.compile("(?<=[^s])e?s$");
    private static final Pattern WOMAN = Pattern.compile("(?:[оеє]ва|[иыі]на|ая)$");

    private Inflection() {}

    /** The name with every word read without its ending, too; null if no word has one. */
    static @Nullable NormalForm without(NormalForm asked) {
        boolean[] changed = {false};
        List<NameToken> tokens = asked.tokens().stream()
                .map(token -> {
                    Set<String> stems = stems(token);
                    changed[0] |= !stems.isEmpty();
                    return stems.isEmpty() ? token : with(token, stems);
                })
                .toList();
        return changed[0] ? new NormalForm(tokens, tokens) : null;
    }

    /** What a hit is worth that was found so. */
    static double score(NormalForm asked, double score) {
        boolean woman = asked.tokens().stream()
                .anyMatch(token -> WOMAN.matcher(token.word()).find());
        return score * (woman ? DEDUCTION_OF_A_WOMAN : DEDUCTION);
    }

    /** The hit with the reason that words say only together with their stems. */
    static NameHit hit(NameHit hit) {
        List<NameReason> why = new ArrayList<>(hit.why());
        why.removeAll(List.of(NameReason.SPELLING, NameReason.MARKS));
        why.add(NameReason.INFLECTED);
        return new NameHit(hit.name(), hit.score(), hit.level() == Level.NONE ? Level.NONE : Level.TOKENS, why);
    }

    private static Set<String> stems(NameToken token) {
        Set<String> stems = new LinkedHashSet<>();
        if (token.role() != TokenRole.NAME && token.role() != TokenRole.OFFICE) {
            return stems;
        }
        for (Pattern endings : token.isCyrillic() ? List.of(RUSSIAN, KAZAKH) : List.of(LATIN)) {
            Matcher ending = endings.matcher(token.word());
            if (ending.find() && ending.start() >= LEAST) {
                stems.add(token.word().substring(0, ending.start()) + nominative(ending.group()));
            }
        }
        return stems;
    }

    /** The ending of the form that dictionaries give, where it has one. */
    private static String nominative(String ending) {
        if (ending.startsWith("ск")) {
            return ending.equals("скои") || ending.equals("скую") ? "ская" : "ский";
        }
        return ending.endsWith("вои") || ending.equals("инои") ? ending.substring(0, 2) + "а" : "";
    }

    private static NameToken with(NameToken token, Set<String> stems) {
        List<String> readings = new ArrayList<>(token.readings());
        Set<String> transcribed = new LinkedHashSet<>(token.transcribed());
        for (String stem : stems) {
            NameToken read =
                    NameTokenizer.token(new NameTokenizer.Word(stem, false, false), Cyrillic.isWestern(token.word()));
            if (read != null) {
                readings.addAll(read.readings());
                transcribed.addAll(read.transcribed());
            }
        }
        return new NameToken(
                token.word(), readings.stream().distinct().toList(), List.copyOf(transcribed), token.role());
    }
}
