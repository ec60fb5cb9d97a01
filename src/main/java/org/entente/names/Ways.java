package org.entente.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a name are where somebody comes from, and which where he is sent: in "Botschafter Kasachstans in Deutschland" Kazakhstan is
 * the one and Germany the other.
 *
 * @param ways word to its direction, for words that have one; none in names of those who are not sent
 */
record Ways(Map<String, Way> ways) {
    /** A direction. */
    enum Way {
        FROM,
        TO
    }

    private static final Map<String, List<String>> LISTS = WordList.sections("directions");
    private static final Set<String> TO = Set.copyOf(LISTS.getOrDefault("to", List.of()));
    private static final Set<String> FROM = Set.copyOf(LISTS.getOrDefault("from", List.of()));
    private static final Set<String> FORMS = Set.copyOf(LISTS.getOrDefault("forms-of-state", List.of()));

    private static final Set<String> SENT = Set.copyOf(LISTS.getOrDefault("sent", List.of()));

    static Ways of(String text) {
        boolean somebody = NameTokenizer.of(TextFolding.folded(text)).stream()
                .anyMatch(word -> SENT.stream().anyMatch(word.text()::startsWith));
        if (!somebody) {
            return new Ways(Map.of());
        }
        Map<String, Way> ways = new HashMap<>();
        Way now = null;
        boolean named = false;
        for (NameTokenizer.Word each : NameTokenizer.of(TextFolding.folded(text))) {
            String word = each.text();
            if (TO.contains(word)) {
                now = Way.TO;
                named = false;
            } else if (FROM.contains(word)) {
                // "in der", "to the Federal Republic of": still the same way.
                if (now != Way.TO || named) {
                    now = Way.FROM;
                }
            } else if (TokenRoles.of(word) == TokenRole.NAME || TokenRoles.of(word) == TokenRole.OFFICE) {
                if (FORMS.stream().noneMatch(word::startsWith)) {
                    named = true;
                    ways.put(TextFolding.plain(word), now == null ? Way.FROM : now);
                }
            }
        }
        // Without a word for "to" nothing says who is sent where, but for "of".
        boolean sent = ways.containsValue(Way.TO);
        boolean said = NameTokenizer.of(TextFolding.folded(text)).stream().anyMatch(w -> FROM.contains(w.text()));
        return sent || said ? new Ways(Map.copyOf(ways)) : new Ways(Map.of());
    }

    /** Whether it names both ends. */
    boolean hasBoth() {
        return ways.containsValue(Way.TO) && ways.containsValue(Way.FROM);
    }

    @Nullable
    Way of(NameToken token) {
        return ways.get(token.word());
    }
}
