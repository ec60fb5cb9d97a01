package org.entente.annotate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.query.QueryFactory;
import org.entente.ShippedCollection;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.sheet.Sheets;

/**
 * How many fields somebody types for the reports of events of a document: as Turtle (each value of a report and its participations), as rows
 * of a sheet (each cell that is not blank), and with cards (each field of a card that must be changed, one tick for each card that is taken,
 * and all fields of a report for which there is no card).
 */
final class TypedFields {
    private static final String REPORT = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            SELECT ?document ?report ?event ?status ?date ?place ?who ?post ?role WHERE {
              GRAPH ?source {
                ?report ent:statedIn ?document ; ent:reports ?event ; ent:reportedStatus ?status .
                OPTIONAL { ?report ent:reportedTime/ent:edtf ?date }
                OPTIONAL { ?report ent:reportedPlace ?place }
                OPTIONAL { ?p ent:inReport ?report OPTIONAL { ?p ent:participant ?who } OPTIONAL { ?p ent:asHolderOf ?post }
                           OPTIONAL { ?p ent:role ?role } }
              }
              ?event a ent:Event
            }""";
    private static final String TURTLE = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            SELECT ?document (COUNT(*) AS ?values) WHERE {
              GRAPH ?source {
                ?report ent:statedIn ?document ; ent:reports ?event .
                { ?report ?p ?o FILTER(?p NOT IN (ent:passageHash, ent:reportedTime)) }
                UNION { ?s ent:inReport ?report ; ?p ?o }
                UNION { ?report ent:reportedTime ?s . ?s ent:edtf ?o }
              }
              ?event a ent:Event
            } GROUP BY ?document""";
    private static final Set<String> MACHINE = Set.of("source", "report", "participation");

    private record Part(String post, String role) {}

    private record Report(
            String document,
            String event,
            String status,
            Set<String> dates,
            Set<String> places,
            Map<String, Part> who) {}

    private final Map<String, Map<String, Report>> reports = new HashMap<>();
    private final Map<String, Integer> turtle = new HashMap<>();
    private final List<Integer> byHand = new ArrayList<>();
    private final List<Integer> bySheet = new ArrayList<>();
    private final List<Integer> byCards = new ArrayList<>();

    TypedFields(Select select) {
        for (Row r : select.rows(QueryFactory.create(REPORT)).rows()) {
            Report report = reports.computeIfAbsent(r.text("document"), d -> new TreeMap<>())
                    .computeIfAbsent(
                            r.text("report"),
                            k -> new Report(
                                    r.text("document"),
                                    r.text("event"),
                                    local(r.text("status")),
                                    new TreeSet<>(),
                                    new TreeSet<>(),
                                    new TreeMap<>()));
            add(report.dates, r.text("date"));
            add(report.places, r.text("place"));
            String who = r.text("who").isEmpty() ? r.text("post") : r.text("who");
            if (!who.isEmpty()) {
                report.who.putIfAbsent(who, new Part(r.text("post"), local(r.text("role"))));
            }
        }
        select.rows(QueryFactory.create(TURTLE))
                .rows()
                .forEach(r -> turtle.put(r.text("document"), Integer.parseInt(r.text("values"))));
    }

    private static void add(Set<String> to, String text) {
        if (!text.isEmpty()) {
            to.add(text);
        }
    }

    private static String local(String iri) {
        return iri.replaceFirst(".*#", "");
    }

    /** @param pairs event and status of a report to its card */
    void count(String document, Map<AnnotateReportTest.Told, Card> pairs) {
        String id = document.replaceFirst(".*/", "");
        Path file = new Sheets(ShippedCollection.FILES).file(id).orElseThrow();
        List<List<String>> rows =
                new Sheets(ShippedCollection.FILES).export(file).rows();
        List<String> heads = rows.getFirst();
        int cells = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int i = 0; i < row.size(); i++) {
                cells += row.get(i).isBlank() || MACHINE.contains(heads.get(i)) ? 0 : 1;
            }
        }
        int typed = 0;
        for (Report report : reports.getOrDefault(document, Map.of()).values()) {
            Card card = pairs.entrySet().stream()
                    .filter(p -> p.getKey().event().equals(report.event)
                            && p.getKey().status().equals(report.status))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            typed += card == null ? missing(report) : changed(report, card);
        }
        byHand.add(turtle.getOrDefault(document, 0));
        bySheet.add(cells);
        byCards.add(typed);
    }

    private static int missing(Report report) {
        int typed = 2 + report.dates.size() + report.places.size();
        for (Part part : report.who.values()) {
            typed += part.post.isEmpty() ? 2 : 3;
        }
        return typed;
    }

    private static int changed(Report report, Card card) {
        int typed = 1;
        typed += card.event().isEmpty() || card.event().equals(report.event) ? 0 : 1;
        typed += card.status().equals(report.status) ? 0 : 1;
        typed += card.date().isEmpty() && report.dates.isEmpty()
                        || report.dates.stream().anyMatch(d -> AnnotateReportTest.plain(d)
                                .equals(AnnotateReportTest.plain(card.date())))
                ? 0
                : 1;
        Set<String> places = new TreeSet<>();
        card.places().forEach(p -> places.add(p.iri()));
        typed += places.equals(report.places) ? 0 : 1;
        Map<String, Card.Participant> there = new TreeMap<>();
        card.participants().forEach(p -> there.put(p.who().isEmpty() ? p.post() : p.who(), p));
        for (Map.Entry<String, Part> part : report.who.entrySet()) {
            Card.Participant own = there.remove(part.getKey());
            if (own == null) {
                typed += part.getValue().post.isEmpty() ? 2 : 3;
            } else {
                typed += Objects.equals(own.post(), part.getValue().post) ? 0 : 1;
                typed += own.role().equals(part.getValue().role) ? 0 : 1;
            }
        }
        return typed + there.size();
    }

    private static int median(List<Integer> of) {
        List<Integer> sorted = of.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private static int sum(List<Integer> of) {
        return of.stream().mapToInt(Integer::intValue).sum();
    }

    String table() {
        return "fields typed for the reports of a document   median   all\n"
                + "  by hand, as Turtle                          %6d %6d%n".formatted(median(byHand), sum(byHand))
                + "  as a sheet                                  %6d %6d%n".formatted(median(bySheet), sum(bySheet))
                + "  with cards                                  %6d %6d".formatted(median(byCards), sum(byCards));
    }
}
