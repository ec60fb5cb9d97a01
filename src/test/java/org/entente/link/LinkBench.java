package org.entente.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.Csv;
import org.entente.ShippedCollection;
import org.entente.store.Graphs;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.text.Json;
import org.entente.vocab.EntProperty;
import org.entente.vocab.Prefixes;
import org.entente.wikidata.SnapshotIndex;
import org.entente.wikidata.SnapshotLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * How well the items of Wikidata are ranked: {@code mvn -Pbench test -Dtest=LinkBench -Dentente.names=FOLDER}. The folder holds
 * {@code wikidata-shaped.jsonl}, items of which many only resemble what is in the collection; it is no part of the project, and without
 * it nothing is measured. What is right stands in {@code data/authority/identifiers.csv}.
 *
 * <p>Nothing that is known of a thing's own identifiers is used for it. "Blind": nothing is linked at all. "Others": everything else is
 * linked, as it is for whoever decides the next thing. First: the right item has the highest score, and no other has the same. Above:
 * wrong items with at least the score from which on items are proposed.
 */
class LinkBench {
    private record Case(String entity, String kind, String qid) {}

    @Test
    void the_right_item_comes_first() throws IOException {
        String folder = System.getProperty("entente.names");
        Assumptions.assumeTrue(folder != null, "no folder with items: -Dentente.names=FOLDER");
        Path haystack = Path.of(folder).resolve("wikidata-shaped.jsonl");
        Store store = ShippedCollection.store();
        new SnapshotLoader(store, Clock.systemUTC()).load(haystack, item -> true, Progress.SILENT);
        Set<String> labelled = new HashSet<>();
        Set<String> traps = new HashSet<>();
        try (var lines = Files.lines(haystack)) {
            for (String line : (Iterable<String>) lines::iterator) {
                var item = Json.MAPPER.readTree(line);
                if (!item.path("labels").isEmpty()) {
                    labelled.add(item.path("id").asText());
                }
                if (item.path("role").asText().equals("trap")) {
                    traps.add(item.path("id").asText());
                }
            }
        }
        SnapshotIndex index = new SnapshotIndex.Source(store).get();
        measure("others linked", store, index, labelled, traps);
        store.write(dataset -> {
            var authority = dataset.getGraph(Graphs.AUTHORITY);
            authority.find(Node.ANY, EntProperty.IDENTIFIER, Node.ANY).toList().forEach(authority::delete);
        });
        measure("blind", store, index, labelled, traps);
    }

    private static void measure(
            String mode, Store store, SnapshotIndex index, Set<String> labelled, Set<String> traps) {
        Map<String, String> right = new HashMap<>();
        for (Case one : cases()) {
            right.put(one.entity(), one.qid());
        }
        Map<String, int[]> table = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        List<LinkReview.Item> entities =
                store.read(d -> LinkReview.of(d, index, "")).items();
        long start = System.nanoTime();
        int[] all = new int[1];
        store.read(dataset -> {
            CandidateRanking ranking = new CandidateRanking(dataset, index);
            for (LinkReview.Item item : entities) {
                if (item.kind().equals("document") || item.kind().equals("event")) {
                    continue;
                }
                all[0]++;
                String entity = Prefixes.compact(item.entity());
                String qid = right.getOrDefault(entity, "");
                EntityFacts facts = ranking.facts(item.entity()).withoutIdentifiers();
                List<LinkCandidate> ranked = ranking.of(facts);
                int[] counts = table.computeIfAbsent(item.kind(), k -> new int[7]);
                String shown = ranked.stream()
                        .limit(3)
                        .map(c -> String.format(Locale.ROOT, "%s %s %.2f", c.qid(), c.label("en"), c.score()) + " "
                                + c.features().stream()
                                        .map(f -> f.name() + String.format(Locale.ROOT, "%+.2f", f.contribution()))
                                        .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(" | "));
                long wrong = ranked.stream()
                        .filter(c -> c.score() >= CandidateRanking.WORTH_PROPOSING
                                && !c.qid().equals(qid))
                        .count();
                boolean trapped = ranked.stream()
                        .anyMatch(c -> c.score() >= CandidateRanking.WORTH_PROPOSING
                                && traps.contains(c.qid())
                                && !c.qid().equals(qid));
                if (!qid.isEmpty() && labelled.contains(qid)) {
                    counts[0]++;
                    boolean first = !ranked.isEmpty()
                            && ranked.getFirst().qid().equals(qid)
                            && (ranked.size() == 1
                                    || ranked.get(1).score() < ranked.getFirst().score());
                    boolean listed = ranked.stream().anyMatch(c -> c.qid().equals(qid));
                    boolean proposed = ranked.stream()
                            .anyMatch(c -> c.qid().equals(qid) && c.score() >= CandidateRanking.WORTH_PROPOSING);
                    counts[1] += first ? 1 : 0;
                    counts[2] += listed ? 1 : 0;
                    counts[3] += proposed ? 1 : 0;
                    counts[4] += wrong > 0 ? 1 : 0;
                    if (!first || !proposed || wrong > 0) {
                        remarks.add((first ? "first " : listed ? "LISTED " : "MISSED ") + entity + " = " + qid + ": "
                                + shown);
                    }
                } else if (qid.isEmpty()) {
                    counts[5] += wrong > 0 ? 1 : 0;
                    if (wrong > 0) {
                        remarks.add("open  " + entity + ": " + shown);
                    }
                }
                counts[6] += trapped ? 1 : 0;
                if (trapped) {
                    remarks.add("TRAP  " + entity + ": " + shown);
                }
            }
            return null;
        });
        System.out.printf(
                "%n%s (%s)%n%-14s %6s %6s %6s %9s %12s %12s %6s%n",
                mode,
                CandidateRanking.VERSION,
                "kind",
                "known",
                "first",
                "listed",
                "proposed",
                "wrong too",
                "open: wrong",
                "traps");
        table.forEach((kind, c) -> System.out.printf(
                "%-14s %6d %6d %6d %9d %12d %12d %6d%n", kind, c[0], c[1], c[2], c[3], c[4], c[5], c[6]));
        System.out.printf(Locale.ROOT, "%d things in %.1f s%n", all[0], (System.nanoTime() - start) / 1e9);
        remarks.stream().sorted().forEach(remark -> System.out.println("  " + mode + " " + remark));
    }

    private static List<Case> cases() {
        try {
            return Csv.rows(Files.readString(ShippedCollection.FILES.data().resolve("authority/identifiers.csv")))
                    .stream()
                    .filter(r -> r.get("scheme").equals("wikidata"))
                    .filter(r -> Set.of("accepted", "candidate").contains(r.get("state")))
                    .map(r -> new Case(r.get("entity"), "", r.get("value")))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
