package org.entente.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.encounter.Attestation;
import org.entente.encounter.EncounterQueries;
import org.entente.evidence.Evidence;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;

/**
 * Where sources speak of the two sides. A person is also meant by a post at a time when the person may have held it; such a mention
 * says that it is by office.
 */
final class DossierMentions {
    private static final Pattern PARAGRAPH = Pattern.compile("P(\\d+)(?:\\s*-\\s*P?(\\d+))?");
    /** A locator that spans more is a whole text and puts nothing side by side. */
    private static final int MOST_PARAGRAPHS = 3;

    private record Place(Node document, int paragraph) {}

    private record Spoken(Node report, Node document, boolean byOffice, boolean ofTenure, Set<Integer> paragraphs) {}

    private final DossierFacts facts;
    private final List<Spoken> ofA;
    private final List<Spoken> ofB;
    private final Map<Node, List<Row>> accounts = new LinkedHashMap<>();

    DossierMentions(EncounterQueries queries, DossierFacts facts) {
        this.facts = facts;
        this.ofA = spoken(queries, facts.a);
        this.ofB = spoken(queries, facts.b);
        Set<Node> reports = new LinkedHashSet<>();
        sideBySide().forEach(pair -> {
            reports.add(pair.one.report);
            reports.add(pair.other.report);
        });
        queries.ask(InternalQuery.DOSSIER_ACCOUNTS, "report", reports)
                .forEach(row -> accounts.computeIfAbsent(row.bound("report"), r -> new ArrayList<>())
                        .add(row));
    }

    private record Pair(Spoken one, Spoken other) {}

    private static List<Spoken> spoken(EncounterQueries queries, DossierFacts.Side side) {
        Map<Node, Spoken> found = new LinkedHashMap<>();
        queries.askAndShow(InternalQuery.DOSSIER_MENTIONS, Map.of("asked", side.asked))
                .forEach(row -> take(found, row, false));
        queries.ask(
                        InternalQuery.DOSSIER_MENTIONS_BY_OFFICE,
                        Map.of("asked", side.posts.keySet(), "holder", side.asked))
                .forEach(row -> take(found, row, true));
        return List.copyOf(found.values());
    }

    private static void take(Map<Node, Spoken> found, Row row, boolean byOffice) {
        found.computeIfAbsent(
                        row.bound("report"),
                        r -> new Spoken(r, row.bound("document"), byOffice, row.has("tenure"), new TreeSet<>()))
                .paragraphs
                .addAll(paragraphs(row.text("locator")));
    }

    static Set<Integer> paragraphs(String locator) {
        Set<Integer> paragraphs = new TreeSet<>();
        Matcher matcher = PARAGRAPH.matcher(locator);
        while (matcher.find()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            for (int p = from; p <= to && p < from + MOST_PARAGRAPHS; p++) {
                paragraphs.add(p);
            }
        }
        return paragraphs;
    }

    /** The documents that speak of a side by name. */
    Set<Node> documents(boolean first) {
        return (first ? ofA : ofB)
                .stream()
                        .filter(s -> !s.byOffice)
                        .map(Spoken::document)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same account speaks of both, or accounts of the same paragraph do; at least one by name. That somebody is said to have been in office is no mention. */
    private List<Pair> sideBySide() {
        Map<Node, Spoken> byReport = new HashMap<>();
        Map<Place, List<Spoken>> byPlace = new HashMap<>();
        ofB.stream().filter(spoken -> !spoken.ofTenure).forEach(spoken -> {
            byReport.put(spoken.report, spoken);
            spoken.paragraphs.forEach(
                    p -> byPlace.computeIfAbsent(new Place(spoken.document, p), k -> new ArrayList<>())
                            .add(spoken));
        });
        List<Pair> pairs = new ArrayList<>();
        for (Spoken one : ofA.stream().filter(spoken -> !spoken.ofTenure).toList()) {
            Set<Spoken> others = new LinkedHashSet<>();
            if (byReport.containsKey(one.report)) {
                others.add(byReport.get(one.report));
            }
            if (facts.narrow()) {
                one.paragraphs.forEach(p -> others.addAll(byPlace.getOrDefault(new Place(one.document, p), List.of())));
            }
            others.stream()
                    .filter(other -> !one.byOffice || !other.byOffice)
                    .forEach(other -> pairs.add(new Pair(one, other)));
        }
        return pairs;
    }

    /** The mentions that no row covers: one for each document and paragraph. */
    List<Mention> between(List<DossierRow> rows, Evidence evidence) {
        Set<Node> covered = new HashSet<>();
        rows.stream()
                .filter(row -> row.tier() != ContactCategory.SAME_PLACE_AND_TIME)
                .forEach(row -> covered.add(row.event().node()));
        Map<Node, List<Pair>> byDocument = new LinkedHashMap<>();
        for (Pair pair : sideBySide()) {
            boolean known = List.of(pair.one, pair.other).stream()
                    .anyMatch(s -> accounts.getOrDefault(s.report, List.of()).stream()
                            .anyMatch(row -> covered.contains(row.bound("event"))));
            if (!known) {
                byDocument
                        .computeIfAbsent(pair.one.document, d -> new ArrayList<>())
                        .add(pair);
            }
        }
        return byDocument.values().stream()
                .map(pairs -> mention(pairs, evidence))
                .sorted(Comparator.comparing((Mention m) -> !m.sameReport())
                        .thenComparing(m -> m.document().node().toString()))
                .toList();
    }

    private Mention mention(List<Pair> pairs, Evidence evidence) {
        Set<Node> reports = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            reports.add(pair.one.report);
            reports.add(pair.other.report);
        });
        List<Row> rows = reports.stream()
                .flatMap(report -> accounts.getOrDefault(report, List.of()).stream())
                .toList();
        Set<Node> namingA = ofA.stream().map(Spoken::report).collect(Collectors.toSet());
        Set<Node> namingB = ofB.stream().map(Spoken::report).collect(Collectors.toSet());
        List<Attestation> testimonies = evidence.testimonies(rows, namingA, namingB);
        return new Mention(
                testimonies.getFirst().document(),
                testimonies.stream().map(Attestation::locator).distinct().collect(Collectors.joining(", ")),
                pairs.stream().anyMatch(pair -> pair.one.report.equals(pair.other.report)),
                pairs.stream().allMatch(pair -> pair.one.byOffice || pair.other.byOffice),
                testimonies);
    }
}
