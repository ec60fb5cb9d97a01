package org.entente.annotate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.entente.ShippedCollection;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sparql.InternalQuery;
import org.entente.text.SourceTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How well texts are annotated: each against the collection without its own document. The texts are not in the repository: {@code
 * -Dentente.texts=DIR} names their folder; without it, nothing is measured.
 */
@EnabledIfSystemProperty(named = "entente.texts", matches = ".+")
class AnnotateReportTest {
    private static final Pattern CALENDAR = Pattern.compile(
            "(?iU).*(?:\\d{4}|\\d\\.\\d|\\d{1,2}\\.?\\s*\\p{L}{3,}|\\p{L}{3,}\\.?\\s+\\d|(?:im|in|в) (?:jan|feb|mär|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|dez|dec)).*");

    static final class Count {
        int right;
        int wrong;
        int missed;
        final List<String> misses = new ArrayList<>();

        void compare(String document, Set<String> gold, Set<String> found, Set<String> fine) {
            for (String g : gold) {
                if (found.contains(g)) {
                    right++;
                } else {
                    missed++;
                    misses.add(document + " missed " + g);
                }
            }
            for (String f : found) {
                if (!gold.contains(f) && !fine.contains(f)) {
                    wrong++;
                    misses.add(document + " wrong " + f);
                }
            }
        }

        String line(String name) {
            return "%-34s recall %5.1f %% (%d of %d)   precision %5.1f %% (%d wrong)"
                    .formatted(
                            name,
                            100.0 * right / Math.max(1, right + missed),
                            right,
                            right + missed,
                            100.0 * right / Math.max(1, right + wrong),
                            wrong);
        }
    }

    record Told(String event, String status, String date, String printed, String locator, Set<String> who) {}

