package org.entente.ask;

import static org.entente.ask.AskQueries.given;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;

/** Which offices somebody held, and whether it was the one that is asked for. */
final class OfficeAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    OfficeAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found offices(Asked asked) {
        String person = asked.value("person");
        String who = queries.label(person);
        AskedTime time = AskedTime.of(asked);
        List<Row> all = queries.run("tenures-of-person", given("person", person));
        List<Row> then = all.stream()
                .filter(row -> isAsked(row.text("post"), asked))
                .filter(row -> time.fit(row.text("date")) != AskedTime.Fit.NEVER)
                .toList();
        List<Row> sure = then.stream()
                .filter(row -> time.fit(row.text("date")) == AskedTime.Fit.CERTAIN)
                .toList();
        List<Row> perhaps = sure.isEmpty()
                ? then.stream()
                        .filter(row -> NamedOffices.isNear(row.text("date"), asked))
                        .toList()
                : List.of();
        List<Answer.Row> named = new NamedOffices(queries).offices(person, post -> isAsked(post, asked));
        List<String> said = new ArrayList<>();
        if (!sure.isEmpty()) {
            said.add(texts.say("offices.held", who, texts.list(dated(sure)), queries.when(asked)));
        } else if (!perhaps.isEmpty()) {
            said.add(texts.say("offices.possible", who, texts.list(dated(perhaps)), queries.when(asked)));
        } else if (named.isEmpty() || !time.isOpen()) {
            said.add(none(asked, who));
        }
        if (!named.isEmpty()) {
            said.add(texts.say(
                    "offices.named", who, texts.list(Found.labels(named, "office")), NamedOffices.documents(named)));
        }
        boolean isNone = sure.isEmpty() && perhaps.isEmpty();
        if (isNone && (named.isEmpty() || !time.isOpen()) && !all.isEmpty()) {
            said.add(texts.say("offices.others", who, texts.list(dated(all))));
        }
        List<Answer.Row> rows = Stream.concat(
                        Stream.concat(sure.stream(), perhaps.stream()).map(this::shown),
                        time.isOpen() ? named.stream() : Stream.of())
                .toList();
        boolean held = !sure.isEmpty() || time.isOpen() && !named.isEmpty();
        Verdict verdict = held ? Verdict.HELD : perhaps.isEmpty() ? Verdict.NO_EVIDENCE : Verdict.POSSIBLE;
        return new Found(verdict, String.join(" ", said), rows);
    }

    private String none(Asked asked, String who) {
        int searched = queries.facts.coverage.sources();
        return asked.has("office")
                ? texts.say("washolder.none", who, asked.slot("office").said(), searched, queries.when(asked))
                : texts.say("offices.none", who, searched, queries.when(asked));
    }

    /**
     * Whether it is the office that is asked for: one that the question means, or one that has all of its words in its name. A similar one
     * is another office.
     */
    private boolean isAsked(String post, Asked asked) {
        if (!asked.has("office")) {
            return true;
        }
        Asked.Slot slot = asked.slot("office");
        boolean read = slot.how().equals("written") || slot.how().equals("changed");
        return slot.values().contains(post) && (read || queries.facts.isOffice(post, slot.said()))
                || queries.facts.isCalled(post, slot.said());
    }

    private Answer.Row shown(Row row) {
        return new Found.Cells()
                .put("office", queries.terms(row, "post"))
                .put("date", queries.dates(row.text("date")))
                .put("body", queries.terms(row, "body"))
                .from(queries.sourcesOf(row))
                .row();
    }

    /** "Who is Nazarbayev?" is not answered by an office that he had, but by when he had it. */
    private List<String> dated(List<Row> rows) {
        return rows.stream()
                .map(row -> {
                    String label = queries.term(row, "post").label();
                    return row.text("date").isEmpty() ? label : label + " (" + queries.day(row.text("date")) + ")";
                })
                .toList();
    }
}
