package org.entente.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.dossier.DossierFacts.Part;
import org.entente.dossier.DossierRow.PossibleHolder;
import org.entente.dossier.DossierRow.Why;
import org.entente.encounter.EntityNamesReader;
import org.entente.execution.Row;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Who may have been the person of whom a source gives only the office. Nobody is, until a decision says so. */
final class PossibleHolders {
    private final DossierFacts facts;

    PossibleHolders(DossierFacts facts) {
        this.facts = facts;
    }

    /** Whether the person may have held the post at the event, and is not said to have been there, or away, by name. */
    boolean may(Node holder, Node post, Node event) {
        return !named(holder, event)
                && !rejected(holder, post, event)
                && facts.holders.getOrDefault(post, List.of()).stream()
                        .anyMatch(row -> row.bound("holder").equals(holder) && possible(row, facts.bounds(event)));
    }

    /** Everybody who may be behind the offices at the event. */
    List<PossibleHolder> of(Node event, List<List<Part>> sides, EntityNamesReader names) {
        Set<Node> posts = new LinkedHashSet<>();
        sides.forEach(side -> side.stream().filter(Part::byOffice).forEach(part -> posts.add(part.who())));
        TimeBounds when = facts.bounds(event);
        List<PossibleHolder> found = new ArrayList<>();
        for (Node post : posts) {
            List<Row> tenures = facts.holders.getOrDefault(post, List.of()).stream()
                    .filter(row -> possible(row, when)
                            && !named(row.bound("holder"), event)
                            && !rejected(row.bound("holder"), post, event))
                    .toList();
            Set<Node> certain = new HashSet<>();
            tenures.stream().filter(row -> certain(row, when)).forEach(row -> certain.add(row.bound("holder")));
            Set<Node> listed = new HashSet<>();
            for (Row row : tenures) {
                Node holder = row.bound("holder");
                boolean surely = certain.contains(holder);
                if (surely && !certain(row, when) || !listed.add(holder)) {
                    continue;
                }
                Why why = when.equals(TimeBounds.UNKNOWN)
                        ? Why.UNDATED
                        : !surely
                                ? Why.POSSIBLE
                                : row.text("seats").equals("1") && certain.size() == 1
                                        ? Why.CERTAIN
                                        : Why.ONE_OF_SEVERAL;
                found.add(new PossibleHolder(
                        names.of(post),
                        names.of(holder),
                        facts.a.asked.contains(holder) || facts.b.asked.contains(holder),
                        why,
                        row.text("date")));
            }
        }
        // Where the one seat was certainly taken by somebody, nobody else comes into question.
        Set<Node> taken = new HashSet<>();
        found.stream()
                .filter(h -> h.why() == Why.CERTAIN)
                .forEach(h -> taken.add(h.post().node()));
        return found.stream()
                .filter(h -> h.why() == Why.CERTAIN || !taken.contains(h.post().node()))
                .sorted(Comparator.comparing((PossibleHolder h) -> h.post().label())
                        .thenComparing(PossibleHolder::why)
                        .thenComparing(h -> h.holder().label()))
                .toList();
    }

    private boolean named(Node holder, Node event) {
        return facts.parts.getOrDefault(event, Map.of()).values().stream()
                .anyMatch(part -> part.of(EntProperty.PARTICIPANT).contains(holder)
                        && part.of(EntProperty.ATTENDANCE).stream()
                                .anyMatch(a -> a.equals(EntConcept.ATTENDED)
                                        || a.equals(EntConcept.ABSENT)
                                        || a.equals(EntConcept.REPRESENTED)));
    }

    /** A decision says that the person was not the one. */
    private boolean rejected(Node holder, Node post, Node event) {
        return facts.parts.getOrDefault(event, Map.of()).values().stream()
                .anyMatch(part -> part.of(EntProperty.AS_HOLDER_OF).contains(post)
                        && part.of(EntProperty.REJECTED_HOLDER).contains(holder));
    }

    /** Sources, or those who held the one seat earlier and later, allow it. */
    private static boolean possible(Row row, TimeBounds when) {
        return !row.has("possible") || DossierFacts.bounds(row.text("possible")).possiblyOverlaps(when);
    }

    /** A time in which the person certainly held the office covers every day on which the event may have been. */
    private static boolean certain(Row row, TimeBounds when) {
        LocalDate from = when.earliestStart();
        LocalDate to = when.latestEnd();
        return from != null
                && to != null
                && Arrays.stream(row.text("certain").split(" "))
                        .filter(span -> !span.isEmpty())
                        .map(DossierFacts::bounds)
                        .anyMatch(span -> covers(span, from, to));
    }

    private static boolean covers(TimeBounds span, LocalDate from, LocalDate to) {
        LocalDate start = span.earliestStart();
        LocalDate end = span.latestEnd();
        return start != null && end != null && !start.isAfter(from) && !end.isBefore(to);
    }
}
