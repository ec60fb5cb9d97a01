package org.entente.annotate;

import java.util.List;
import java.util.Optional;
import org.entente.annotate.Card.EventKind;
import org.entente.ask.AskLanguage;
import org.entente.time.TextDates;

/** When and in which status something is reported: by the dates of its sentence, else by those before, and by words. */
final class CardTimes {
    /** @param edtf as it goes into the report */
    record Time(String edtf, TextSpan span) {}

    private final CueWords cues;
    private final List<TextDates.Found> dates;
    private final String published;
    private final SplitText split;
    private final String told;

    /** @param told EDTF of the day that the title prints; "" for none */
    CardTimes(AskLanguage language, SplitText split, List<TextDates.Found> dates, String published, String told) {
        this.told = told;
        this.cues = CueWords.in(language);
        this.split = split;
        this.dates =
                dates.stream().filter(d -> d.calendar() || !isOfStatement(d)).toList();
        this.published = published;
    }

    /** "Announced on Thursday", "teilte am Montag mit": when somebody said so. */
    private boolean isOfStatement(TextDates.Found date) {
        String before = split.text().substring(Math.max(0, date.start() - 40), date.start());
        String last = before.strip().replaceFirst("(?s)^.*[^\\p{L}]", "").toLowerCase(java.util.Locale.ROOT);
        boolean planned =
                split.text().substring(date.start(), date.end()).matches("(?iU)(?:für|zum|bis|for|until|на)\\s.*");
        return !planned && !last.isEmpty() && cues.has("told", last);
    }

    /** The date that the sentence prints. */
    Optional<TextDates.Found> printed(ReadSentence sentence) {
        return printed(sentence, TextSpan.NONE);
    }

    /** The date that the sentence prints for what stands in a place; for all of it, if that is nowhere. */
    private Optional<TextDates.Found> printed(ReadSentence sentence, TextSpan of) {
        List<TextDates.Found> in = dates.stream()
                .filter(d -> {
                    TextSpan span = new TextSpan(d.start(), d.end());
                    return span.within(sentence.span)
                            && !isPartOfName(sentence, d)
                            && (!of.isPrinted() || sentence.clauses.isSaidOf(span, of));
                })
                .toList();
        return in.stream()
                .filter(TextDates.Found::isDay)
                .findFirst()
                .or(() -> in.stream().findFirst())
                .map(d -> fitted(sentence, d));
    }

    /** A weekday of what is planned is the next one; "in March" of what has been is the last one. */
    private TextDates.Found fitted(ReadSentence sentence, TextDates.Found date) {
        List<TextWord> words = sentence.words;
        boolean past = cues.first("past", words) >= 0;
        boolean planned = cues.first("planned", words) >= 0;
        String edtf = planned && !past
                ? TextDates.ahead(sentence.between(date.start(), date.end()), date.edtf(), published)
                : date.edtf();
        if (past && !planned && date.calendar() && !date.year() && published.length() > 4 && isAfter(edtf, published)) {
            edtf = TextDates.yearBefore(edtf);
        }
        return new TextDates.Found(date.start(), date.end(), edtf, date.calendar(), date.year());
    }

    /** "EXPO 2017": the year of a name is no date. */
    private boolean isPartOfName(ReadSentence sentence, TextDates.Found date) {
        if (!date.edtf().matches("\\d{4}")) {
            return false;
        }
        String before = sentence.between(sentence.span.start(), date.start());
        TextSpan span = new TextSpan(date.start(), date.end());
        return before.matches("(?s).*(?:\\p{Lu}{3,}[-\\s]|\\p{L}-)$")
                || sentence.names.stream().anyMatch(n -> n.span().start() < span.start() && span.within(n.span()));
    }

