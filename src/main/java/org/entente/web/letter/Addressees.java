package org.entente.web.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.letter.Addressee;
import org.entente.letter.Country;
import org.entente.letter.Law;
import org.entente.letter.LawBook;
import org.entente.sparql.InternalQuery;

/**
 * Who may know more of an event.
 *
 * @param known those whose law is known, the nearest first
 * @param others countries and regions whose laws are not known
 */
record Addressees(List<Addressee> known, List<String> others) {
    /** A whole country in which an event took place is only asked if nobody nearer can be. */
    private static final int DISTANT = 6;

    private static final int MOST = 5;

    static Addressees of(QueryExecutor.Session session, String event, LawBook laws, String language) {
        Map<String, Addressee> known = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (Row row : session.select(
                        InternalQuery.LETTER_ADDRESSEES,
                        Map.of(
                                "event",
                                NodeFactory.createURI(event),
                                "lang",
                                NodeFactory.createLiteralString(language)))
                .rows()) {
            Optional<Law> law = laws.law(row.text("code"));
            Optional<Country> country = laws.country(row.text("code"));
            if (law.isEmpty() || country.isEmpty()) {
                others.add(row.text("polityLabel"));
            } else if (row.number("near") < DISTANT || known.isEmpty()) {
                Addressee found = addressee(row, law.get(), country.get());
                if (!found.body().isEmpty()
                        || known.values().stream().noneMatch(it -> it.polity().equals(found.polity()))) {
                    known.putIfAbsent(found.iri(), found);
                }
            }
        }
        List<Addressee> first = new ArrayList<>(known.values());
        return new Addressees(first.subList(0, Math.min(MOST, first.size())), List.copyOf(others));
    }

    private static Addressee addressee(Row row, Law law, Country country) {
        boolean named = row.has("body") && row.has("bodyLabel");
        return new Addressee(
                row.text(named ? "body" : "polity"),
                row.text("polityLabel"),
                named ? row.text("bodyLabel") : "",
                law,
                country);
    }
}
