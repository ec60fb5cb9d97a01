package org.entente.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.names.Ways.Way;
import org.jspecify.annotations.Nullable;

/**
 * What tells a name from another one though its words are all there, or sound alike: who is sent where, the letters of an abbreviation, the
 * part of a compound that is missing, and what stands in brackets.
 *
 * @param ways of the words
 * @param spelled words that are spelled, not spoken: "bmi", "bmvg"
 * @param compounds words that are joined by hyphens, each by its parts
 * @param asides words in brackets, as a name of their own; null if there are none
 */
record Distinctions(
        Ways ways,
        Set<String> spelled,
        List<List<String>> compounds,
        @Nullable NormalForm asides) {
    /** So alike are a word and its inflected form. */
    private static final float INFLECTED = 0.7f;
    /** Longer words in capitals are spoken, unless they have no vowel: "UNESCO". */
    private static final int SPELLED = 4;

    private static final int LONGEST = 8;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern VOWEL = Pattern.compile("(?iu)[aeiouyäöüаеёиоуыэюяіїє]");
    private static final Pattern ASIDE = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");
    private static final Pattern COMPOUND = Pattern.compile("\\p{L}{2,}(?:[-\\u2010-\\u2013]\\p{L}{2,})+");
    private static final Pattern HYPHEN = Pattern.compile("[-\\u2010-\\u2013]");

    static Distinctions of(String text) {
        String name = Affixes.of(text).name();
        Set<String> spelled = new HashSet<>();
        boolean capitals = name.codePoints().noneMatch(Character::isLowerCase);
        List<String> words =
                WORD.matcher(name).results().map(found -> found.group()).toList();
        for (String word : words) {
            if (isSpelled(word) && (!capitals || words.size() == 1)) {
                spelled.add(TextFolding.plain(TextFolding.folded(word)));
            }
        }
        List<List<String>> compounds = COMPOUND.matcher(
                        TextFolding.folded(ASIDE.matcher(name).replaceAll(" ")))
                .results()
                .map(found -> HYPHEN.splitAsStream(found.group()).toList())
                .toList();
        String main = ASIDE.matcher(name).replaceAll(" ");
        String inside = String.join(
                " ", ASIDE.matcher(name).results().map(found -> found.group(1)).toList());
        boolean aside = WORD.matcher(inside).find() && WORD.matcher(main).find();
        return new Distinctions(Ways.of(name), spelled, compounds, aside ? NormalForm.of(inside) : null);
    }

    /** "BMI", "BMVg", "KazNU"; not "McAllister". */
    private static boolean isSpelled(String word) {
        int letters = word.codePointCount(0, word.length());
        if (letters < 2 || letters > LONGEST) {
            return false;
        }
        long upper = word.codePoints().filter(Character::isUpperCase).count();
        return upper == letters ? letters <= SPELLED || !VOWEL.matcher(word).find() : upper >= 2 && upper * 2 > letters;
    }

    /**
     * Why this name, which was asked for, is not the other one; null if nothing tells them apart.
     *
     * @param told whether a word in brackets is said of the entity elsewhere
     */
    @Nullable
    NameReason against(
            NormalForm asked, Distinctions other, NormalForm found, NameKind kind, Predicate<NameToken> told) {
        if (isTurnedRound(asked, other, found)) {
            return NameReason.DIRECTION;
        }
        if (kind != NameKind.PERSON && hasOtherLetters(asked, other, found)) {
            return NameReason.OTHER_LETTERS;
        }
        if (kind != NameKind.PERSON && isPart(asked, other, found, kind)) {
            return NameReason.NOT_WHOLE;
        }
        if (kind == NameKind.WHOLE && goesOn(found, asked)) {
            return NameReason.MORE;
        }
        if (kind == NameKind.PERSON && hasOtherInitial(asked, found)) {
            return NameReason.OTHER_INITIAL;
        }
        return asides != null
                        && asides.tokens().stream()
                                .anyMatch(token -> token.role() != TokenRole.PARTICLE && !told.test(token))
                ? NameReason.ASIDE
                : null;
    }

    private boolean isTurnedRound(NormalForm asked, Distinctions other, NormalForm found) {
        if (!ways.hasBoth() && !other.ways.hasBoth()) {
            return false;
        }
        for (NameToken token : asked.tokens()) {
            Way mine = ways.of(token);
            if (mine == null || token.role() != TokenRole.NAME) {
                continue;
            }
            boolean same = false;
            boolean turned = false;
            float closest = INFLECTED;
            for (NameToken theirs : found.tokens()) {
                Way way = other.ways.of(theirs);
                float alike = way == null ? 0 : Reasons.alike(token, theirs);
                if (alike > closest) {
                    same = way == mine;
                    turned = way != mine;
                    closest = alike;
                } else if (alike == closest) {
                    same |= way == mine;
                }
            }
            if (turned && !same) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOtherLetters(NormalForm asked, Distinctions other, NormalForm found) {
        for (NameToken token : asked.tokens()) {
            boolean letters = false;
            boolean sounds = false;
            for (NameToken theirs : found.tokens()) {
                if (token.isCyrillic() == theirs.isCyrillic()
                        && (spelled.contains(token.word()) || other.spelled.contains(theirs.word()))) {
                    letters |= token.word().equals(theirs.word());
                    sounds |= token.agrees(theirs);
                } else {
                    letters |= token.agrees(theirs);
                }
            }
            if (sounds && !letters) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that was asked for is in the other name, which goes on; or only a part of one of its compounds. */
    private boolean isPart(NormalForm asked, Distinctions other, NormalForm found, NameKind kind) {
        for (List<String> compound : other.compounds) {
            List<NameToken> parts = found.tokens().stream()
                    .filter(token -> compound.stream()
                            .anyMatch(part -> TextFolding.plain(part).equals(token.word())))
                    .toList();
            long shared = parts.stream()
                    .filter(part -> hasPartner(part, asked.tokens()))
                    .count();
            boolean joined = asked.tokens().size() < found.tokens().size()
                    && asked.tokens().stream().anyMatch(token -> found.joined().stream()
                            .anyMatch(whole ->
                                    whole.agrees(token) && !found.tokens().contains(whole)));
            if (shared > 0 && shared < parts.size() && !joined) {
                return true;
            }
        }
        if (kind != NameKind.WHOLE) {
            return false;
        }
        return goesOn(asked, found);
    }

    private static boolean hasOtherInitial(NormalForm asked, NormalForm found) {
        return found.tokens().stream().filter(t -> t.role() == TokenRole.NAME).count() > 1
                && asked.tokens().stream()
                        .filter(token -> token.role() == TokenRole.INITIAL)
                        .anyMatch(initial -> found.tokens().stream().noneMatch(initial::mayBegin));
    }

    /** Whether all telling words of the shorter name are in the longer one, which has more of them. */
    private static boolean goesOn(NormalForm shorter, NormalForm longer) {
        List<NameToken> left = new ArrayList<>(longer.tokens());
        for (NameToken token : shorter.tokens()) {
            NameToken partner = left.stream()
                    .filter(theirs -> Reasons.alike(token, theirs) > INFLECTED)
                    .findFirst()
                    .orElse(null);
            if (partner == null && token.role() == TokenRole.NAME) {
                // Another name, not a part of this one.
                return false;
            }
            left.remove(partner);
        }
        return left.size() < longer.tokens().size()
                && left.stream().anyMatch(t -> t.role() == TokenRole.NAME)
                && shorter.keys().stream().noneMatch(longer.keys()::contains);
    }

    private static boolean hasPartner(NameToken part, List<NameToken> tokens) {
        return tokens.stream().anyMatch(token -> Reasons.alike(token, part) > INFLECTED);
    }
}
