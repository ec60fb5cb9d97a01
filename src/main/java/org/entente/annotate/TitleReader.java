package org.entente.annotate;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.ask.AskLanguage;
import org.entente.ask.Kind;
import org.entente.ask.NamesInText;
import org.entente.names.OfficeTitle;

/** Finds the title of office that is printed beside a name: before it, behind it in commas, or in brackets. */
final class TitleReader {
    private static final Pattern ONLY_SPACE = Pattern.compile("[\\s\u00a0„“”\"«»]*");
    private static final Pattern JOINING = Pattern.compile("\\s*[-–/]\\s*|\\s+");
    private static final int LONGEST = 22;
    private static final int NEAR = 4;

    private final CueWords cues;

    TitleReader(AskLanguage language) {
        this.cues = CueWords.in(language);
    }

    /** Where the title stands; {@link TextSpan#NONE} if none is printed. */
    TextSpan of(ReadSentence sentence, PersonMention person, List<PersonMention> all) {
        TextSpan before = before(sentence, person, all);
        return before.isPrinted() ? before : behind(sentence, person, all);
    }

    private TextSpan before(ReadSentence sentence, PersonMention person, List<PersonMention> all) {
        List<TextWord> words = sentence.words;
        int last = -1;
        for (int i = 0;
                i < words.size() && words.get(i).span().end() <= person.span().start();
                i++) {
            last = i;
        }
        int start = -1;
        boolean comma = false;
        int end = person.span().start();
        for (int i = last; i >= 0 && i > last - LONGEST; i--) {
            TextWord word = words.get(i);
            String gap = sentence.between(
                    word.span().end(), i == last ? end : words.get(i + 1).span().start());
            boolean direct =
                    ONLY_SPACE.matcher(gap).matches() || JOINING.matcher(gap).matches();
            if (!direct && !(gap.strip().equals(",") && (i == last || isListed(words, i)))) {
                break;
            }
            comma |= i == last && gap.strip().equals(",");
            if (all.stream().anyMatch(p -> p.span().overlaps(word.span())) || !mayBePart(sentence, word, true)) {
                break;
            }
            if (cues.has("behalf", word.folded())) {
                break;
            }
            if (isCore(word)) {
                start = i;
            } else if (start == i + 1 && isModifier(sentence, word)) {
                start = i;
            }
        }
        if (start < 0) {
            return TextSpan.NONE;
        }
        int stop = last;
        while (stop > start && cues.has("honorifics", words.get(stop).folded())) {
            stop--;
        }
        while (stop > start && cues.has("links", words.get(stop).folded())) {
            stop--;
        }
        while (start < stop && cues.has("links", words.get(start).folded())) {
            start++;
        }
        return new TextSpan(
                words.get(start).span().start(), words.get(stop).span().end());
    }

    /** "für Wirtschaft, Tourismus und Forsten": the comma joins what one office is about. */
    private boolean isListed(List<TextWord> words, int comma) {
        for (int i = comma; i >= 0 && i > comma - 8; i--) {
            if (List.of("für", "for", "по", "of").contains(words.get(i).folded())) {
                return true;
            }
            if (isCore(words.get(i))) {
                return false;
            }
        }
        return false;
    }

    private TextSpan behind(ReadSentence sentence, PersonMention person, List<PersonMention> all) {
        List<TextWord> words = sentence.words;
        int first = 0;
        while (first < words.size()
                && words.get(first).span().start() < person.span().end()) {
            first++;
        }
        if (first >= words.size()) {
            return TextSpan.NONE;
        }
        String gap =
                sentence.between(person.span().end(), words.get(first).span().start());
        boolean aside = gap.strip().equals(",")
                || gap.strip().equals("(")
                || gap.strip().equals("–")
                || gap.strip().equals("-");
        boolean mandate = gap.isBlank() && words.get(first).text().matches("(?i)MdB|MdL|MdEP");
        if (!aside && !mandate) {
            return TextSpan.NONE;
        }
        int start = -1;
        int end = -1;
        for (int i = first; i < words.size() && i < first + LONGEST; i++) {
            TextWord word = words.get(i);
            String between = i == first
                    ? ""
                    : sentence.between(
                            words.get(i - 1).span().end(), word.span().start());
            boolean direct = ONLY_SPACE.matcher(between).matches()
                    || JOINING.matcher(between).matches()
                    || i == first;
            boolean listed = between.strip().equals(",")
                    && start >= 0
                    && isListed(words, i - 1)
                    && OfficeTitle.isSubject(word.text());
            if (!direct && !listed || all.stream().anyMatch(p -> p.span().overlaps(word.span()))) {
                if (all.stream().anyMatch(p -> p.span().overlaps(word.span())) && direct) {
                    return TextSpan.NONE;
                }
                break;
            }
            if (!mayBePart(sentence, word, true)) {
                break;
            }
            if (isCore(word)) {
                start = start < 0 ? i : start;
                end = i;
            } else if (start >= 0 && !cues.has("links", word.folded())) {
                end = i;
            }
            if (start < 0 && i > first + 4) {
                return TextSpan.NONE;
            }
        }
        if (start < 0) {
            return TextSpan.NONE;
        }
        while (start > first
                && isModifier(sentence, words.get(start - 1))
                && !cues.has("links", words.get(start - 1).folded())) {
            start--;
        }
        return new TextSpan(
                words.get(start).span().start(), words.get(end).span().end());
    }

