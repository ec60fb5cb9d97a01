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
        this.dates = dates;
        this.published = published;
    }

    /** The date that the sentence prints. */
    Optional<TextDates.Found> printed(ReadSentence sentence) {
        List<TextDates.Found> in = dates.stream()
                .filter(d -> new TextSpan(d.start(), d.end()).within(sentence.span))
                .toList();
        return in.stream().filter(TextDates.Found::isDay).findFirst().or(() -> in.stream()
                .findFirst());
    }

    Optional<Time> of(ReadSentence sentence, EventKind kind) {
        Optional<TextDates.Found> own = printed(sentence);
        if (own.isPresent()) {
            boolean inside = kind == EventKind.MEETING && own.get().edtf().contains("/");
            return own.map(d -> new Time(inside ? within(d.edtf()) : dateline(d), new TextSpan(d.start(), d.end())));
        }
        if (kind == EventKind.VISIT && cues.first("background", sentence.words) >= 0) {
            return Optional.empty();
        }
        return dates.stream()
                .filter(d -> d.isDay() && d.end() <= sentence.span.start())
                .reduce((a, b) -> b)
                .map(d -> new Time(
                        d.edtf().contains("/") && kind != EventKind.VISIT ? within(d.edtf()) : dateline(d),
                        new TextSpan(d.start(), d.end())))
                .or(() -> told.isEmpty() ? Optional.empty() : Optional.of(new Time(told + "~", TextSpan.NONE)));
    }

    /** All dates that a sentence prints. */
    List<Time> all(ReadSentence sentence) {
        return dates.stream()
                .filter(d -> new TextSpan(d.start(), d.end()).within(sentence.span) && d.calendar())
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
    String status(ReadSentence sentence, Optional<Time> time, boolean after) {
        if (cues.first("denied", sentence.words) >= 0) {
            return "denied";
        }
        if (cues.first("cancelled", sentence.words) >= 0) {
            return "cancelled";
        }
        if (cues.first("postponed", sentence.words) >= 0) {
            return "postponed";
        }
        boolean own = printed(sentence).isPresent();
        if (own && time.isPresent() && published.length() > 4) {
            if (isAfter(time.get().edtf(), published)) {
                return "announced";
            }
        }
        boolean past = cues.first("past", sentence.words) >= 0;
        boolean planned = cues.first("planned", sentence.words) >= 0;
        return planned && !past || after && !past ? "announced" : "held";
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
