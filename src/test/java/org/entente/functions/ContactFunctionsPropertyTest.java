package org.entente.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.contact.ChainSearch;
import org.entente.contact.ContactIndex;
import org.entente.contact.ContactIndexes;
import org.entente.contact.ContactOptions;
import org.entente.derive.Encounters;
import org.entente.derive.Encounters.Meeting;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.sparql.InternalQuery;
import org.entente.store.Store;

/** On generated networks the functions give what plain SPARQL or a naive search gives. */
class ContactFunctionsPropertyTest {
    private static final int PERSONS = 7;

    @Provide
    Arbitrary<List<Meeting>> networks() {
        Arbitrary<Integer> person = Arbitraries.integers().between(0, PERSONS - 1);
        Arbitrary<Integer> event = Arbitraries.integers().between(0, 9);
        Arbitrary<Meeting> meeting = Combinators.combine(
                        person,
                        person,
                        event,
                        Arbitraries.of(Level.class),
                        Arbitraries.of(Confidence.class),
                        Arbitraries.integers().between(0, 3))
                .as((a, b, e, level, confidence, witnesses) -> new Meeting(
                        Math.min(a, b), Math.max(a, b), e, level, confidence, witnesses, e == 9 ? 0 : 2000 + e * 7 % 5))
                .filter(m -> m.a() != m.b());
        return meeting.list().ofMaxSize(18).map(meetings -> {
            Map<String, Meeting> once = new TreeMap<>();
            meetings.forEach(m -> once.put(m.a() + " " + m.b() + " " + m.event() + " " + m.level(), m));
            return List.copyOf(once.values());
        });
    }

    @Property(tries = 60)
    void met_gives_the_rows_of_plain_sparql(@ForAll("networks") List<Meeting> meetings) {
        try (Store store = Encounters.store(meetings)) {
            String plain = """
                    SELECT ?x ?y ?level ?event ?witnesses ?confidence ?encounter WHERE {
                      %s ?encounter ent:between ?x , ?y ; ent:level ?level ; ent:viaEvent ?event ; ent:witnessCount ?witnesses .
                      FILTER (?x != ?y) %s
                    }""";
            String confidence = "?encounter ent:confidence ?confidence .";
            String function =
                    "SELECT ?x ?y ?level ?event ?witnesses ?confidence ?encounter WHERE { %s ?x ent:met (?y ?level ?event"
                            + " ?witnesses ?confidence ?encounter %s) }";
            // Encounters without confidence have none to compare.
            for (String given : List.of(
                    "",
                    "BIND (person:p0 AS ?x)",
                    "BIND (person:p0 AS ?y)",
                    "VALUES ?x { person:p0 person:p1 } VALUES ?y { person:p1 person:p2 person:none }",
                    "BIND (event:e3 AS ?event)",
                    "BIND (ent:levelMet AS ?level)")) {
                assertThat(rows(store, function.formatted(given, "\"confidence=low\"")))
                        .isEqualTo(rows(store, plain.formatted(given, confidence)));
            }
            assertThat(rows(store, "SELECT ?x ?y ?level ?event { ?x ent:met (?y ?level ?event) }"))
                    .isEqualTo(
                            rows(
                                    store,
                                    "SELECT ?x ?y ?level ?event { ?e ent:between ?x , ?y ; ent:level ?level ; ent:viaEvent ?event FILTER (?x != ?y) }"));
            assertThat(rows(store, "SELECT ?x ?y { ?x ent:met ?y }"))
                    .isEqualTo(rows(
                            store,
                            "SELECT ?x ?y { ?e ent:between ?x , ?y ; ent:level ent:levelMet FILTER (?x != ?y) }"));
            assertThat(
                            rows(
                                    store,
                                    "SELECT ?x ?y ?event { ?x ent:met (?y ?level ?event \"levels=met,announced; confidence=medium; from=2001; to=2003; maxParticipants=4\") }"))
                    .isEqualTo(rows(store, """
                            SELECT ?x ?y ?event {
                              VALUES ?level { ent:levelMet ent:levelAnnounced } VALUES ?confidence { ent:medium ent:high }
                              ?e ent:between ?x , ?y ; ent:level ?level ; ent:viaEvent ?event ; ent:confidence ?confidence FILTER (?x != ?y)
                              ?event ent:time [ ent:earliestStart ?start ; ent:latestEnd ?end ]
                              FILTER (?end >= "2001-01-01T00:00:00Z"^^xsd:dateTime && ?start <= "2003-12-31T23:59:59Z"^^xsd:dateTime)
                              { SELECT ?event (COUNT(?p) AS ?size) { ?p ent:inEvent ?event ; ent:attendance ent:attended } GROUP BY ?event }
                              FILTER (?size <= 4)
                            }"""));
        }
    }

