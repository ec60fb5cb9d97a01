package org.entente.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.names.NameRow;
import org.entente.names.NameUse;
import org.entente.store.NameIndex;

/** The names of the collection, word by word, ready to be found inside a sentence. Immutable. */
final class NameList {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?|\\d+");
    private static final Pattern ASIDE = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]");
    private static final Set<String> SMALL = Set.of(
            "of", "the", "for", "and", "in", "to", "on", "at", "der", "die", "das", "des", "dem", "den", "von", "und",
            "für", "im", "zu", "beim", "oder", "or", "или", "и", "в", "по", "на");

    /**
     * A name.
     *
     * @param words its words without small ones
     * @param part whether it is only a part: a surname
     */
    record Entry(String iri, Kind kind, List<WordKeys> words, boolean part, boolean title) {}

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();

    private NameList() {}

    static boolean isSmall(String folded) {
        return SMALL.contains(folded);
    }

    static NameList of(NameIndex index) {
        return of(index, row -> true);
    }

    /** The names that are kept. */
    static NameList of(NameIndex index, Predicate<NameRow> kept) {
        NameList list = new NameList();
        Set<List<Object>> seen = new LinkedHashSet<>();
        for (NameRow row : index.rows()) {
            Kind kind = Kind.of(index.classes(row.entity()));
            if (!kept.test(row)
                    || kind == Kind.OTHER
                    || row.use() == NameUse.PRINTED && kind != Kind.PERSON
                    || row.use() == NameUse.SUGGESTED) {
                continue;
            }
            if (row.use() != NameUse.PRINTED) {
                list.names.computeIfAbsent(row.entity(), k -> new ArrayList<>()).add(row.text());
            }
            if (seen.add(List.of(row.entity(), row.text()))) {
                list.add(row, kind);
            }
        }
        return list;
    }

    private void add(NameRow row, Kind kind) {
        List<String> texts = new ArrayList<>(List.of(row.text()));
        String without = ASIDE.matcher(row.text()).replaceAll("");
        if (!without.equals(row.text()) && !without.isBlank() && kind != Kind.POST) {
            texts.add(without);
        }
        for (String text : texts) {
            List<String> words = words(text);
            if (words.isEmpty() || kind == Kind.PERSON && words.size() > 5) {
                continue;
            }
            boolean spoken = kind == Kind.PERSON || kind == Kind.PLACE || kind == Kind.POLITY;
            List<WordKeys> keys = words.stream()
                    .map(word -> WordKeys.of(word, spoken && !isAbbreviation(word)))
                    .toList();
            boolean title = row.use() == NameUse.TITLE;
            add(new Entry(row.entity(), kind, keys, kind == Kind.PERSON && keys.size() == 1, title));
            if (kind == Kind.PERSON
                    && keys.size() > 1
                    && (row.use() == NameUse.PREFERRED || row.use() == NameUse.OTHER)
                    && text.indexOf(',') < 0) {
                surnames(row.entity(), text, keys);
            }
        }
    }

    /** The last word, with the words that a hyphen joins to it; and all but the first: "Mendès France". */
    private void surnames(String iri, String text, List<WordKeys> keys) {
        String[] parts = text.strip().split("\\s+");
        int length = words(parts[parts.length - 1]).size();
        if (length > 0 && length < keys.size()) {
            add(new Entry(iri, Kind.PERSON, keys.subList(keys.size() - length, keys.size()), true, false));
        }
        int given = words(parts[0]).size();
        if (parts.length > 2 && given > 0 && given < keys.size()) {
            add(new Entry(iri, Kind.PERSON, keys.subList(given, keys.size()), true, false));
        }
    }

    private void add(Entry entry) {
        WordKeys first = entry.words.getFirst();
        Set<String> keys = new LinkedHashSet<>();
        keys.add("=" + first.written());
        first.stems().forEach(s -> keys.add("=" + s));
        first.sounds().forEach(s -> keys.add("~" + s));
        keys.forEach(key -> byFirst.computeIfAbsent(key, k -> new ArrayList<>()).add(entry));
    }

    /** The names that may begin with the word. */
    Set<Entry> beginning(WordKeys word) {
        Set<Entry> found = new LinkedHashSet<>(byFirst.getOrDefault("=" + word.written(), List.of()));
        word.stems().forEach(s -> found.addAll(byFirst.getOrDefault("=" + s, List.of())));
        word.sounds().forEach(s -> found.addAll(byFirst.getOrDefault("~" + s, List.of())));
        return found;
    }

    /** The names of a thing in all languages. */
    List<String> names(String iri) {
        return names.getOrDefault(iri, List.of());
    }

    Set<String> things() {
        return names.keySet();
    }

    /** The words of a name without small ones. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.replaceAll("['’]s(?![\\p{L}])", ""));
        while (matcher.find()) {
            if (!isSmall(Word.fold(matcher.group())) || matcher.group().length() == text.length()) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    private static boolean isAbbreviation(String word) {
        return word.length() > 1 && word.chars().filter(Character::isUpperCase).count() >= 2 && word.length() <= 8;
    }
}
