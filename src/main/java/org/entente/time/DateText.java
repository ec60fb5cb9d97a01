package org.entente.time;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.time.EdtfTerm.Date;
import org.entente.time.EdtfTerm.Interval;
import org.entente.time.EdtfTerm.NoDate;
import org.entente.time.EdtfTerm.Precision;
import org.entente.time.EdtfTerm.Range;

/**
 * Says a date in German or English exactly as precisely as it is known: "im Juli 2023", "on 9 June 2015", "between 28 August and 3
 * September 2017". Stateless; one instance per language.
 */
public enum DateText {
    DE,
    EN;

    private static final List<String> SEASONS_DE = List.of("Frühjahr", "Sommer", "Herbst", "Winter");
    private static final List<String> SEASONS_EN = List.of("spring", "summer", "autumn", "winter");
    private static final List<String> ORDINALS_DE = List.of("erste", "zweite", "dritte", "vierte");
    private static final List<String> ORDINALS_EN = List.of("first", "second", "third", "fourth");
    private static final int SPRING = 21;
    private static final int WINTER = 24;
    private static final int FIRST_QUARTER = 33;

    /** German for {@code de}, English for every other language. */
    public static DateText in(String language) {
        return language.equals("de") ? DE : EN;
    }

    /**
     * When something was: an adverbial phrase for the middle of a sentence.
     *
     * @throws EdtfException if the text is no EDTF
     */
    public String when(String edtf) {
        return when(Edtf.parse(edtf).term());
    }

    /**
     * For when something was planned: "für den 9. Juni 2015", "for July 2023".
     *
     * @throws EdtfException if the text is no EDTF
     */
    public String planned(String edtf) {
        EdtfTerm term = Edtf.parse(edtf).term();
        if (term instanceof Date date && !date.uncertain()) {
            String about = date.approximate() ? say("etwa ", "about ") : "";
            return switch (date.precision()) {
                case DAY -> say("für " + about + "den ", "for " + about) + plain(date);
                case QUARTER -> say("für " + about + "das ", "for " + about + "the ") + plain(date);
                case SEASON ->
                    say("für " + about + (date.part() == SPRING ? "das " : "den "), "for " + about) + plain(date);
                case DECADE -> say("für " + about + "die ", "for " + about + "the ") + plain(date);
                case CENTURY -> say("für die Zeit ", "for some time ") + when(date);
                default -> say("für ", "for ") + about + plain(date);
            };
        }
        if (term instanceof EdtfTerm.Set set
                && set.members().size() == 1
                && set.members().getFirst() instanceof Range range) {
            if (range.from() instanceof Date start && range.to() instanceof NoDate) {
                return say("frühestens ", "") + planned(start.text()) + say("", " at the earliest");
            }
            if (range.from() instanceof NoDate && range.to() instanceof Date end) {
                return say("spätestens ", "") + planned(end.text()) + say("", " at the latest");
            }
        }
        return say("für die Zeit ", term instanceof Interval ? "for the period " : "for some time ") + when(term);
    }

    /**
     * The date by itself, for a table or heading: "9. Juni 2015", "July 2023", "28 August to 3 September 2017".
     *
     * @throws EdtfException if the text is no EDTF
     */
    public String plain(String edtf) {
        EdtfTerm term = Edtf.parse(edtf).term();
        if (term instanceof Date date) {
            return (date.approximate() ? say("um ", "around ") : "") + plain(date) + doubt(date);
        }
        if (term instanceof Interval interval
                && interval.start() instanceof Date start
                && interval.end() instanceof Date end
                && certain(start)
                && certain(end)) {
            return start(start, end) + say(" bis ", " to ") + plain(end);
        }
        return when(term);
    }

    private String when(EdtfTerm term) {
        return switch (term) {
            case Date date -> date(date) + doubt(date);
            case NoDate none -> say("zu unbekannter Zeit", "at an unknown time");
            case Range range -> range(range.from(), range.to());
            case EdtfTerm.Set set -> set(set);
            case Interval interval -> interval(interval.start(), interval.end());
        };
    }