    @Property(tries = 60)
    void contacts_are_the_groups_of_plain_sparql(@ForAll("networks") List<Meeting> meetings) {
        try (Store store = Encounters.store(meetings)) {
            for (String given : List.of(
                    "",
                    "VALUES ?x { person:p0 }",
                    "VALUES ?y { person:p0 }",
                    "VALUES (?x ?y) { (person:p0 person:p1) }")) {
                assertThat(rows(
                                store,
                                "SELECT ?x ?y ?n ?first ?last { " + given + " ?x ent:contact (?y ?n ?first ?last) }"))
                        .isEqualTo(rows(store, """
                                SELECT ?x ?y ?n ?first ?last {
                                  { SELECT ?x ?y (COUNT(*) AS ?n) {
                                    %1$s VALUES ?level { ent:levelMet ent:levelCoAttended }
                                    ?e ent:between ?x , ?y ; ent:level ?level FILTER (?x != ?y)
                                  } GROUP BY ?x ?y }
                                  OPTIONAL { SELECT ?x ?y (MIN(?start) AS ?first) (MAX(?end) AS ?last) {
                                    %1$s VALUES ?level { ent:levelMet ent:levelCoAttended }
                                    ?e ent:between ?x , ?y ; ent:level ?level ; ent:viaEvent ?event FILTER (?x != ?y)
                                    ?event ent:time ?span . ?span ent:earliestStart ?start ; ent:latestEnd ?end
                                  } GROUP BY ?x ?y }
                                }""".formatted(given)));
            }
        }
    }

    @Property(tries = 60)
    void top_contacts_are_the_first_of_plain_sparql(@ForAll("networks") List<Meeting> meetings) {
        try (Store store = Encounters.store(meetings)) {
            for (String given : List.of("", "VALUES ?x { person:p0 }", "VALUES ?y { person:p1 }")) {
                String once = given.isEmpty() ? "&& STR(?x) < STR(?y)" : "";
                assertThat(rowsInOrder(
                                store,
                                "SELECT ?x ?y ?n ?first ?last { " + given
                                        + " (?x ?y) ent:topContact (?n ?first ?last 'k=3') }"))
                        .isEqualTo(rowsInOrder(store, """
                                SELECT ?x ?y ?n ?first ?last {
                                  %1$s ?x ent:contact (?y ?n ?first ?last) FILTER (?x != ?y %2$s)
                                } ORDER BY DESC(?n) STR(?x) STR(?y) LIMIT 3""".formatted(given, once)));
            }
        }
    }

    @Property(tries = 60)
    void pairs_are_the_groups_of_the_pattern_for_other_engines(@ForAll("networks") List<Meeting> meetings) {
        String columns = "?x ?y ?events ?met ?coAttended ?witnesses ?first ?last";
        Query pattern = InternalQuery.ENGINE_CONTACT_PAIR.query();
        String plain = pattern.serialize();
        try (Store store = Encounters.store(meetings)) {
            for (String given : List.of(
                    "",
                    "VALUES ?x { person:p0 }",
                    "VALUES ?y { person:p1 }",
                    "VALUES (?x ?y) { (person:p1 person:p0) }",
                    "VALUES ?levels { \"any\" }",
                    "VALUES (?x ?levels) { (person:p0 \"announced,met\") }",
                    "VALUES ?from { \"2002-01-01T00:00:00Z\"^^xsd:dateTime }",
                    "VALUES (?from ?to) { (\"2001-01-01T00:00:00Z\"^^xsd:dateTime \"2002-12-31T23:59:59Z\"^^xsd:dateTime) }")) {
                String put = plain.replaceFirst("WHERE\\s*\\{", "WHERE { " + given.replace("$", "\\$"));
                assertThat(
                                rows(
                                        store,
                                        "SELECT " + columns + " { " + given
                                                + " (?x ?y) ent:contactPair (?events ?met ?coAttended ?witnesses ?first ?last ?levels ?from ?to) }"))
                        .as(given)
                        .isEqualTo(rows(
                                store, "SELECT " + columns + " { { " + put.substring(put.indexOf("SELECT")) + " } }"));
            }
        }
    }

