package org.entente.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes letters. Names come from the collection: they are put on one line each and cut where they would be too long. */
public final class LetterWriter {
    /** Most characters of a name. */
    static final int LONGEST = 300;

    /** Most names in a list, and most documents. */
    static final int MOST = 6;

    private static final Map<String, LetterTexts> TEXTS = new ConcurrentHashMap<>();

    private final LetterTexts texts;
    private final String language;

    private LetterWriter(String language) {
        this.language = language;
        this.texts = TEXTS.computeIfAbsent(language, LetterTexts::new);
    }

    /** @param language one of {@link Country#language} */
    public static LetterWriter in(String language) {
        return new LetterWriter(language);
    }

    /** Whether there is a letter for the gaps that a query lists. */
    public boolean writes(String list) {
        return texts.has(list + ".subject");
    }

    /** @param gap of a kind for which there is a letter */
    public Letter write(Gap gap, Addressee to) {
        return write(gap, to, MOST);
    }

    /** @param documents most documents to name */
    Letter write(Gap gap, Addressee to, int documents) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.say(gap.list() + ".intro"));
        parts.add(facts(gap));
        parts.add(texts.say(gap.list() + ".open"));
        if (!gap.documents().isEmpty()) {
            parts.add(sources(gap.documents(), documents));
        }
        parts.add(texts.say(gap.list() + ".ask"));
        parts.add(texts.say(
                "right." + to.law().right().word(), to.law().claim(), to.law().name()));
        parts.add(texts.say("end"));
        return new Letter(
                language,
                to.body().isEmpty() ? texts.say("to.polity", line(to.polity())) : texts.say("to.body", line(to.body())),
                cut(
                        texts.say(gap.list() + ".subject", line(gap.event())),
                        to.country().portal().subject()),
                texts.say("greeting"),
                String.join("\n\n", parts),
                texts.say("closing"));
    }

    private String facts(Gap gap) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say("fact.event", line(gap.event())));
        if (!gap.date().isEmpty()) {
            lines.add(texts.say("fact.date", line(gap.date())));
        }
        if (!gap.place().isEmpty()) {
            lines.add(texts.say("fact.place", line(gap.place())));
        }
        if (!gap.people().isEmpty()) {
            lines.add(texts.say("fact.people", names(gap.people())));
        }
        if (!gap.offices().isEmpty()) {
            lines.add(texts.say("fact.offices", names(gap.offices())));
        }
        return String.join("\n", lines);
    }

    private String sources(List<Gap.Document> documents, int most) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say("sources"));
        documents.stream()
                .limit(most)
                .map(document -> line(document.label()) + (document.url().isEmpty() ? "" : ", " + line(document.url())))
                .forEach(document -> lines.add(texts.say("source", document)));
        if (documents.size() > most) {
            lines.add(texts.say("sources.more", documents.size() - most));
        }
        return String.join("\n", lines);
    }

    private static String names(List<String> names) {
        List<String> shown = names.stream().limit(MOST).map(LetterWriter::line).toList();
        return String.join("; ", shown) + (names.size() > shown.size() ? "; ..." : "");
    }

    /** On one line; portals refuse an ellipsis in one character. */
    private static String line(String text) {
        return cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").replace("…", "...").strip(), LONGEST);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
