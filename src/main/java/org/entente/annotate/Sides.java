package org.entente.annotate;

import java.util.Map;
import org.entente.ask.NamesInText;

/** For whom people act: by their office in the text, else by what is known of them. */
final class Sides {
    private final NamesInText names;
    private final KnownFacts facts;

    Sides(NamesInText names, KnownFacts facts) {
        this.names = names;
        this.facts = facts;
    }

    /** Country or region; "" if unknown. */
    String of(String person, String post) {
        String of = post.isEmpty() ? "" : names.represents(post);
        return !of.isEmpty()
                ? of
                : facts.sides.getOrDefault(person, Map.of()).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("");
    }

    /** Whether two are on one side: both German, for example, be it for the Federation or for a Land. */
    boolean same(String one, String other) {
        return one.equals(other)
                || !one.isEmpty() && !other.isEmpty() && names.state(one).equals(names.state(other));
    }
}
