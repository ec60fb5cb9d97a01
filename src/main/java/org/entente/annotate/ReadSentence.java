package org.entente.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ask.AskLanguage;
import org.entente.ask.Kind;
import org.entente.ask.NamesInText;

/** A sentence with its words and the names of the collection in it; all places are those in the whole text. */
final class ReadSentence {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:[-'’‑][\\p{L}\\p{M}]+)*\\.?|\\d+");

    /** A name of the collection. */
    record Named(TextSpan span, Kind kind, boolean part, NamesInText.Name name) {}

    final int paragraph;
    final TextSpan span;
    final String text;
    final List<Named> names = new ArrayList<>();
    /** Offices that are described, without the name of whoever holds them. */
    final List<Named> described = new ArrayList<>();

    final List<TextWord> words = new ArrayList<>();
    final Clauses clauses;
    private final NamesInText.Read read;

    ReadSentence(String whole, SplitText.Sentence sentence, NamesInText names, AskLanguage language) {
        this.paragraph = sentence.paragraph();
        this.span = sentence.span();
        this.text = span.of(whole);
        this.read = names.read(text, language);
        int at = span.start();
        add(read.names(), this.names);
        add(read.described(), described);
        this.clauses = new Clauses(text, span.start());
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String each = word.group();
            boolean dot = each.endsWith(".")
                    && each.length() > 4
                    && text.substring(word.end()).isBlank();
            String plain =
                    each.endsWith(".") && (dot || each.length() > 5) ? each.substring(0, each.length() - 1) : each;
            words.add(new TextWord(plain, new TextSpan(at + word.start(), at + word.start() + plain.length())));
        }
    }

    private void add(List<NamesInText.Name> found, List<Named> to) {
        for (NamesInText.Name name : found) {
            to.add(new Named(
                    new TextSpan(span.start() + name.start(), span.start() + name.end()),
                    name.kind(),
                    name.part(),
                    name));
        }
    }

    /** The offices that words of the sentence describe. */
    List<String> offices(TextSpan title) {
        return read.offices(title.start() - span.start(), title.end() - span.start());
    }

    /** The words that may say something of what stands in a place. */
    List<TextWord> wordsOf(TextSpan place) {
        return words.stream().filter(w -> clauses.isSaidOf(w.span(), place)).toList();
    }

    /** The text between two places. */
    String between(int from, int to) {
        return from >= to ? "" : text.substring(from - span.start(), to - span.start());
    }

    Optional<Named> at(TextSpan place) {
        return names.stream().filter(n -> n.span().overlaps(place)).findFirst();
    }
}
