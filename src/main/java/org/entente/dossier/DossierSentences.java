package org.entente.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.encounter.GrammarText;
import org.entente.evidence.Dispute;

/** The answer of a dossier in whole German or English sentences. */
public enum DossierSentences {
    DE,
    EN;

    private final GrammarText words = GrammarText.valueOf(name());
    private final DossierDates dates = new DossierDates(words);

    /** German for {@code de}, English for every other language. */
    public static DossierSentences in(String language) {
        return language.equals("de") ? DE : EN;
    }

    /** What was found, or that nothing was found in what was searched. */
    public String answer(Dossier dossier) {
        List<String> sentences = new ArrayList<>();
        held(dossier).ifPresent(sentences::add);
        sameEvent(dossier, !sentences.isEmpty()).ifPresent(sentences::add);
        travelled(dossier, !sentences.isEmpty()).ifPresent(sentences::add);
        byOffice(dossier, !sentences.isEmpty()).ifPresent(sentences::add);
        announced(dossier, !sentences.isEmpty()).ifPresent(sentences::add);
        sentences.addAll(
                new StandInSentences(words, dates).of(dossier, side -> side(side, false), side -> side(side, true)));
        expected(dossier).ifPresent(sentences::add);
        sentences.addAll(notHeld(dossier, !sentences.isEmpty()));
        contradicted(dossier, !sentences.isEmpty()).ifPresent(sentences::add);
        if (dossier.judgement().otherwise() == Verdict.NO_EVIDENCE) {
            sentences.add(
                    say("Kein Beleg für ein Treffen von ", "No evidence of a meeting between ") + both(dossier, true)
                            + say(" in ", " in ") + sources(dossier.searched()) + period(dossier.searched()) + ".");
        }
        samePlace(dossier).ifPresent(sentences::add);
        mentions(dossier).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** The heading: both sides. */
    public String title(Dossier dossier) {
        return words.or(dossier.a().stream()
                        .map(one -> one.label(words.language()))
                        .toList())
                + " × "
                + words.or(dossier.b().stream()
                        .map(one -> one.label(words.language()))
                        .toList());
    }

    /** What the collection was searched for in, as a sentence. */
    public String searched(Dossier dossier) {
        SearchScope in = dossier.searched();
        return say(
                "Durchsucht wurden " + sources(in) + periodOf(in) + ".",
                "We searched " + sources(in) + periodOf(in) + ".");
    }

    /** The date or dates of a row, by themselves. */
    public String dates(List<String> edtf) {
        return dates.of(edtf);
    }

    private Optional<String> held(Dossier dossier) {
        List<DossierRow> rows = dossier.rows(ContactCategory.MET);
        return some(
                rows,
                () -> subject(dossier) + say(" trafen sich ", " met ") + words.times(rows.size()) + dates.when(rows)
                        + ".");
    }

    private Optional<String> sameEvent(Dossier dossier, boolean further) {
        List<DossierRow> rows = dossier.rows(ContactCategory.SAME_EVENT);
        String howOften = words.times(rows.size());
        return some(
                rows,
                () -> further
                        ? say(
                                "Außerdem nahmen sie " + howOften + " an derselben Veranstaltung teil"
                                        + dates.days(rows, ",") + ".",
                                "They also attended the same event " + howOften + dates.days(rows, ",") + ".")
                        : say(
                                subject(dossier) + " nahmen " + howOften + " an derselben Veranstaltung teil"
                                        + dates.days(rows, ",")
                                        + "; ob sie miteinander sprachen, sagt keine Quelle.",
                                subject(dossier) + " attended the same event " + howOften + dates.days(rows, ",")
                                        + "; no source says whether they talked."));
    }

    private Optional<String> travelled(Dossier dossier, boolean further) {
        List<DossierRow> rows = dossier.rows(ContactCategory.TRAVELLED);
        String howOften = words.times(rows.size());
        return some(
                rows,
                () -> further
                        ? say(
                                "Gemeinsam gereist sind sie " + howOften + dates.days(rows, ",") + ".",
                                "They travelled together " + howOften + dates.days(rows, ",") + ".")
                        : say(
                                subject(dossier) + " reisten " + howOften + " gemeinsam" + dates.days(rows, ",") + ".",
                                subject(dossier) + " travelled together " + howOften + dates.days(rows, ",") + "."));
    }

    private Optional<String> byOffice(Dossier dossier, boolean further) {
        List<DossierRow> rows = named(dossier, ContactCategory.BY_OFFICE);
        boolean one = rows.size() == 1;
        return some(
                rows,
                () -> between(dossier, further)
                        + say(one ? "ist " : "sind ", one ? "there is " : "there are ")
                        + encounters(rows.size()) + inBrackets(rows)
                        + say(
                                " belegt, bei " + (one ? "dem" : "denen") + " eine Seite nur durch das Amt bekannt ist",
                                " on record in which one side is known by office only")
                        + ".");
    }

    /** The rows of a tier in which nobody asked for stands in merely for an office. */
    private static List<DossierRow> named(Dossier dossier, ContactCategory tier) {
        return dossier.rows(tier).stream()
                .filter(row -> row.standIns(StandInSentences.asked(dossier)).isEmpty())
                .toList();
    }

    /** On what they disagree. */
    private String aspect(Dispute dispute) {
        String property = dispute.aspect().node().getURI();
        return switch (property.substring(property.lastIndexOf('#') + 1)) {
            case "reportedTime" -> say("Datum", "date");
            case "reportedPlace" -> say("Ort", "place");
            case "reportedStatus" -> say("Stand", "status");
            case "asHolderOf" -> say("Amt", "office");
            case "participant" -> say("Teilnehmende", "participants");
            case "attendance" -> say("Anwesenheit", "attendance");
            default -> dispute.aspect().label();
        };
    }

    private Optional<String> announced(Dossier dossier, boolean further) {
        List<DossierRow> rows = named(dossier, ContactCategory.ANNOUNCED);
        boolean one = rows.size() == 1;
        int unnamed = (int) rows.stream().filter(DossierRow::unnamedCounterpart).count();
        String office = unnamed == 0
                ? ""
                : one
                        ? say(
                                "; die andere Seite ist nur durch das Amt bekannt",
                                "; the other side is known by office only")
                        : say(
                                "; bei " + words.number(unnamed, "em")
                                        + " ist die andere Seite nur durch das Amt bekannt",
                                "; in " + words.number(unnamed, "")
                                        + " of them the other side is known by office only");
        String source = further
                ? say("keine Quelle", "no source")
                : say("keine von ", "none of ") + sources(dossier.searched()) + period(dossier.searched());
        return some(
                rows,
                () -> between(dossier, further)
                        + say(one ? "war " : "waren ", "")
                        + encounters(rows.size())
                        + say("", one ? " was announced" : " were announced")
                        + dates.planned(rows)
                        + say(
                                " angekündigt; dass " + (one ? "es stattfand" : "sie stattfanden") + ", berichtet "
                                        + source,
                                "; " + source + " reports that " + (one ? "it" : "they") + " took place")
                        + office + ".");
    }

    private Optional<String> expected(Dossier dossier) {
        List<DossierRow> rows = dossier.rows(ContactCategory.EXPECTED);
        boolean one = rows.size() == 1;
        return some(
                rows,
                () -> say(
                        "Bei " + (one ? "einer Veranstaltung" : words.number(rows.size(), "") + " Veranstaltungen")
                                + inBrackets(rows) + ", die " + (one ? "stattfand" : "stattfanden")
                                + ", war eine der beiden Seiten nur eingeladen oder erwartet; dass sie kam, sagt keine Quelle.",
                        "At " + (one ? "one event" : words.number(rows.size(), "") + " events") + inBrackets(rows)
                                + " that took place, one of the two sides was only invited or expected; no source says that it"
                                + " came."));
    }

    /** What did not come about, by what became of it. */
    private List<String> notHeld(Dossier dossier, boolean further) {
        List<String> sentences = new ArrayList<>();
        for (CalledOff why : CalledOff.values()) {
            List<DossierRow> rows = dossier.rows(ContactCategory.NOT_HELD).stream()
                    .filter(row -> CalledOff.of(row) == why)
                    .toList();
            boolean one = rows.size() == 1;
            some(rows, () -> {
                        boolean also = further || !sentences.isEmpty();
                        String which =
                                encounters(rows.size()) + say(" von ", " of ") + both(dossier, true) + inBrackets(rows);
                        String verb = one ? "wurde" : "wurden";
                        return say(
                                        also
                                                ? "Außerdem " + verb + " " + which
                                                : GrammarText.capital(which) + " " + verb,
                                        also ? "In addition, " + which : GrammarText.capital(which))
                                + " " + say(why.german(), why.english(one)) + ".";
                    })
                    .ifPresent(sentences::add);
        }
        return sentences;
    }

    private Optional<String> contradicted(Dossier dossier, boolean further) {
        List<DossierRow> whether =
                dossier.rows().stream().filter(DossierRow::disputedWhetherHeld).toList();
        List<DossierRow> other = dossier.contradicted().stream()
                .filter(row -> !row.disputedWhetherHeld())
                .toList();
        List<String> sentences = new ArrayList<>();
        some(whether, () -> whether(dossier, whether, further)).ifPresent(sentences::add);
        some(
                        other,
                        () -> say("Zu ", "For ") + words.number(other.size(), "em")
                                + say(" dieser Treffen", " of these meetings") + inBrackets(other)
                                + say(" widersprechen sich die Quellen", ", the sources disagree")
                                + aspects(other)
                                + decided(other) + ".")
                .ifPresent(sentences::add);
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    private String whether(Dossier dossier, List<DossierRow> rows, boolean further) {
        String which = further
                ? say(
                        words.number(rows.size(), "es") + " dieser Treffen" + inBrackets(rows)
                                + (rows.size() == 1 ? " stattfand" : " stattfanden"),
                        words.number(rows.size(), "") + " of these meetings" + inBrackets(rows) + " took place")
                : say(
                        "sich " + both(dossier, false) + inBrackets(rows) + " trafen",
                        both(dossier, false) + " met" + inBrackets(rows));
        return say("Darüber, ob ", "The sources disagree on whether ") + which
                + say(", widersprechen sich die Quellen", "") + decided(rows) + ".";
    }

    private String decided(List<DossierRow> rows) {
        boolean decided = rows.stream()
                .allMatch(row -> row.tier() != ContactCategory.CONTRADICTED
                        && row.disputes().stream().allMatch(d -> d.decision().isPresent()));
        boolean partly = rows.stream().flatMap(row -> row.disputes().stream()).anyMatch(dispute -> dispute.decision()
                .isPresent());
        return decided
                ? say("; es gibt eine Entscheidung mit Begründung", "; there is a decision with reasons")
                : partly
                        ? say("; entschieden ist das nur zum Teil", "; only part of this has been decided")
                        : say("; entschieden ist das noch nicht", "; there is no decision yet");
    }

    /** "Zwischen X und Y " at the beginning of an answer, "Außerdem " later on. */
    private String between(Dossier dossier, boolean further) {
        return further
                ? say("Außerdem ", "In addition, ")
                : say("Zwischen ", "Between ") + both(dossier, true) + say(" ", " ");
    }

    private String encounters(int count) {
        return words.number(count, "") + say(" Treffen", count == 1 ? " meeting" : " meetings");
    }

    private String inBrackets(List<DossierRow> rows) {
        String days = dates.days(rows);
        return days.isEmpty() ? "" : " (" + days.strip() + ")";
    }

    private String aspects(List<DossierRow> rows) {
        String aspects = rows.stream()
                .flatMap(row -> row.disputes().stream())
                .map(this::aspect)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return aspects.isEmpty() ? "" : " (" + aspects + ")";
    }

    private Optional<String> samePlace(Dossier dossier) {
        List<DossierRow> rows = dossier.rows(ContactCategory.SAME_PLACE_AND_TIME);
        return some(
                rows,
                () -> say(
                        GrammarText.capital(words.times(rows.size()))
                                + " waren beide Seiten um dieselbe Zeit am selben Ort, bei verschiedenen Veranstaltungen.",
                        GrammarText.capital(words.times(rows.size()))
                                + " both sides were in the same place at about the same time, at different events."));
    }

    private Optional<String> mentions(Dossier dossier) {
        int documents = dossier.mentions().size();
        if (documents == 0) {
            return Optional.empty();
        }
        return Optional.of(
                documents == 1
                        ? say(
                                "Eine Quelle nennt beide nebeneinander, ohne von einem Treffen zu berichten.",
                                "One source mentions both side by side without reporting a meeting.")
                        : say(
                                GrammarText.capital(words.number(documents, ""))
                                        + " Quellen nennen beide nebeneinander, ohne an dieser Stelle von einem Treffen"
                                        + " zu berichten.",
                                GrammarText.capital(words.number(documents, ""))
                                        + " sources mention both side by side without reporting a meeting there."));
    }

    /** "99 Quellen von 44 Herausgebern". */
    private String sources(SearchScope in) {
        return say(
                words.count(in.sources()) + (in.sources() == 1 ? " Quelle" : " Quellen") + " von "
                        + words.dative(in.publishers()) + (in.publishers() == 1 ? " Herausgeber" : " Herausgebern"),
                words.count(in.sources()) + (in.sources() == 1 ? " source" : " sources") + " by "
                        + words.count(in.publishers()) + (in.publishers() == 1 ? " publisher" : " publishers"));
    }

    private static String period(SearchScope in) {
        String years = in.years().text();
        return years.isEmpty() ? "" : " (" + years + ")";
    }

    private String periodOf(SearchScope in) {
        String events = in.events().text();
        String published = in.published().text();
        return (published.isEmpty() ? "" : say(", erschienen ", ", published ") + published)
                + (events.isEmpty() ? "" : say(", über Ereignisse der Jahre ", ", covering events of ") + events);
    }

    private String subject(Dossier dossier) {
        return GrammarText.capital(both(dossier, false));
    }

    /** Both sides; sets are joined by "oder". */
    private String both(Dossier dossier, boolean dative) {
        return side(dossier.a(), dative) + say(" und ", " and ") + side(dossier.b(), dative);
    }

    /** Bodies meet through their people. */
    private String side(List<DossierSide> asked, boolean dative) {
        List<String> names = asked.stream().map(one -> name(one, dative)).toList();
        String all = words.or(names);
        return asked.stream().allMatch(one -> one.kind() == DossierSide.Kind.BODY)
                ? say("Menschen, die für " + all + " handelten,", "representatives of " + all)
                : all;
    }

    private String name(DossierSide asked, boolean dative) {
        String label = asked.label(words.language());
        return asked.kind() == DossierSide.Kind.POST
                ? say(
                        (dative ? "der" : "die") + " Person im Amt „" + label + "“",
                        "the holder of the office “" + label + "”")
                : label;
    }

    private static Optional<String> some(List<DossierRow> rows, java.util.function.Supplier<String> sentence) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(sentence.get());
    }

    private <T> T say(T german, T english) {
        return words.say(german, english);
    }
}
