package org.entente.names;

import java.util.List;

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

    /** The reasons in a few words of "de" or English. */
    public String whyIn(String language) {
        return NameReason.in(why, language);
    }
}
