package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;

/** Whom somebody met. */
final class MeetingAnswers {
    private static final List<String> PLANNED = List.of("announced", "announcedHolderOf");
    /** Which sentence tells contacts of a level; the strongest first. */
    private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

    private static final Map<String, String> TIERS = Map.of(
            "Met", "tier.met",
            "MetHolderOf", "tier.byOffice",
            "CoAttended", "tier.sameEvent",
            "TravelledWith", "tier.travelled",
            "Announced", "tier.announced",
            "AnnouncedHolderOf", "tier.announced");

    static {
        SENTENCES.put("Met", "met.held");
        SENTENCES.put("MetHolderOf", "met.office");
        SENTENCES.put("CoAttended", "met.same");
        SENTENCES.put("TravelledWith", "met.travelled");
        SENTENCES.put("Announced", "met.announced");
        SENTENCES.put("AnnouncedHolderOf", "met.announced");
        SENTENCES.put("Candidate", "met.possible");
    }

    private final AskQueries queries;
    private final AskTexts texts;

    MeetingAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found met(Asked asked) {
        List<Row> rows = new ArrayList<>();
        List<String> places = asked.has("place") ? asked.values("place") : List.of("");
        if (asked.has("source")) {
            rows.addAll(queries.run(
                    "met-according-to",
                    AskQueries.given("person", asked.value("person"), "source", asked.value("source"))));
        } else {
            for (String place : places) {
                Map<String, List<String>> given = new LinkedHashMap<>(AskQueries.given(
                        "person",
                        asked.value("person"),
                        "place",
                        place,
                        "from",
                        asked.value("from"),
                        "to",
                        asked.value("to")));
                if (asked.says("planned")) {
                    given.put("level", PLANNED);
                }
                rows.addAll(queries.run("who-met", given));
            }
        }
        List<String> others = new ArrayList<>();
        rows.removeIf(row -> {
            boolean other = !fits(row, asked);
            if (other) {
                others.add(queries.term(row, "whom").label());
            }
            return other;
        });
        AskedTime time = AskedTime.of(asked);
        rows.removeIf(row -> time.fit(row.text("date")) == AskedTime.Fit.NEVER);
        if (asked.says("planned") && rows.isEmpty()) {
            return met(new Asked(asked.family(), asked.slots(), List.of()));
        }
        Map<String, List<String>> byLevel = new LinkedHashMap<>();
        List<Answer.Row> shown = new ArrayList<>();
        for (Row row : rows) {
            String level = AskFacts.local(row.text("level")).replace("level", "");
            Term whom = queries.term(row, "whom");
            byLevel.computeIfAbsent(level, k -> new ArrayList<>()).add(whom.label());
            Found.Cells cells = new Found.Cells()
                    .put("whom", whom)
                    .put("level", Term.text(row.text("levelLabel").replace(" | ", "; ")))
                    .put("date", queries.dates(row.text("date")))
                    .put("event", queries.terms(row, "event"))
                    .put("place", queries.terms(row, "place"))
                    .put("office", queries.terms(row, "whomOffice"));
            cells.from(row.has("sources") ? queries.sources(row.text("sources")) : sourceOf(asked));
            shown.add(cells.row());
        }
        return rows.isEmpty()
                ? nobody(asked, others)
                : new Found(verdict(rows, asked), said(rows, asked), shown(rows, asked));
    }

    private Found nobody(Asked asked, List<String> others) {
        String who = queries.label(asked.value("person"));
        String none = asked.has("source")
                ? texts.say("met.none.source", who, queries.label(asked.value("source")))
                : texts.say("met.none", who, queries.when(asked), queries.facts.coverage.sources());
        String all = others.isEmpty() ? none : none + " " + texts.say("met.others", texts.list(others));
        return new Found(asked.has("source") ? Verdict.NOT_STATED : Verdict.NO_EVIDENCE, all, List.of());
    }

    private List<Answer.Row> shown(List<Row> rows, Asked asked) {
        return Found.distinct(rows.stream()
                .map(row -> new Found.Cells()
                        .put("whom", queries.term(row, "whom"))
                        .put("level", Term.text(row.text("levelLabel").replace(" | ", "; ")))
                        .put("date", queries.dates(row.text("date")))
                        .put("event", queries.terms(row, "event"))
                        .put("place", queries.terms(row, "place"))
                        .put("office", queries.terms(row, "whomOffice"))
                        .from(row.has("sources") ? queries.sourcesOf(row) : sourceOf(asked))
                        .row())
                .toList());
    }