    /** @param cue the word that tells of it */
    Optional<Time> of(ReadSentence sentence, EventKind kind, TextSpan cue) {
        Optional<TextDates.Found> own = printed(sentence, cue);
        if (own.isPresent()) {
            boolean inside = kind == EventKind.MEETING && own.get().edtf().contains("/");
            return own.map(d -> new Time(inside ? within(d.edtf()) : dateline(d), new TextSpan(d.start(), d.end())));
        }
        if (kind == EventKind.VISIT && cues.first("background", sentence.words) >= 0) {
            return Optional.empty();
        }
        return dates.stream()
                .filter(d -> d.end() <= sentence.span.start()
                        && (d.isDay() && !d.edtf().startsWith("[")
                                || split.paragraph(d.start()) == sentence.paragraph
                                        && d.calendar()
                                        && !d.edtf().contains("..")))
                .reduce((a, b) -> b)
                .map(d -> new Time(
                        d.edtf().contains("/") && kind != EventKind.VISIT ? within(d.edtf()) : dateline(d),
                        new TextSpan(d.start(), d.end())))
                .or(() -> told.isEmpty() ? Optional.empty() : Optional.of(new Time(told + "~", TextSpan.NONE)));
    }

    /** All dates that a sentence prints. */
    List<Time> all(ReadSentence sentence) {
        return dates.stream()
                .filter(d -> new TextSpan(d.start(), d.end()).within(sentence.span)
                        && d.calendar()
                        && !isPartOfName(sentence, d))
                .map(d -> new Time(dateline(d), new TextSpan(d.start(), d.end())))
                .toList();
    }

    /** A day that stands only in a dateline or heading is not quite certain. */
    private String dateline(TextDates.Found date) {
        boolean first = !split.paragraphs().isEmpty()
                && date.start() < split.paragraphs().getFirst().start() + 40;
        boolean second = split.paragraphs().size() > 1
                && date.start() - split.paragraphs().get(1).start() < 25
                && date.start() >= split.paragraphs().get(1).start();
        String before = split.text()
                .substring(Math.max(0, date.start() - 4), date.start())
                .toLowerCase(java.util.Locale.ROOT);
        boolean says = before.contains("am ") || before.contains("on ") || before.contains("om ");
        return date.edtf().matches("\\d{4}-\\d\\d-\\d\\d") && (first || second) && !says && date.year()
                ? date.edtf() + "~"
                : date.edtf();
    }

    private static String within(String interval) {
        String[] ends = interval.split("/");
        return ends.length == 2 && !ends[0].startsWith("..") && !ends[1].startsWith("..") && ends[0].length() == 10
                ? "[" + ends[0] + ".." + ends[1] + "]"
                : interval;
    }

    /** @param after whether what was told before is yet to come; then this is, too, unless its words say that it is past */
    String status(ReadSentence sentence, Optional<Time> time, boolean after, TextSpan cue) {
        List<TextWord> words = sentence.wordsOf(cue);
        if (cues.first("denied", words) >= 0) {
            return "denied";
        }
        if (cues.first("cancelled", words) >= 0) {
            return "cancelled";
        }
        if (cues.first("postponed", words) >= 0) {
            return "postponed";
        }
        boolean own = printed(sentence, cue).isPresent();
        if (own && time.isPresent() && published.length() > 4) {
            if (isAfter(time.get().edtf(), published)) {
                return "announced";
            }
        }
        boolean past = cues.first("past", words) >= 0;
        boolean planned = cues.first("planned", words) >= 0;
        return planned && !past || after && !past ? "announced" : "held";
    }

    /** Whether a day was over when the text appeared: nothing that is planned is then. */
    boolean isPast(Optional<Time> time) {
        String today = told.isEmpty() ? published : told;
        return today.length() == "2020-01-01".length()
                && time.map(t -> t.edtf().replaceAll("[~\\[\\]]", "").replaceFirst("^.*(?:/|\\.\\.)", ""))
                        .filter(end -> end.length() == today.length() && end.compareTo(today) < 0)
                        .isPresent();
    }

    private static boolean isAfter(String edtf, String published) {
        String day = edtf.replaceAll("^\\[", "");
        return day.compareTo(published) > 0 && !day.startsWith(published);
    }

    String modality(ReadSentence sentence, String status, Optional<Time> time) {
        if (status.equals("announced")) {
            return "asPlan";
        }
        boolean earlier = time.isPresent()
                && published.length() >= 4
                && time.get().edtf().replaceAll("^\\[", "").compareTo(published.substring(0, 4)) < 0;
        return earlier
                        || cues.first("background", sentence.words) >= 0
                                && printed(sentence).isEmpty()
                ? "asBackground"
                : "asFact";
    }
}
