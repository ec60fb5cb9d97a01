package org.entente.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;

/** What the documents of the collection say, each statement with its document, so that one can be left out. Immutable. */
final class KnownFacts {
    /**
     * What one document reports of an event.
     *
     * @param published EDTF of the day on which it appeared; "" if unknown
     * @param parts who takes part, with the office of those who are not named
     * @param offices in which somebody takes part, named or not
     */
    record Account(
            String document,
            String published,
            String event,
            Set<String> statuses,
            Set<String> dates,
            Set<String> places,
            Set<String> parts,
            Set<String> offices,
            Set<String> sides) {}

    /** Stands among those who take part for others of whom neither name nor office nor side is known. */
    static final String OTHERS = "others";

    /** Somebody in an office, as a document has it. @param date EDTF; "" if unknown */
    record Holding(String document, String person, String post, String date) {}

    /** A name or title as a document prints it. */
    record Printed(String document, String thing, String text) {}

    private final List<Row> reports;
    private final List<Row> participations;
    private final List<Row> tenures;
    private final Map<String, String> published;
    private final Predicate<String> kept;

    /** Event to what each document reports of it. */
    final Map<String, List<Account>> events = new LinkedHashMap<>();

    final Map<String, List<Holding>> held = new HashMap<>();
    private final Map<String, Set<String>> tellings = new HashMap<>();
    final Map<String, Map<String, Integer>> sides = new HashMap<>();
    final Set<String> printed = new LinkedHashSet<>();
    /** Office to the titles that documents print for it. */
    final Map<String, Set<String>> titles = new HashMap<>();
    /** Things of which some document that is kept tells. */
    final Set<String> told = new LinkedHashSet<>();

    private final List<Row> within;
    /** Places to those in which they lie. */
    private final Map<String, Set<String>> around = new HashMap<>();

    private KnownFacts(
            List<Row> within,
            List<Row> reports,
            List<Row> participations,
            List<Row> tenures,
            Map<String, String> published,
            Predicate<String> kept) {
        this.reports = reports;
        this.participations = participations;
        this.tenures = tenures;
        this.published = published;
        this.kept = kept;
        this.within = within;
        within.forEach(row -> around.computeIfAbsent(row.text("place"), p -> new LinkedHashSet<>())
                .add(row.text("around")));
        Map<String, Account> accounts = new LinkedHashMap<>();
        Map<String, String> dates = new HashMap<>();
        for (Row row : reports) {
            if (kept.test(row.text("document"))) {
                Account account = account(accounts, row);
                add(account.statuses, row.text("status"));
                add(account.dates, row.text("date"));
                add(account.places, row.text("place"));
                dates.put(row.text("report"), row.text("date"));
            }
        }
        for (Row row : participations) {
            if (kept.test(row.text("document"))) {
                participation(row, accounts, dates);
            }
        }
        for (Row row : tenures) {
            if (kept.test(row.text("document"))) {
                hold(row.text("document"), row.text("person"), row.text("post"), row.text("date"));
            }
        }
    }

    private void participation(Row row, Map<String, Account> accounts, Map<String, String> dates) {
        String who = row.text("who");
        String post = row.text("post");
        Account account = accounts.get(row.text("document") + " " + row.text("event"));
        if (account != null) {
            add(account.parts, who);
            add(account.offices, post);
            add(account.sides, row.text("side"));
            if (who.isEmpty()) {
                add(account.parts, post);
            }
            if (who.isEmpty() && post.isEmpty() && row.text("side").isEmpty()) {
                account.parts.add(OTHERS);
            }
        }
        add(printed, row.text("name"));
        add(told, who);
        add(told, post);
        tellings.computeIfAbsent(who, w -> new LinkedHashSet<>()).add(row.text("document"));
        if (!who.isEmpty() && !row.text("side").isEmpty()) {
            sides.computeIfAbsent(who, w -> new TreeMap<>()).merge(row.text("side"), 1, Integer::sum);
        }
        if (!post.isEmpty() && !row.text("title").isEmpty()) {
            titles.computeIfAbsent(post, p -> new LinkedHashSet<>()).add(row.text("title"));
        }
        if (!who.isEmpty() && !post.isEmpty()) {
            String date = dates.getOrDefault(row.text("report"), "");
            hold(
                    row.text("document"),
                    who,
                    post,
                    date.isEmpty() ? published.getOrDefault(row.text("document"), "") : date);
        }
    }

    private void hold(String document, String person, String post, String date) {
        held.computeIfAbsent(person, p -> new ArrayList<>()).add(new Holding(document, person, post, date));
        told.add(person);
        told.add(post);
    }

    private Account account(Map<String, Account> accounts, Row row) {
        return accounts.computeIfAbsent(row.text("document") + " " + row.text("event"), k -> {
            Account account = new Account(
                    row.text("document"),
                    published.getOrDefault(row.text("document"), ""),
                    row.text("event"),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>());
            events.computeIfAbsent(account.event, e -> new ArrayList<>()).add(account);
            return account;
        });
    }

    private static void add(Set<String> to, String text) {
        if (!text.isEmpty()) {
            to.add(text);
        }
    }

    static KnownFacts of(Select select) {
        Map<String, String> published = new HashMap<>();
        ask(select, InternalQuery.ANNOTATE_DOCUMENTS)
                .forEach(row -> published.put(row.text("document"), row.text("published")));
        return new KnownFacts(
                ask(select, InternalQuery.ANNOTATE_PLACES),
                ask(select, InternalQuery.ANNOTATE_REPORTS),
                ask(select, InternalQuery.ANNOTATE_PARTICIPATIONS),
                ask(select, InternalQuery.ANNOTATE_TENURES),
                published,
                document -> true);
    }

    private static List<Row> ask(Select select, InternalQuery query) {
        return select.rows(query, Map.of()).rows();
    }

    /** The same as if a document were not in the collection. */
    KnownFacts without(String document) {
        return new KnownFacts(
                within, reports, participations, tenures, published, kept.and(other -> !other.equals(document)));
    }

    /** Whether two places are the same, or one lies in the other. */
    boolean isWithin(String one, String other) {
        return one.equals(other)
                || around.getOrDefault(one, Set.of()).contains(other)
                || around.getOrDefault(other, Set.of()).contains(one);
    }

    /** In how many documents somebody takes part. */
    int tellings(String person) {
        return tellings.getOrDefault(person, Set.of()).size();
    }

    boolean isTold(String thing) {
        return told.contains(thing);
    }
}
