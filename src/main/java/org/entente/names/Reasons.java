package org.entente.names;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.names.NameMatches.Level;

/** Says what is the same and what differs between a text that was asked for and a name that was found. */
final class Reasons {
    private Reasons() {}

    static List<NameReason> of(String text, NormalForm asked, NameRow row, NormalForm found, Level level) {
        if (level == Level.EXACT) {
            return List.of(NameReason.SAME);
        }
        List<NameReason> why = new ArrayList<>();
        String folded = TextFolding.folded(text);
        String mended = Homoglyphs.mended(folded);
        boolean otherScript = Cyrillic.isWrittenIn(mended) != Cyrillic.isWrittenIn(TextFolding.folded(row.text()));
        boolean spelling = false;
        boolean similar = false;
        boolean initial = false;
        int last = -1;
        // "Rau, Albert" was read in the order of "Albert Rau".
        boolean order = false;
        int named = 0;
        boolean inverted = NameTokenizer.isInverted(TextFolding.folded(text))
                != NameTokenizer.isInverted(TextFolding.folded(row.text()));
        List<NameToken> missing = new ArrayList<>();
        boolean[] used = new boolean[found.tokens().size()];
        for (NameToken token : asked.tokens()) {
            int partner = partner(token, found.tokens(), used);
            if (partner < 0) {
                missing.add(token);
                continue;
            }
            used[partner] = true;
            NameToken other = found.tokens().get(partner);
            named += token.role() == TokenRole.NAME || token.role() == TokenRole.INITIAL ? 1 : 0;
            if (token.role() == TokenRole.NAME) {
                order |= partner < last;
                last = partner;
            }
            if (token.role() == TokenRole.INITIAL != (other.role() == TokenRole.INITIAL)) {
                initial = true;
            } else if (token.role() != TokenRole.LEGAL_FORM && !token.agrees(other)) {
                similar = true;
            } else if (token.role() != TokenRole.LEGAL_FORM && !token.word().equals(other.word())) {
                spelling = true;
            }
        }
        // "Kassymjomart": the same sounds, cut into other words.
        boolean joined = level == Level.NORMAL && !found.hasSameTokens(asked);
        similar &= !joined;
        add(why, otherScript, NameReason.SCRIPT);
        add(why, !otherScript && (spelling || joined) && !similar, NameReason.SPELLING);
        add(why, similar, NameReason.SIMILAR);
        add(why, named > 1 && order != inverted, NameReason.ORDER);
        add(why, initial, NameReason.INITIAL);
        if (!joined) {
            left(why, missing, found.tokens(), used);
        }
        add(why, titled(text, asked) != titled(row.text(), found), NameReason.TITLE);
        add(why, !mended.equals(folded), NameReason.LOOKALIKE);
        if (why.isEmpty()) {
            why.add(NameReason.MARKS);
        }
        return why;
    }

    /** Abbreviation, beginning and the like, which the words themselves do not show. */
    static void add(List<NameReason> why, boolean holds, NameReason reason) {
        if (holds && !why.contains(reason)) {
            why.add(reason);
        }
    }

    private static void left(List<NameReason> why, List<NameToken> missing, List<NameToken> found, boolean[] used) {
        Set<TokenRole> mine = EnumSet.noneOf(TokenRole.class);
        missing.forEach(token -> mine.add(token.role()));
        Set<TokenRole> theirs = EnumSet.noneOf(TokenRole.class);
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                theirs.add(found.get(i).role());
            }
        }
        add(why, mine.contains(TokenRole.PATRONYMIC) || theirs.contains(TokenRole.PATRONYMIC), NameReason.PATRONYMIC);
        add(why, mine.contains(TokenRole.OFFICE), NameReason.OFFICE);
        add(why, mine.contains(TokenRole.LEGAL_FORM) || theirs.contains(TokenRole.LEGAL_FORM), NameReason.LEGAL_FORM);
        boolean named = mine.contains(TokenRole.NAME);
        boolean initial = mine.contains(TokenRole.INITIAL);
        boolean other = theirs.contains(TokenRole.NAME);
        if (!why.contains(NameReason.INITIAL) && initial && other
                || (named || initial) && theirs.contains(TokenRole.INITIAL)) {
            add(why, true, NameReason.OTHER_INITIAL);
        } else {
            add(why, named && other, NameReason.OTHER_WORD);
            add(why, (named || initial) && !other, NameReason.MORE);
            add(why, !named && !initial && other || theirs.contains(TokenRole.OFFICE), NameReason.PART);
        }
    }

    /** Words less alike than this are different words. */
    static final float ALIKE = 0.55f;

    private static int partner(NameToken token, List<NameToken> others, boolean[] used) {
        int best = -1;
        float closest = ALIKE;
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                float alike = alike(token, others.get(i));
                if (alike > closest) {
                    closest = alike;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Whether a word of the one is like a word of the other, or begins it. */
    static boolean shareWord(NormalForm one, NormalForm other) {
        return one.tokens().stream().anyMatch(mine -> other.tokens().stream()
                .anyMatch(theirs -> alike(mine, theirs) > ALIKE || theirs.word().startsWith(mine.word())));
    }

    static float alike(NameToken one, NameToken other) {
        boolean sameForm = one.role() == TokenRole.LEGAL_FORM
                && other.role() == TokenRole.LEGAL_FORM
                && TokenRoles.legalForm(one.word()) == TokenRoles.legalForm(other.word());
        if (sameForm || one.agrees(other) || one.begins(other) || other.begins(one)) {
            return 1;
        }
        if (TokenRoles.isMinistryAndMinister(one.word(), other.word())) {
            return 0;
        }
        float best = 0;
        for (String reading : one.readings()) {
            for (String theirs : other.readings()) {
                best = Math.max(best, PhoneticDistance.alike(reading, theirs));
            }
        }
        return best;
    }

    private static boolean titled(String text, NormalForm form) {
        return NameTokenizer.hasTitle(TextFolding.folded(text))
                && !form.tokens().isEmpty();
    }
}
