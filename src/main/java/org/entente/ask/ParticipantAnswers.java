package org.entente.ask;

import static org.entente.ask.AskQueries.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;

/** Who led and who took part. */
final class ParticipantAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    ParticipantAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found led(Asked asked) {
        List<Row> found = new ArrayList<>();
        if (asked.has("leader")) {
            found.addAll(queries.run(
                    "who-led",
                    given("leader", asked.value("leader"), "from", asked.value("from"), "to", asked.value("to"))));
        } else {
            asked.values("event").forEach(event -> found.addAll(queries.run("who-led", given("event", event))));
        }
        Map<String, List<Answer.Source>> sources =
                queries.behind(found.stream().map(row -> row.text("event")).toList());
        Map<String, Found.Cells> byLeader = new LinkedHashMap<>();
        for (Row row : found) {
            byLeader.computeIfAbsent(row.text("leader") + row.text("event"), k -> new Found.Cells())
                    .put("leader", queries.terms(row, "leader"))
                    .put("event", queries.terms(row, "event"))
                    .put("role", Term.text(row.text("roleLabel").replace(" | ", "; ")))
                    .put("office", queries.terms(row, "office"))
                    .put("date", queries.dates(row.text("date")))
                    .put("status", Term.text(row.text("statusLabel").replace(" | ", "; ")))
                    .from(sources.getOrDefault(row.text("event"), List.of()));
        }
        List<Answer.Row> rows = byLeader.values().stream().map(Found.Cells::row).toList();
        if (asked.has("leader")) {
            return new ListedEvents(queries, asked, found).found("ledby", queries.label(asked.value("leader")));
        }
        if (rows.isEmpty()) {
            return new Found(
                    Verdict.NOT_STATED, texts.say("led.none", queries.events(asked), queries.searched()), List.of());
        }
        String where = texts.list(Found.labels(rows, "event"));
        Verdict verdict = queries.facts.verdict(
                found.stream().map(row -> row.text("event")).toList());
        return new Found(
                verdict,
                texts.say(
                        verdict == Verdict.ANNOUNCED ? "led.announced" : "led.held",
                        where,
                        texts.list(Found.labels(rows, "leader"))),
                rows);
    }

    Found tookPart(Asked asked) {
        List<Answer.Row> rows = new ArrayList<>();
        Map<String, List<Answer.Source>> sources = queries.behind(asked.values("event"));
        Set<String> without = new LinkedHashSet<>(asked.values("person"));
        Set<String> present = new LinkedHashSet<>();
        Map<String, String> others = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (String event : asked.values("event")) {
            Map<String, Found.Cells> byWho = new LinkedHashMap<>();
            for (Row row : queries.run("event", given("event", event))) {
                String who = row.has("participant") ? row.text("participant") : row.text("group") + row.text("office");
                if (who.isEmpty() || without.contains(who) || !isOfSide(row, asked)) {
                    continue;
                }
                Found.Cells cells = byWho.computeIfAbsent(who, k -> new Found.Cells());
                if (row.has("participant")) {
                    cells.put("participant", queries.terms(row, "participant"));
                } else if (row.has("group")) {
                    cells.put("participant", Term.text(row.text("group")));
                } else {
                    cells.put("participant", queries.terms(row, "office"));
                }
                cells.put("office", queries.terms(row, "office"))
                        .put("role", Term.text(row.text("roleLabel").replace(" | ", "; ")))
                        .put("attendance", Term.text(row.text("attendanceLabel").replace(" | ", "; ")))
                        .put("event", queries.term(event))
                        .from(sources.getOrDefault(event, List.of()));
                if (row.text("attendance").isEmpty() || row.text("attendance").contains("#attended")) {
                    present.add(who);
                } else {
                    others.putIfAbsent(who, row.text("attendanceLabel").replace(" | ", "; "));
                }
                names.putIfAbsent(
                        who, Found.labels(List.of(cells.row()), "participant").getFirst());
            }
            byWho.values().forEach(cells -> rows.add(cells.row()));
        }
        if (rows.isEmpty()) {
            return new Found(
                    Verdict.NOT_STATED, texts.say("part.none", queries.events(asked), queries.searched()), List.of());
        }
        Verdict verdict = queries.facts.verdict(asked.values("event"));
        if (verdict == Verdict.ANNOUNCED) {
            String all = texts.list(Found.labels(rows, "participant"));
            return new Found(verdict, texts.say("part.announced", queries.events(asked), all), Found.distinct(rows));
        }
        List<String> said = new ArrayList<>();
        if (!present.isEmpty()) {
            List<String> there =
                    present.stream().map(who -> names.getOrDefault(who, who)).toList();
            said.add(texts.say("part.held", queries.events(asked), texts.list(there)));
        }
        // Who was only expected is not told to have been there.
        List<String> absent = others.entrySet().stream()
                .filter(other -> !present.contains(other.getKey()))
                .map(other -> names.getOrDefault(other.getKey(), other.getKey()) + " (" + other.getValue() + ")")
                .toList();
        if (!absent.isEmpty()) {
            said.add(texts.say("part.others", texts.list(absent)));
        }
        return new Found(present.isEmpty() ? Verdict.ANNOUNCED : verdict, String.join(" ", said), Found.distinct(rows));
    }

    private boolean isOfSide(Row row, Asked asked) {
        Set<String> acted = new LinkedHashSet<>(queries.facts.sides.getOrDefault(row.text("participant"), Set.of()));
        acted.addAll(AskQueries.parts(row.text("side")));
        acted.addAll(AskQueries.parts(row.text("office")).stream()
                .flatMap(o -> queries.facts.bodiesOf(o).stream())
                .toList());
        List.copyOf(acted).forEach(side -> acted.addAll(queries.facts.within.getOrDefault(side, Set.of())));
        return !asked.has("side") || asked.values("side").stream().anyMatch(acted::contains);
    }
}