    /**
     * "Berater des Präsidenten Nasarbajew", "unter seinem Vorgänger, Präsident Nasarbajew", "folgt auf Matthias Kiesler", "auf Einladung des
     * Präsidenten": it is not they who are there.
     */
    boolean isAside(ReadSentence sentence, PersonMention person) {
        boolean titled = person.title().isPrinted()
                && person.title().start() < person.span().start();
        int start = titled ? person.title().start() : person.span().start();
        List<TextWord> before =
                sentence.words.stream().filter(w -> w.span().end() <= start).toList();
        int at = before.size() - 1;
        while (at >= 0 && isAdjective(before.get(at))) {
            at--;
        }
        if (at < 0) {
            return titled && isOfAnother(sentence, person);
        }
        TextWord last = before.get(at);
        boolean of = cues.has("genitive", last.folded());
        return of && at > 0 && cues.has("behalf", before.get(at - 1).folded())
                || (of || cues.has("of", last.folded()))
                        && at > 0
                        && cues.has("during", before.get(at - 1).folded())
                || cues.has("without genitive", last.folded())
                || isBefore(before, at)
                || follows(before, at)
                || titled && isOfAnother(sentence, person);
    }

    /** "Unter seinem Vorgänger", and not the predecessor himself who does something. */
    private boolean isBefore(List<TextWord> before, int at) {
        return cues.has("before them", before.get(at).folded())
                && before.subList(Math.max(0, at - 2), at).stream().anyMatch(w -> cues.has("under", w.folded()));
    }

    /** "Er folgt somit auf", "replaces": it is somebody else who comes. */
    private boolean follows(List<TextWord> before, int at) {
        if (cues.has("replaces", before.get(at).folded())) {
            return true;
        }
        return cues.has("after", before.get(at).folded())
                && before.subList(Math.max(0, at - NEAR), at).stream().anyMatch(w -> cues.has("follows", w.folded()));
    }

    /** "Советник Президента Назарбаева" (but not "Ерлан Карин"), "Leiter der Administration von Präsident Tokajew": the title is that of somebody who works for them. */
    private boolean isOfAnother(ReadSentence sentence, PersonMention person) {
        List<TextWord> title = sentence.words.stream()
                .filter(w -> w.span().within(person.title()))
                .toList();
        for (int i = 0; i < title.size(); i++) {
            if (i + 1 == title.size()) {
                // "Präsidentschaft von": what looks like an office is a time.
                return cues.has("during", title.get(i).folded());
            }
            boolean other = cues.has("without genitive", title.get(i).folded())
                            && person.name()
                                    .matches(
                                            "(?U)(?:\\p{Lu}\\.\\s*)*(?:\\p{L}+[аяыи]\\s+)?(?:\\p{L}+[ая]\\s+)?\\p{L}+(?:[аяы]|ого|ой)")
                    || cues.has("during", title.get(i).folded())
                            && (cues.has("of", title.get(i + 1).folded())
                                    || cues.has("genitive", title.get(i + 1).folded()));
            if (other && title.subList(i + 1, title.size()).stream().anyMatch(w -> NamesInText.isRank(w.text()))) {
                return true;
            }
        }
        return false;
    }

    /** "kasachischen", also where the word is not known or has a misprint. */
    private boolean isAdjective(TextWord word) {
        return !NamesInText.adjectiveOf(word.text()).isEmpty()
                || word.text().matches("\\p{Ll}{4,}(?:sch|ig|lich)e[nmr]|\\p{Ll}{4,}(?:ого|ской|скому|ским)")
                        && !cues.has("genitive", word.folded())
                || cues.has("before", word.folded());
    }

    private boolean isCore(TextWord word) {
        return NamesInText.isRank(word.text())
                || cues.has("titles", word.folded())
                || word.text().matches("(?i)MdB|MdL|MdEP");
    }

    /** What may stand before the word for the office: its country, "stellvertretender", what it is about. */
    private boolean isModifier(ReadSentence sentence, TextWord word) {
        return cues.has("before", word.folded())
                || OfficeTitle.isSubject(word.text())
                || !NamesInText.adjectiveOf(word.text()).isEmpty()
                || sentence.names.stream()
                        .anyMatch(n -> (n.kind() == Kind.POLITY || n.kind() == Kind.PLACE)
                                && n.span().overlaps(word.span())
                                && sentence.between(n.span().start(), n.span().end())
                                        .endsWith("s"));
    }

    private boolean mayBePart(ReadSentence sentence, TextWord word, boolean begun) {
        return isCore(word)
                || isModifier(sentence, word)
                || cues.has("honorifics", word.folded())
                || cues.has("links", word.folded()) && begun
                || sentence.names.stream()
                        .anyMatch(n -> n.kind() != Kind.PERSON && n.span().overlaps(word.span()))
                || word.isCapital() && word.text().length() > 2
                || sentence.words.getFirst().span().start() < word.span().start() && isSmallPart(word);
    }

    /** Words in lower case that stand in names of offices: "иностранных дел", "for foreign affairs". */
    private static boolean isSmallPart(TextWord word) {
        String folded = word.folded();
        return folded.matches(
                "дел|делам|развити\\p{L}*|развитию|республик\\p{L}*|министерств\\p{L}*|affairs|office|government|federal|wirtschaftliche\\p{L}*|auswärtige\\p{L}*|nationale|internationale\\p{L}*|меньшинств|переселенцев|национальн\\p{L}*|иностранн\\p{L}*|международн\\p{L}*|правительств\\p{L}*|област\\p{L}*|город\\p{L}*|земл\\p{L}*|федеральн\\p{L}*|комитет\\p{L}*|парламент\\p{L}*|отдел\\p{L}*|управлени\\p{L}*|департамент\\p{L}*");
    }
}
