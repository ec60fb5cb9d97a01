package org.entente.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.encounter.GrammarText;
import org.entente.time.DateText;
import org.entente.time.EdtfException;

/** The dates of a dossier's rows, as its sentences say them. */
final class DossierDates {
    /** So many dates are named one by one; more are a period. */
    private static final int FEW = 3;

    private final GrammarText words;

    DossierDates(GrammarText words) {
        this.words = words;
    }

    /** The date or dates of a row, by themselves. */
    String of(List<String> edtf) {
        return edtf.isEmpty()
                ? words.say("ohne Datum", "undated")
                : edtf.stream().map(this::plain).collect(Collectors.joining(words.say(" oder ", " or ")));
    }

    /** The dates of a few rows, the period of many. */
    String when(List<DossierRow> rows) {
        String dates = days(rows);
        return rows.size() == 1 && !dates.isEmpty() && !rows.getFirst().places().isEmpty()
                ? "," + dates + place(rows.getFirst())
                : days(rows, ",");
    }

    String place(DossierRow row) {
        return row.places().size() == 1 ? " (" + row.places().getFirst().label() + ")" : "";
    }

    String days(List<DossierRow> rows, String before) {
        String dates = days(rows);
        return dates.isEmpty() ? "" : before + dates;
    }

    String days(List<DossierRow> rows) {
        return spoken(rows, this::when);
    }

    /** The days for which something was announced. */
    String planned(List<DossierRow> rows) {
        return spoken(rows, edtf -> read(edtf, DateText::planned));
    }

    private String spoken(List<DossierRow> rows, UnaryOperator<String> day) {
        List<String> dated = rows.stream()
                .filter(row -> row.dates().size() == 1)
                .map(row -> row.dates().getFirst())
                .distinct()
                .toList();
        if (dated.isEmpty()) {
            return "";
        }
        return dated.size() <= FEW && dated.size() == rows.size()
                ? " " + words.and(dated.stream().map(day).toList())
                : years(dated);
    }

    private String years(List<String> dated) {
        List<Integer> years = dated.stream()
                .map(DossierFacts::bounds)
                .flatMap(b -> Stream.of(b.earliestStart(), b.latestEnd()))
                .filter(day -> day != null)
                .map(LocalDate::getYear)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (years.isEmpty()) {
            return "";
        }
        int first = years.getFirst();
        int last = years.getLast();
        return first == last
                ? words.say(" im Jahr ", " in ") + first
                : words.say(" zwischen ", " between ") + first + words.say(" und ", " and ") + last;
    }

    String when(String edtf) {
        return read(edtf, DateText::when);
    }

    String plain(String edtf) {
        return read(edtf, DateText::plain);
    }

    private String read(String edtf, BiFunction<DateText, String, String> said) {
        try {
            return said.apply(DateText.in(words.language()), edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }
}