    @Property(tries = 60)
    void common_contacts_are_those_of_plain_sparql(@ForAll("networks") List<Meeting> meetings) {
        try (Store store = Encounters.store(meetings)) {
            String plain = """
                    SELECT DISTINCT ?a ?b ?c WHERE {
                      %s
                      VALUES ?l1 { ent:levelMet ent:levelCoAttended } VALUES ?l2 { ent:levelMet ent:levelCoAttended }
                      ?e1 ent:between ?a , ?c ; ent:level ?l1 . ?e2 ent:between ?b , ?c ; ent:level ?l2 .
                      FILTER (?a != ?b && ?a != ?c && ?b != ?c)
                    }""";
            for (String given : List.of(
                    "VALUES (?a ?b) { (person:p0 person:p1) (person:p2 person:p3) }",
                    "VALUES ?a { person:p0 }",
                    "VALUES ?b { person:p1 }")) {
                assertThat(rows(store, "SELECT ?a ?b ?c WHERE { " + given + " (?a ?b) ent:commonContact ?c }"))
                        .isEqualTo(rows(store, plain.formatted(given)));
            }
        }
    }

    @Property(tries = 60)
    void a_shortest_path_is_as_long_as_a_naive_search_finds_it(@ForAll("networks") List<Meeting> meetings) {
        try (Store store = Encounters.store(meetings)) {
            Map<String, Integer> naive = new TreeMap<>();
            for (int from = 0; from < PERSONS; from++) {
                naive.putAll(distances(meetings, from));
            }
            Map<String, Integer> found = new TreeMap<>();
            Map<String, Integer> fromOne = new TreeMap<>();
            Map<String, Integer> toOne = new TreeMap<>();
            for (int from = 0; from < PERSONS; from++) {
                for (int to = 0; to < PERSONS; to++) {
                    select(
                                    store,
                                    "SELECT ?length { (person:p%d person:p%d) ent:shortestPath ?length }"
                                            .formatted(from, to))
                            .forEach(row -> found.put("", 0));
                    for (Binding row : select(
                            store,
                            "SELECT ?length ?hops { BIND (person:p%d AS ?f) BIND (person:p%d AS ?t) (?f ?t) ent:shortestPath (?length) . { SELECT (COUNT(*) AS ?hops) { (person:p%d person:p%d) ent:pathHop (?hop ?a ?event ?b ?level) . ?a ent:met (?b ?level ?event) } } }"
                                    .formatted(from, to, from, to))) {
                        found.put(from + " " + to, integer(row, "length"));
                        assertThat(integer(row, "hops")).isEqualTo(integer(row, "length"));
                    }
                }
                for (Binding row : select(
                        store, "SELECT ?to ?length { (person:p%d ?to) ent:shortestPath ?length }".formatted(from))) {
                    fromOne.put(from + " " + person(row, "to"), integer(row, "length"));
                }
                for (Binding row : select(
                        store,
                        "SELECT ?from ?length ?path { (?from person:p%d) ent:shortestPath (?length ?path) }"
                                .formatted(from))) {
                    toOne.put(person(row, "from") + " " + from, integer(row, "length"));
                    assertThat(row.get("path").getLiteralLexicalForm()).endsWith("/p" + from + ">");
                }
            }
            found.remove("");
            assertThat(found).isEqualTo(naive);
            assertThat(fromOne).isEqualTo(naive);
            assertThat(toOne).isEqualTo(naive);
        }
    }

    @Property(tries = 60)
    void several_chains_are_those_of_a_naive_enumeration(
            @ForAll("networks") List<Meeting> meetings, @ForAll boolean inOrder) {
        List<Meeting> held =
                meetings.stream().filter(m -> Level.HELD.contains(m.level())).toList();
        List<Integer> naive = new ArrayList<>();
        enumerate(held, inOrder, new ArrayList<>(List.of(0)), 1, Integer.MIN_VALUE, new HashSet<>(), naive);
        Collections.sort(naive);
        try (Store store = Encounters.store(meetings)) {
            List<Integer> lengths = store.read(dataset -> {
                ContactIndex index = ContactIndexes.in(dataset);
                ContactOptions options = ContactOptions.HELD.with("k=50; inOrder=" + inOrder);
                List<ChainSearch.Found> chains = new ChainSearch(index, options, CancellationCheck.NEVER)
                        .chains(number(index, 0), number(index, 1));
                assertThat(chains.stream()
                                .map(c -> List.of(java.util.Arrays.stream(c.agents())
                                        .boxed()
                                        .toArray())))
                        .doesNotHaveDuplicates();
                chains.forEach(c -> check(index, c, inOrder));
                assertThat(chains).isSortedAccordingTo(Comparator.comparingInt(ChainSearch.Found::length));
                return chains.stream().map(ChainSearch.Found::length).toList();
            });
            assertThat(lengths).isEqualTo(naive.stream().limit(50).toList());
            if (inOrder) {
                Set<String> reached = select(
                                store,
                                "SELECT ?to ?length { (person:p0 ?to) ent:shortestPath (?length \"inOrder=true\") FILTER (?to = person:p1) }")
                        .stream()
                        .map(row -> Integer.toString(integer(row, "length")))
                        .collect(Collectors.toSet());
                assertThat(reached)
                        .isEqualTo(naive.stream()
                                .limit(1)
                                .map(i -> Integer.toString(i))
                                .collect(Collectors.toSet()));
            }
        }
    }

