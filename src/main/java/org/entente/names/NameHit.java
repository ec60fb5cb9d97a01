package org.entente.names;

import java.util.List;
import java.util.Optional;

/**
 * An entity that a name may mean.
 *
 * @param name the name of the entity that came closest
 * @param score how much of both names is the same, from 0 to 1, comparable across questions: 1 the same text, from 0.97 the same
 *     name in another spelling, order or script, around 0.8 a telling part of it, below that similar
 * @param level how it was found; {@link NameMatches.Level#NONE} stands for similarity
 * @param why what is the same and what differs
 */
public record NameHit(NameRow name, double score, NameMatches.Level level, List<NameReason> why) {
    public NameHit {
        why = List.copyOf(why);
    }

    /** A name alone names somebody from this score on … */
    public static final double CLEAR = 0.9;
    /** … and if nobody else comes as near as this. */
    public static final double MARGIN = 0.05;

    /**
     * The hit that is meant by the name alone: the first, if it is clearly good and clearly better than the second. A full name
     * can be clear, a surname cannot. Whoever knows more than the name (a birth date, an office) decides with that.
     *
     * @param hits best first, at least two where there are more
     */
    public static Optional<NameHit> clear(List<NameHit> hits) {
        if (hits.isEmpty() || hits.getFirst().score < CLEAR) {
            return Optional.empty();
        }
        boolean alone = hits.size() == 1 || hits.getFirst().score - hits.get(1).score >= MARGIN;
        return alone ? Optional.of(hits.getFirst()) : Optional.empty();
    }

    /** Whether the name has not all words that were asked for, but for small ones. */
    boolean leavesWordsOut() {
        return why.contains(NameReason.OFFICE) || why.contains(NameReason.MORE) || why.contains(NameReason.OTHER_WORD);
    }

    public NameHit times(double factor) {
        return factor == 1 ? this : new NameHit(name, factor * score, level, why);
    }

    /** The reasons in a few words of "de" or English. */
    public String whyIn(String language) {
        return NameReason.in(why, language);
    }
}
