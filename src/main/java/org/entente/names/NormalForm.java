package org.entente.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The normal form of a name: its tokens, each with the skeletons of its possible readings. Titles, case, diacritics,
 * apostrophes, hyphens and script do not count.
 *
 * @param tokens in the order of the name; "Rau, Albert" is read as "Albert Rau"
 * @param joined the same with every hyphened compound as one token: "Kassym-Jomart" beside "Kassymjomart"; equal to
 *     {@code tokens} where there is none
 */
public record NormalForm(List<NameToken> tokens, List<NameToken> joined) {
    /** More readings than this are cut: a name of many ambiguous tokens is still found by its tokens. */
    private static final int MAX_KEYS = 48;
    /** A skeleton of fewer letters says nothing without the word it stands for. */
    private static final int TELLING = 3;

    public NormalForm {
        tokens = List.copyOf(tokens);
        joined = List.copyOf(joined);
    }

    /** Reads a name. Never fails; a text without letters or digits has no tokens. */
    public static NormalForm of(String name) {
        String folded = Homoglyphs.mended(
                TextFolding.folded(Affixes.of(Abbreviations.joined(name)).name()));
        boolean western = Cyrillic.isWestern(folded);
        List<NameTokenizer.Word> words = NameTokenizer.of(folded);
        List<NameToken> tokens = tokens(words, western);
        boolean compound = words.stream().anyMatch(NameTokenizer.Word::hyphened);
        return new NormalForm(tokens, compound ? tokens(joined(words), western) : tokens);
    }

    /** The exact form: NFKC, case folded, white space collapsed. */
    public static String exact(String name) {
        return TextFolding.folded(name);
    }

    private static List<NameToken> tokens(List<NameTokenizer.Word> words, boolean western) {
        List<NameToken> tokens = new ArrayList<>(words.size());
        for (NameTokenizer.Word word : words) {
            NameToken token = NameTokenizer.token(word, western);
            if (token != null) {
                tokens.add(token);
            }
        }
        if (tokens.stream().noneMatch(token -> token.role() == TokenRole.NAME)) {
            // "Frau", "AG", "Minister": what is there is the name.
            tokens.replaceAll(token -> token.role() == TokenRole.INITIAL ? token : token.as(TokenRole.NAME));
        }
        markPatronymic(tokens);
        return tokens;
    }

    private static List<NameTokenizer.Word> joined(List<NameTokenizer.Word> words) {
        List<NameTokenizer.Word> joined = new ArrayList<>();
        StringBuilder compound = new StringBuilder();
        for (NameTokenizer.Word word : words) {
            compound.append(word.text());
            if (!word.hyphened()) {
                joined.add(new NameTokenizer.Word(compound.toString(), word.dotted(), false));
                compound.setLength(0);
            }
        }
        if (!compound.isEmpty()) {
            joined.add(new NameTokenizer.Word(compound.toString(), false, false));
        }
        return joined;
    }

    /** Given name, patronymic, surname, or surname, given name, patronymic: never the first of them. */
    private static void markPatronymic(List<NameToken> tokens) {
        for (int i = 2; i < tokens.size(); i++) {
            if (TokenRoles.isChildOf(tokens.get(i))) {
                tokens.set(i - 1, tokens.get(i - 1).as(TokenRole.PATRONYMIC));
                tokens.set(i, tokens.get(i).as(TokenRole.PATRONYMIC));
                return;
            }
        }
        if (tokens.size() < 3) {
            return;
        }
        for (int i = 1; i < tokens.size(); i++) {
            NameToken token = tokens.get(i);
            if (token.role() == TokenRole.NAME && TokenRoles.endsLikePatronymic(token)) {
                tokens.set(i, token.as(TokenRole.PATRONYMIC));
                return;
            }
        }
    }

    /**
     * The whole name in every combination of readings, without spaces, so that "Kassym-Jomart" and "Kassymjomart" meet.
     * Two names have the same normal form if they share a key.
     */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        if (tokens.isEmpty()) {
            return keys;
        }
        keys.add("");
        for (NameToken token : tokens) {
            Set<String> longer = new LinkedHashSet<>();
            for (String key : keys) {
                for (String reading : token.readings()) {
                    if (longer.size() < MAX_KEYS) {
                        longer.add(key + reading);
                    }
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** Whether this form and the other have the same tokens, in any order. */
    public boolean hasSameTokens(NormalForm other) {
        return tokens.size() == other.tokens.size() && holds(other.tokens);
    }

    /**
     * Whether every telling token of the other form is a token of this one, each used once. Initials, particles and offices ("Minister
     * Rau") need not be here; a token of one or two sounds must be the same word.
     */
    public boolean contains(NormalForm other) {
        List<NameToken> telling = other.tokens.stream()
                .filter(token -> token.role() == TokenRole.NAME || token.role() == TokenRole.PATRONYMIC)
                .toList();
        return !telling.isEmpty() && holds(telling) && telling.stream().allMatch(this::mayStandAlone);
    }

    private boolean mayStandAlone(NameToken wanted) {
        return wanted.readings().stream().allMatch(reading -> reading.length() >= TELLING)
                || tokens.stream()
                        .anyMatch(token -> token.word().equals(wanted.word())
                                && wanted.word().length() > 1);
    }

    private boolean holds(List<NameToken> wanted) {
        boolean[] used = new boolean[tokens.size()];
        for (NameToken each : wanted) {
            int found = -1;
            for (int i = 0; i < used.length && found < 0; i++) {
                if (!used[i] && tokens.get(i).agrees(each)) {
                    found = i;
                }
            }
            if (found < 0) {
                return false;
            }
            used[found] = true;
        }
        return true;
    }

    /** Whether the words are "von", "of the" and nothing else. */
    boolean hasOnlyParticles() {
        return !tokens.isEmpty() && tokens.stream().allMatch(token -> TokenRoles.isParticle(token.word()));
    }
}