    private static int number(ContactIndex index, int person) {
        return index.number(
                org.apache.jena.graph.NodeFactory.createURI(org.entente.vocab.Ent.ID + "person/p" + person));
    }

    private static void check(ContactIndex index, ChainSearch.Found chain, boolean inOrder) {
        int day = Integer.MIN_VALUE;
        for (int i = 0; i < chain.length(); i++) {
            int encounter = chain.encounters()[i];
            assertThat(Set.of(index.first(encounter), index.second(encounter)))
                    .isEqualTo(Set.of(chain.agents()[i], chain.agents()[i + 1]));
            if (inOrder) {
                day = Math.max(day, index.earliest[index.event(encounter)]);
                assertThat(day).isLessThanOrEqualTo(index.latest[index.event(encounter)]);
            }
        }
    }

    /** Lengths of all chains of different persons. */
    private static void enumerate(
            List<Meeting> held,
            boolean inOrder,
            List<Integer> chain,
            int to,
            int year,
            Set<Integer> done,
            List<Integer> lengths) {
        int at = chain.getLast();
        if (at == to) {
            lengths.add(chain.size() - 1);
            return;
        }
        for (int next = 0; next < PERSONS; next++) {
            int there = next;
            int earliest = Integer.MAX_VALUE;
            for (Meeting m : held) {
                boolean pair = Set.of(m.a(), m.b()).equals(pairOf(at, there));
                if (pair && (!inOrder || m.year() >= year && m.year() > 0)) {
                    earliest = Math.min(earliest, inOrder ? m.year() : 0);
                }
            }
            if (earliest < Integer.MAX_VALUE && !chain.contains(there)) {
                chain.add(there);
                enumerate(held, inOrder, chain, to, earliest, done, lengths);
                chain.removeLast();
            }
        }
    }

    private static Set<Integer> pairOf(int a, int b) {
        return a == b ? Set.of(a) : Set.of(a, b);
    }

    private static Map<String, Integer> distances(List<Meeting> meetings, int from) {
        Map<Integer, Integer> distance = new HashMap<>(Map.of(from, 0));
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (Meeting m : meetings) {
                if (Level.HELD.contains(m.level()) && (m.a() == at || m.b() == at)) {
                    int next = m.a() == at ? m.b() : m.a();
                    if (distance.putIfAbsent(next, distance.get(at) + 1) == null) {
                        queue.add(next);
                    }
                }
            }
        }
        distance.remove(from);
        Map<String, Integer> named = new TreeMap<>();
        distance.forEach((to, hops) -> named.put(from + " " + to, hops));
        return named;
    }

    private static int integer(Binding row, String variable) {
        return Integer.parseInt(row.get(variable).getLiteralLexicalForm());
    }

    private static String person(Binding row, String variable) {
        return row.get(variable).getURI().replaceAll(".*/p", "");
    }

    private static List<String> rows(Store store, String sparql) {
        return rowsInOrder(store, sparql).stream().sorted().toList();
    }

    private static List<String> rowsInOrder(Store store, String sparql) {
        return select(store, sparql).stream()
                .map(row -> {
                    Map<String, String> sorted = new TreeMap<>();
                    row.forEach((v, n) -> sorted.put(v.getVarName(), n.toString()));
                    return sorted.toString();
                })
                .toList();
    }

    private static List<Binding> select(Store store, String sparql) {
        return store.read(dataset -> {
            List<Binding> rows = new ArrayList<>();
            try (QueryExec exec = QueryExec.dataset(dataset)
                    .query(Encounters.PREFIXES + sparql)
                    .build()) {
                List<Var> columns = new ArrayList<>();
                var result = exec.select();
                columns.addAll(result.getResultVars());
                result.forEachRemaining(rows::add);
            }
            return rows;
        });
    }
}