    private static final String GOLD = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            SELECT DISTINCT ?report ?document ?event ?status ?date ?printed ?locator ?who ?post WHERE {
              GRAPH ?source {
                ?report ent:statedIn ?document ; ent:reports ?event ; ent:reportedStatus ?status ; ent:locator ?locator .
                OPTIONAL { ?report ent:reportedTime/ent:edtf ?date }
                OPTIONAL { ?report ent:timeAsPrinted ?printed }
                OPTIONAL { ?p ent:inReport ?report OPTIONAL { ?p ent:participant ?who } OPTIONAL { ?p ent:asHolderOf ?post } }
              }
              ?event a ent:Event
            } ORDER BY ?report""";

    static java.util.Map<String, List<Told>> told(Select select) {
        java.util.Map<String, Told> reports = new java.util.LinkedHashMap<>();
        java.util.Map<String, List<Told>> byDocument = new java.util.HashMap<>();
        for (Row r :
                select.rows(org.apache.jena.query.QueryFactory.create(GOLD)).rows()) {
            Told t = reports.computeIfAbsent(r.text("report"), k -> {
                Told each = new Told(
                        r.text("event"),
                        r.text("status").replaceFirst(".*#", ""),
                        r.text("date"),
                        r.text("printed"),
                        r.text("locator"),
                        new TreeSet<>());
                byDocument
                        .computeIfAbsent(r.text("document"), d -> new ArrayList<>())
                        .add(each);
                return each;
            });
            String who = r.text("who").contains("/person/")
                    ? r.text("who")
                    : r.text("who").isEmpty() ? r.text("post") : "";
            if (!who.isEmpty()) {
                t.who.add(who);
            }
        }
        return byDocument;
    }

    static Set<Integer> paragraphs(String locator) {
        Set<Integer> all = new TreeSet<>();
        java.util.regex.Matcher m = Pattern.compile("P(\\d+)(?:-P?(\\d+))?").matcher(locator);
        while (m.find()) {
            for (int i = Integer.parseInt(m.group(1));
                    i <= Integer.parseInt(m.group(2) == null ? m.group(1) : m.group(2));
                    i++) {
                all.add(i);
            }
        }
        return all;
    }

    static Set<String> who(Card c) {
        Set<String> who = new TreeSet<>();
        c.participants().forEach(p -> who.add(p.who().isEmpty() ? p.post() : p.who()));
        // as above: bodies are not counted
        who.removeIf(w -> !w.contains("/person/") && !w.contains("/post/"));
        return who;
    }

    /** Pairs reports with cards, the most alike first. */
    static java.util.Map<Told, Card> pairs(List<Told> told, Annotation a) {
        record Pair(Told t, Card c, double score) {}
        SplitText split = SplitText.of(a.text());
        List<Pair> all = new ArrayList<>();
        for (Told t : told) {
            for (Card c : a.cards()) {
                Set<Integer> places = new TreeSet<>();
                c.passages().forEach(s -> places.add(split.paragraph(s.start())));
                boolean there =
                        paragraphs(t.locator).isEmpty() || places.stream().anyMatch(paragraphs(t.locator)::contains);
                Set<String> common = new TreeSet<>(t.who);
                common.retainAll(who(c));
                Set<String> any = new TreeSet<>(t.who);
                any.addAll(who(c));
                double alike = any.isEmpty() ? 0.5 : (double) common.size() / any.size();
                boolean same = !t.event.isEmpty() && t.event.equals(c.event());
                double score = alike + (same ? 0.5 : 0) + (t.status.equals(c.status()) ? 0.2 : 0);
                if (there && (alike > 0 || same || t.who.isEmpty() || who(c).isEmpty())) {
                    all.add(new Pair(t, c, score));
                }
            }
        }
        all.sort(java.util.Comparator.comparingDouble((Pair p) -> -p.score));
        java.util.Map<Told, Card> pairs = new java.util.LinkedHashMap<>();
        for (Pair p : all) {
            if (!pairs.containsKey(p.t) && pairs.values().stream().noneMatch(c -> c == p.c)) {
                pairs.put(p.t, p.c);
            }
        }
        return pairs;
    }

    static String plain(String edtf) {
        return edtf.replaceAll("[~\\[\\]]", "").replace("..", "/");
    }

    static final class Share {
        int right;
        int all;
        final List<String> misses = new ArrayList<>();

        void count(boolean is, String what) {
            all++;
            right += is ? 1 : 0;
            if (!is) {
                misses.add(what);
            }
        }

        String line(String name) {
            return "%-34s %5.1f %% (%d of %d)".formatted(name, 100.0 * right / Math.max(1, all), right, all);
        }
    }

    @Test
    void table() throws Exception {
        SourceTexts texts = SourceTexts.in(Path.of(System.getProperty("entente.texts")));
        String only = System.getProperty("entente.only", "");
        boolean strict = Boolean.getBoolean("entente.strict");
        ShippedCollection.store().read(dataset -> {
            Select select = Select.on(dataset);
            Annotator all = Annotator.of(ShippedCollection.store().names(), select);
            List<Row> reports = select.rows(InternalQuery.ANNOTATE_REPORTS, java.util.Map.<String, Node>of())
                    .rows();
            List<Row> parts = select.rows(InternalQuery.ANNOTATE_PARTICIPATIONS, java.util.Map.<String, Node>of())
                    .rows();
            Count people = new Count();
            Count offices = new Count();
            Count peopleCoded = new Count();
            Count carded = new Count();
            java.util.Map<String, Set<String>> mentioned = new java.util.HashMap<>();
            select.rows(org.apache.jena.query.QueryFactory.create("""
                    PREFIX ent: <https://w3id.org/entente/ontology#>
                    SELECT DISTINCT ?document ?who WHERE {
                      GRAPH ?source { ?document a ent:Document . ?x ?p ?thing }
                      { ?thing ent:holder ?who } UNION { ?thing a ent:Person BIND(?thing AS ?who) }
                    }""")).rows().forEach(r -> mentioned
                    .computeIfAbsent(r.text("document"), d -> new TreeSet<>())
                    .add(r.text("who")));
            Share dates = new Share();
            Share cardDates = new Share();
            Share proposed = new Share();
            Share statuses = new Share();
            Share events = new Share();
            Share known = new Share();
            Share fresh = new Share();
            int cards = 0;
            TypedFields typed = new TypedFields(select);
            java.util.Map<String, List<Told>> told = told(select);
            java.util.Map<String, Set<String>> tellers = new java.util.HashMap<>();
            told.forEach((d, of) -> of.forEach(
                    t -> tellers.computeIfAbsent(t.event, e -> new TreeSet<>()).add(d)));
            int n = 0;
            for (Row doc : select.rows(InternalQuery.ANNOTATE_DOCUMENTS, java.util.Map.<String, Node>of())
                    .rows()) {
                String iri = doc.text("document");
                String id = iri.replaceFirst(".*/", "");
                Optional<String> text = texts.of(iri, Optional.empty());
                if (text.isEmpty() || !only.isEmpty() && !only.contains(id)) {
                    continue;
                }
                n++;
                Annotator annotator = all.without(iri, strict);
                Annotation a = annotator.annotate(text.get(), doc.text("published"), doc.text("title"));
                Function<Row, String> pair = r -> r.text("who") + " " + r.text("post");
                Set<String> goldPeople = new TreeSet<>();
                Set<String> anyPeople = new TreeSet<>();
                Set<String> goldPairs = new TreeSet<>();
                for (Row r : parts) {
                    if (r.text("document").equals(iri) && r.text("who").contains("/person/")) {
                        anyPeople.add(r.text("who"));
                        if (!strict || annotator.isTold(r.text("who"))) {
                            goldPeople.add(r.text("who"));
                            if (!r.text("post").isEmpty() && (!strict || annotator.isTold(r.text("post")))) {
                                goldPairs.add(pair.apply(r));
                            }
                        }
                    }
                }
                Set<String> foundPeople = new TreeSet<>();
                Set<String> foundPairs = new TreeSet<>();
                for (PersonMention m : a.people()) {
                    if (!m.iri().isEmpty() && !m.aside()) {
                        foundPeople.add(m.iri());
                        if (!m.post().isEmpty()) {
                            foundPairs.add(m.iri() + " " + m.post());
                        }
                    }
                }
                java.util.Map<Told, Card> pairs = pairs(told.getOrDefault(iri, List.of()), a);
                cards += a.cards().size();
                typed.count(iri, pairs);
                for (Told t : told.getOrDefault(iri, List.of())) {
                    Card card = pairs.get(t);
                    boolean elsewhere = tellers.get(t.event).size() > 1;
                    String what = id + " " + t.event.replaceFirst(".*/", "") + " " + t.status + " " + t.date + " \""
                            + t.printed + "\" " + t.locator + " docs "
                            + tellers.get(t.event).size();
                    proposed.count(card != null, what);
                    if (card != null) {
                        statuses.count(card.status().equals(t.status), what + " was " + card.status());
                    }
                    boolean right = card != null
                            && (elsewhere
                                    ? card.event().equals(t.event)
                                    : card.event().isEmpty());
                    events.count(
                            right,
                            what
                                    + (card == null
                                            ? " no card"
                                            : " was " + card.event() + " " + card.kind() + " " + card.date() + " "
                                                    + card.participants().size()));
                    (elsewhere ? known : fresh).count(right, what);
                    if (CALENDAR.matcher(t.printed).matches() && !t.date.isEmpty()) {
                        String gold = plain(t.date);
                        dates.count(
                                java.util.stream.Stream.concat(
                                                a.dates().stream(),
                                                org.entente.time.TextDates.in(doc.text("title"), doc.text("published"))
                                                        .stream())
                                        .anyMatch(d -> plain(d.edtf()).equals(gold)),
                                what + " "
                                        + a.dates().stream().map(d -> d.edtf()).toList());
                        cardDates.count(
                                card != null && plain(card.date()).equals(gold),
                                what + " was " + (card == null ? "no card" : card.date()));
                    }
                }
                people.compare(id, goldPeople, foundPeople, anyPeople);
                Set<String> coded = new TreeSet<>(anyPeople);
                coded.addAll(mentioned.getOrDefault(iri, Set.of()));
                peopleCoded.compare(id, goldPeople, foundPeople, coded);
                Set<String> onCards = new TreeSet<>();
                a.cards().forEach(c -> c.participants().forEach(p -> onCards.add(p.who())));
                onCards.removeIf(w -> !w.contains("/person/"));
                carded.compare(id, goldPeople, onCards, anyPeople);
                foundPairs.removeIf(f -> !goldPeople.contains(f.substring(0, f.indexOf(' '))));
                offices.compare(id, goldPairs, foundPairs, Set.of());
                if (!only.isEmpty()) {
                    for (PersonMention m : a.people()) {
                        System.out.println("  " + m.name() + " | " + m.iri() + " | "
                                + m.title().of(text.get()) + " | " + m.post());
                    }
                    a.cards()
                            .forEach(c -> System.out.println("  " + c.kind() + " " + c.event() + " " + c.status() + " "
                                    + c.modality() + " " + c.date() + " ["
                                    + c.cue().of(text.get()) + "] "
                                    + c.places().stream().map(Card.Place::iri).toList() + " "
                                    + c.participants().stream()
                                            .map(p -> p.name() + "/" + p.post())
                                            .toList()));
                    a.dates().forEach(d -> System.out.println("  " + d));
                }
            }
            if (Boolean.getBoolean("entente.misses")) {
                people.misses.forEach(System.out::println);
                offices.misses.forEach(System.out::println);
                carded.misses.forEach(m -> System.out.println("on cards " + m));
                dates.misses.forEach(m -> System.out.println("date " + m));
                cardDates.misses.forEach(m -> System.out.println("card date " + m));
                statuses.misses.forEach(m -> System.out.println("status " + m));
                events.misses.forEach(m -> System.out.println("event " + m));
            }
            System.out.println(n + " documents" + (strict ? ", without the things that only they name" : ""));
            System.out.println(people.line("participants named"));
            System.out.println(peopleCoded.line("  coded in another role are right"));
            System.out.println(carded.line("participants on cards"));
            System.out.println(offices.line("offices"));
            System.out.println(dates.line("calendar dates found in the text"));
            System.out.println(cardDates.line("calendar dates on their card"));
            System.out.println(proposed.line("reports with a card"));
            System.out.println(statuses.line("status of those"));
            System.out.println(events.line("reports with the right event"));
            System.out.println(known.line("  of those told elsewhere, too"));
            System.out.println(fresh.line("  of new ones"));
            System.out.println(cards + " cards, " + (cards - proposed.right) + " of them for nothing that is coded");
            System.out.println(typed.table());
            return null;
        });
    }
}
