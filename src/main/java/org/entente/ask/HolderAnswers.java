package org.entente.ask;

import static org.entente.ask.AskQueries.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;

/** Who held an office. */
final class HolderAnswers {
    private final AskQueries queries;
    private final AskTexts texts;
    private final Map<Answer.Row, LocalDate> lastDay = new HashMap<>();

    HolderAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found holder(Asked asked) {
        String post = asked.value("post");
        String office = queries.label(post);
        if (!asked.has("from") && !asked.has("to")) {
            return ever(asked, post, office);
        }
        String date = asked.value("from").equals(asked.value("to"))
                ? asked.value("from")
                : (asked.has("from") ? asked.value("from") : "..") + "/" + (asked.has("to") ? asked.value("to") : "..");
        List<Row> found = queries.run("office-holder-at", given("post", post, "date", date));
        boolean renamed = found.stream().anyMatch(row -> !row.text("post").equals(post));
        Map<String, List<Answer.Source>> sources = new HashMap<>();
        for (Row row : found) {
            sources.computeIfAbsent(row.text("holder"), k -> new ArrayList<>()).addAll(queries.sourcesOf(row));
        }
        List<Answer.Row> rows = new ArrayList<>();
        List<String> certain = new ArrayList<>();
        List<String> possible = new ArrayList<>();
        for (Row row : found) {
            if (!row.text("certain").equals("true")
                    && !row.text("partly").equals("true")
                    && !NamedOffices.isNear(row.text("tenureDate"), asked)) {
                continue;
            }
            boolean sure =
                    row.text("certain").equals("true") || row.text("partly").equals("true");
            Term holder = queries.term(row, "holder");
            (sure ? certain : possible).add(holder.label());
            Found.Cells cells = new Found.Cells().put("holder", holder);
            if (renamed) {
                cells.put("office", queries.terms(row, "post"));
            }
            rows.add(cells.put("date", queries.dates(row.text("tenureDate")))
                    .put("certainty", Term.text(texts.say(sure ? "certain" : "possible")))
                    .from(sources.getOrDefault(row.text("holder"), List.of()))
                    .row());
        }
        String when = queries.when(asked);
        if (rows.isEmpty()) {
            Found none = none(office, when);
            List<Answer.Row> named = new NamedOffices(queries).holders(post);
            return named.isEmpty()
                    ? none
                    : new Found(none.verdict(), none.sentence() + " " + named(office, named), List.of());
        }
        if (certain.isEmpty()) {
            return new Found(Verdict.POSSIBLE, texts.say("holder.possible", office, texts.list(possible), when), rows);
        }
        String said = texts.say("holder.held", office, texts.list(certain), when);
        possible.removeAll(certain);
        return new Found(
                Verdict.HELD,
                possible.isEmpty() ? said : said + " " + texts.say("holder.also", texts.list(possible)),
                rows);
    }

    /** At whatever time. Who is in office now is asked as often as who ever was: then the last known holder comes first. */
    private Found ever(Asked asked, String post, String office) {
        List<Answer.Row> rows = new ArrayList<>(holders(post));
        List<Answer.Row> named = new NamedOffices(queries).holders(post);
        if (rows.isEmpty() && named.isEmpty()) {
            return none(office, "");
        }
        List<String> said = new ArrayList<>();
        Optional<Answer.Row> last = rows.stream()
                .filter(row -> row.cells().containsKey("date"))
                .max(Comparator.comparing(row -> lastDay.getOrDefault(row, LocalDate.MIN)));
        if (asked.says("now") && last.isPresent()) {
            said.add(texts.say("holder.last", office, label(last.get())));
            List<String> others = rows.stream()
                    .filter(row -> row != last.get())
                    .map(HolderAnswers::label)
                    .toList();
            if (!others.isEmpty()) {
                said.add(texts.say("holder.others", texts.list(others)));
            }
        } else if (!rows.isEmpty()) {
            said.add(texts.say(
                    "holder.held",
                    office,
                    texts.list(rows.stream().map(HolderAnswers::label).toList()),
                    ""));
        }
        if (!named.isEmpty()) {
            said.add(named(office, named));
            rows.addAll(named);
        }
        return new Found(Verdict.HELD, String.join(" ", said), rows);
    }

    private String named(String office, List<Answer.Row> rows) {
        return texts.say(
                "holder.named",
                office,
                texts.list(rows.stream().map(NamedOffices::holder).toList()));
    }

    /** "Nursultan Nazarbayev (at least on 9 June 2015)". */
    private static String label(Answer.Row row) {
        String dates = row.cells().getOrDefault("date", List.of()).stream()
                .map(Term::label)
                .collect(java.util.stream.Collectors.joining(" / "));
        String holder = String.join(", ", Found.labels(List.of(row), "holder"));
        return dates.isEmpty() ? holder : holder + " (" + dates + ")";
    }

    /** The last day on which somebody is known in office; an office that goes on ends late. */
    private static LocalDate lastDay(String cell) {
        return AskedTime.bounds(cell).stream()
                .map(known -> known.earliestEnd() != null ? known.earliestEnd() : known.latestEnd())
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** Who held an office; if it was renamed, under which of its names. */
    private List<Answer.Row> holders(String post) {
        List<Row> chain = queries.run("office-chain", given("post", post)).stream()
                .filter(row -> !row.text("holder").isEmpty())
                .toList();
        return (chain.isEmpty() ? queries.run("holders-of-post", given("post", post)) : chain)
                .stream()
                        .map(row -> {
                            Found.Cells cells = new Found.Cells().put("holder", queries.terms(row, "holder"));
                            if (!chain.isEmpty()) {
                                cells.put("office", queries.terms(row, "office"));
                            }
                            Answer.Row holder = cells.put("date", queries.dates(row.text("date")))
                                    .from(queries.sourcesOf(row))
                                    .row();
                            lastDay.merge(
                                    holder,
                                    lastDay(row.text("date")),
                                    (one, other) -> one.isAfter(other) ? one : other);
                            return holder;
                        })
                        .toList();
    }

    private Found none(String office, String when) {
        return new Found(
                Verdict.NO_EVIDENCE,
                texts.say("holder.none", office, when, queries.facts.coverage.sources()),
                List.of());
    }
}