    private static List<Row> sure(List<Row> rows, Asked asked) {
        AskedTime time = AskedTime.of(asked);
        return rows.stream()
                .filter(row -> time.fit(row.text("date")) == AskedTime.Fit.CERTAIN)
                .toList();
    }

    /** That they met is told as such also where only one end of the time is known, if that end lies in the time that is asked for. */
    private static Verdict verdict(List<Row> rows, Asked asked) {
        AskedTime time = AskedTime.of(asked);
        List<Row> sure = sure(rows, asked);
        Set<String> words = (sure.isEmpty() ? rows : sure)
                .stream()
                        .filter(row -> !sure.isEmpty() || time.touches(row.text("date")))
                        .map(MeetingAnswers::word)
                        .collect(Collectors.toSet());
        return SENTENCES.keySet().stream()
                .filter(words::contains)
                .map(MeetingAnswers::verdict)
                .findFirst()
                .orElse(Verdict.POSSIBLE);
    }

    private String said(List<Row> rows, Asked asked) {
        String who = queries.label(asked.value("person"));
        boolean office = Kind.of(queries.facts.names.classes(asked.value("person"))) == Kind.POST;
        List<Row> sure = sure(rows, asked);
        Map<String, List<String>> bySentence = new LinkedHashMap<>();
        SENTENCES.forEach((word, key) -> sure.stream()
                .filter(row -> word(row).equals(word))
                .forEach(row -> bySentence
                        .computeIfAbsent(
                                // It is the one who is asked for whom the sources do not name.
                                office && key.equals("met.office") ? "met.asoffice" : key, k -> new ArrayList<>())
                        .add(queries.term(row, "whom").label())));
        List<String> said = new ArrayList<>();
        bySentence.forEach((key, names) -> said.add(texts.say(
                key,
                who,
                texts.list(names),
                said.isEmpty() ? queries.when(asked) : "",
                queries.facts.coverage.sources())));
        List<String> perhaps = rows.stream()
                .filter(row -> !sure.contains(row))
                .map(this::withDate)
                .toList();
        if (!perhaps.isEmpty()) {
            said.add(
                    sure.isEmpty()
                            ? texts.say("met.perhaps.only", who, texts.list(perhaps), queries.when(asked))
                            : texts.say("perhaps", texts.list(perhaps)));
        }
        return String.join(" ", said);
    }

    /** "Helmut Kohl (met, in or before 2017)". */
    private String withDate(Row row) {
        String tier = TIERS.getOrDefault(word(row), "");
        return queries.term(row, "whom").label() + " (" + (tier.isEmpty() ? "" : texts.say(tier) + ", ")
                + queries.day(row.text("date")) + ")";
    }

    /** The level of a contact, in one word. */
    static String word(Row row) {
        return AskFacts.local(row.text("level")).replace("level", "");
    }

    private List<Answer.Source> sourceOf(Asked asked) {
        return asked.has("source") ? List.of(new Answer.Source(queries.term(asked.value("source")), "")) : List.of();
    }

    static Verdict verdict(String level) {
        return switch (level) {
            case "Met" -> Verdict.HELD;
            case "MetHolderOf" -> Verdict.BY_OFFICE;
            case "CoAttended", "TravelledWith" -> Verdict.SAME_EVENT;
            case "Candidate" -> Verdict.POSSIBLE;
            default -> Verdict.ANNOUNCED;
        };
    }

    private boolean fits(Row row, Asked asked) {
        String whom = row.text("whom");
        if (asked.has("side")) {
            Set<String> sides = queries.facts.sides.getOrDefault(whom, Set.of());
            boolean of = asked.values("side").stream()
                    .anyMatch(side ->
                            sides.contains(side) || queries.facts.bodiesOf(whom).contains(side));
            if (!of) {
                return false;
            }
        }
        if (asked.has("office") && !isOffice(row, asked.value("office"))) {
            return false;
        }
        if (!asked.says("speakers")) {
            return true;
        }
        return AskQueries.parts(row.text("whomOffice")).stream().anyMatch(this::isSpeaker) || isSpeaker(whom);
    }

    private boolean isOffice(Row row, String described) {
        List<String> posts = new ArrayList<>(AskQueries.parts(row.text("whomOffice")));
        posts.add(row.text("whom"));
        return posts.stream().anyMatch(post -> queries.facts.isOffice(post, described));
    }

    private boolean isSpeaker(String post) {
        AskFacts.Office office = queries.facts.offices.get(post);
        return office != null && office.kind().equals("parliamentSpeaker");
    }
}
