package org.entente.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without the key would decide.
 *
 * @param id its name in the queue
 * @param at when it was sent, in ISO 8601
 * @param kind word of the kind
 * @param about name of what is decided
 * @param other the second thing where it takes two; "" for none
 * @param value a new value; "" for none
 * @param chosen ids of options
 * @param why the reason by language
 * @param by who proposes it
 * @param label the choice in the words that the sender saw
 * @param entry an entry to be made with it
 */
public record ProposedDecision(
        String id,
        String at,
        String kind,
        String about,
        String other,
        String value,
        List<String> chosen,
        Map<String, String> why,
        String by,
        String label,
        @Nullable NewEntry entry) {
    public ProposedDecision {
        chosen = List.copyOf(chosen);
        why = Map.copyOf(why);
        // Proposals that were kept by earlier versions have none.
        entry = entry == null ? NewEntry.NONE : entry;
    }

    /** The entry to be made with it. */
    @Override
    public NewEntry entry() {
        return entry == null ? NewEntry.NONE : entry;
    }
}