    private String date(Date date) {
        if (date.approximate()) {
            return switch (date.precision()) {
                case DAY -> say("um den ", "around ") + plain(date);
                case SEASON, QUARTER, DECADE, CENTURY -> say("etwa ", "roughly ") + sharp(date);
                default -> say("um ", "around ") + plain(date);
            };
        }
        return sharp(date);
    }

    private String sharp(Date date) {
        return switch (date.precision()) {
            case DAY -> say("am ", "on ") + plain(date);
            case MONTH, SEASON -> say("im ", "in ") + plain(date);
            case QUARTER -> say("im " + plain(date).replaceFirst("e Quartal", "en Quartal"), "in the " + plain(date));
            case YEAR -> say("im Jahr ", "in ") + plain(date);
            case DECADE -> say("in den " + plain(date).replaceFirst("Jahre$", "Jahren"), "in the " + plain(date));
            case CENTURY ->
                say("zwischen ", "between ") + year(date.year()) + say(" und ", " and ") + year(date.year() + 99);
        };
    }

    /** Without preposition, "about" and doubt. */
    private String plain(Date date) {
        String year = year(date.year());
        return switch (date.precision()) {
            case DAY -> day(date) + " " + month(date) + " " + year;
            case MONTH -> month(date) + " " + year;
            case SEASON -> {
                String season = say(SEASONS_DE, SEASONS_EN).get(date.part() - SPRING);
                yield season + " " + year
                        + (date.part() == WINTER ? "/" + year(date.year() + 1).substring(2) : "");
            }
            case QUARTER ->
                say(
                        ORDINALS_DE.get(date.part() - FIRST_QUARTER) + " Quartal " + year,
                        ORDINALS_EN.get(date.part() - FIRST_QUARTER) + " quarter of " + year);
            case YEAR -> year;
            case DECADE -> say(year + "er Jahre", year + "s");
            case CENTURY -> year + "–" + year(date.year() + 99);
        };
    }

    private String day(Date date) {
        return say(date.day() + ".", Integer.toString(date.day()));
    }

    private String month(Date date) {
        return Month.of(date.part()).getDisplayName(TextStyle.FULL, say(Locale.GERMAN, Locale.ENGLISH));
    }

    private static String year(int year) {
        return year < 1000 ? String.format("%04d", year) : Integer.toString(year);
    }

    private String doubt(Date date) {
        return date.uncertain() ? say(" (unsicher)", " (uncertain)") : "";
    }

    /** On some day or days between the two. */
    private String range(EdtfTerm from, EdtfTerm to) {
        if (from instanceof Date start && to instanceof Date end) {
            if (start.precision() == Precision.DAY && end.precision() == Precision.DAY) {
                return say(
                        "zwischen dem " + start(start, end) + " und dem " + plain(end),
                        "between " + start(start, end) + " and " + plain(end));
            }
            return say("zwischen ", "between ")
                    + article(start)
                    + start(start, end)
                    + say(" und ", " and ")
                    + article(end)
                    + plain(end);
        }
        if (to instanceof Date end) {
            return say("spätestens ", end.precision() == Precision.DAY ? "on or before " : "in or before ")
                    + say(when(end), plain(end));
        }
        if (from instanceof Date start) {
            return say("frühestens ", start.precision() == Precision.DAY ? "on or after " : "in or after ")
                    + say(when(start), plain(start));
        }
        return say("zu unbekannter Zeit", "at an unknown time");
    }

    private String set(EdtfTerm.Set set) {
        if (set.members().size() == 1 && set.members().getFirst() instanceof Range range) {
            return set.all() ? interval(range.from(), range.to()) : range(range.from(), range.to());
        }
        String glue = set.all() ? say(" und ", " and ") : say(" oder ", " or ");
        return set.members().stream().map(this::when).collect(Collectors.joining(glue));
    }

