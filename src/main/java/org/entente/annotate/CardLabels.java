package org.entente.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.entente.store.NameIndex;

/** What cards are called, in the languages of the collection: labels of new events, and notes, in our own words. */
public final class CardLabels {
    private static final Map<String, Properties> TEXTS = Map.of("de", read("de"), "en", read("en"));

    private final NameIndex index;

    /** @param index what things are called */
    public CardLabels(NameIndex index) {
        this.index = index;
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (InputStream in = CardLabels.class.getResourceAsStream("/annotate/notes_" + language + ".properties")) {
            texts.load(new InputStreamReader(
                    Objects.requireNonNull(in, "packed with the program"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** What a card tells, in a few words for each language. */
    Map<String, String> of(Card card, List<String> languages) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : languages) {
            words.put(language, of(card, language));
        }
        return words;
    }

    /** The same in one language. */
    public String of(Card card, String language) {
        Properties texts =
                Objects.requireNonNull(TEXTS.get(TEXTS.containsKey(language) ? language : "en"), "one of both");
        String kind = card.kind().name().toLowerCase(Locale.ROOT);
        List<String> who = card.participants().stream()
                .map(p -> name(p, language))
                .distinct()
                .toList();
        String said = who.isEmpty()
                ? texts.getProperty(kind + ".none")
                : who.size() == 2 && kind.equals("meeting")
                        ? MessageFormat.format(texts.getProperty("meeting.two"), who.get(0), who.get(1))
                        : MessageFormat.format(texts.getProperty(kind + ".one"), joined(who, texts));
        List<String> where = card.places().stream()
                .map(p -> index.label(p.iri(), language).orElse(""))
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(2)
                .toList();
        String year = card.date().replaceFirst("^[\\[.]*", "").replaceFirst("^(\\d{4}).*$", "$1");
        String aside = String.join(", ", where) + (where.isEmpty() || year.isEmpty() ? "" : ", ") + year;
        return aside.isEmpty() ? said : MessageFormat.format(texts.getProperty("in"), said, aside);
    }

    /** The paragraphs that a card is made of: {@code P3, P4}. */
    public String locator(Annotation annotation, Card card) {
        SplitText split = SplitText.of(annotation.text());
        return card.passages().stream()
                .map(p -> split.paragraph(p.start()))
                .distinct()
                .sorted()
                .map(n -> "P" + n)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static String joined(List<String> who, Properties texts) {
        if (who.size() == 1) {
            return who.getFirst();
        }
        String last = who.size() > 3 ? texts.getProperty("others") : who.getLast();
        List<String> first = who.subList(0, Math.min(who.size() - 1, 3));
        return String.join(", ", first) + " " + texts.getProperty("and") + " " + last;
    }

    /** What somebody is called. */
    public String name(Card.Participant p, String language) {
        String iri = p.who().isEmpty() ? p.post() : p.who();
        return p.who().isEmpty() && !p.name().isEmpty()
                ? plain(p.name())
                : index.label(iri, language).orElse(p.name());
    }

    /** A printed name without honorifics. */
    static String plain(String name) {
        return name.replaceFirst(
                        "^(?:(?:\\p{L}{1,4}\\.[\\s-]?|Herrn?|Frau|Mr|Mrs|Ms|Professor(?:in)?)\\s*)+(?=\\p{Lu})", "")
                .strip();
    }
}