    /** Lasted from one to the other. */
    private String interval(EdtfTerm from, EdtfTerm to) {
        if (from instanceof Date start && to instanceof Date end) {
            if (start.text().equals(end.text())) {
                return when(start);
            }
            return say(start.precision() == Precision.DAY ? "vom " : "von ", "from ")
                    + about(start)
                    + start(start, end)
                    + doubt(start)
                    + say(
                            end.precision() == Precision.DAY && start.precision() != Precision.DAY
                                    ? " bis zum "
                                    : " bis ",
                            " to ")
                    + about(end)
                    + plain(end)
                    + doubt(end);
        }
        if (from instanceof Date start) {
            String open = to == NoDate.UNKNOWN ? say(", Ende unbekannt", ", end unknown") : "";
            if (to instanceof EdtfTerm.Set) {
                return say("ab ", "from ") + dative(start) + ", " + ends(to);
            }
            return say(open.isEmpty() ? "seit " : "ab ", open.isEmpty() ? "since " : "from ") + dative(start) + open;
        }
        if (to instanceof Date end) {
            String begins = from instanceof EdtfTerm.Set ? begins(from) + ", " : "";
            return begins
                    + say(end.precision() == Precision.DAY ? "bis zum " : "bis ", "until ")
                    + about(end)
                    + plain(end)
                    + doubt(end)
                    + (from == NoDate.UNKNOWN ? say(", Beginn unbekannt", ", start unknown") : "");
        }
        Optional<Date> begun = bound(from, true);
        Optional<Date> ended = bound(to, false);
        if (begun.isPresent() && ended.isPresent()) {
            return attested(begun.get(), ended.get());
        }
        if (from instanceof EdtfTerm.Set && from.equals(to)) {
            return when(from);
        }
        if (from instanceof EdtfTerm.Set || to instanceof EdtfTerm.Set) {
            return (from instanceof EdtfTerm.Set ? begins(from) : say("Beginn offen", "start open"))
                    + ", "
                    + (to instanceof EdtfTerm.Set ? ends(to) : say("Ende offen", "end open"));
        }
        return say("zu unbekannter Zeit", "at an unknown time");
    }

    /** Began by one date and ended on or after another, as what is known from reports of single days. */
    private String attested(Date begun, Date ended) {
        if (begun.text().equals(ended.text())) {
            return (begun.precision() == Precision.DAY
                            ? say("mindestens ", "at least ")
                            : say("irgendwann ", "some time "))
                    + when(begun);
        }
        return begun.to().isAfter(ended.from())
                ? say("irgendwann ", "some time ") + range(ended, begun)
                : say("mindestens ", "at least ") + interval(begun, ended);
    }

    /** The date of {@code [..a]} if the last day counts, of {@code [a..]} if the first does. */
    private static Optional<Date> bound(EdtfTerm term, boolean last) {
        return term instanceof EdtfTerm.Set set
                        && !set.all()
                        && set.members().size() == 1
                        && set.members().getFirst() instanceof Range range
                        && (last ? range.from() : range.to()) instanceof NoDate
                        && (last ? range.to() : range.from()) instanceof Date date
                ? Optional.of(date)
                : Optional.empty();
    }

    private String begins(EdtfTerm set) {
        return say("begann ", "began ") + when(set);
    }

    private String ends(EdtfTerm set) {
        return say("endete ", "ended ") + when(set);
    }

    private String about(Date date) {
        return date.approximate() ? say("etwa ", "about ") : "";
    }

    private String dative(Date date) {
        return (date.precision() == Precision.DAY ? say("dem ", "") : article(date))
                + about(date)
                + plain(date)
                + doubt(date);
    }

    private String article(Date date) {
        return switch (date.precision()) {
            case DAY, SEASON -> say("dem ", "");
            case QUARTER -> say("dem ", "the ");
            case DECADE -> say("den ", "the ");
            default -> "";
        };
    }

    /** The beginning of a span, without what its end says again: "28. August" before "3. September 2017". */
    private String start(Date start, Date end) {
        boolean days = start.precision() == Precision.DAY && end.precision() == Precision.DAY;
        boolean months = start.precision() == Precision.MONTH && end.precision() == Precision.MONTH;
        boolean plain = certain(start) && certain(end) && start.year() == end.year();
        if (days && plain) {
            return start.part() == end.part() ? day(start) : day(start) + " " + month(start);
        }
        return months && plain ? month(start) : plain(start);
    }

    private static boolean certain(Date date) {
        return !date.approximate() && !date.uncertain();
    }

    private <T> T say(T german, T english) {
        return this == DE ? german : english;
    }
}
