package org.entente.link;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.names.NameRow;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;

/** The offices of a snapshot by the words of their titles. */
final class TitleIndex {
    private final Map<String, SnapshotItem> offices = new HashMap<>();
    private final Map<String, Set<String>> byWord = new HashMap<>();

    private static final Comparator<Map.Entry<String, Double>> BEST_FIRST =
            Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private TitleIndex() {}

    /** Reads the snapshot; call inside a transaction. */
    static TitleIndex of(DatasetGraph dataset, Function<String, Optional<SnapshotItem>> items) {
        TitleIndex index = new TitleIndex();
        Snapshot snapshot = Snapshot.in(dataset);
        Set<String> qids = snapshot.positions();
        ItemKinds.classesOf("post").forEach(type -> qids.addAll(snapshot.instancesOf(type)));
        qids.forEach(qid -> items.apply(qid).ifPresent(item -> {
            String id = item.entity().id();
            index.offices.put(id, item);
            item.naming()
                    .stems()
                    .forEach(title -> title.forEach(word -> index.byWord
                            .computeIfAbsent(word, w -> new HashSet<>())
                            .add(id)));
        }));
        return index;
    }

    /** The offices that are most alike, best first: Qid to similarity. */
    Map<String, Double> search(Naming ours, int n) {
        Set<String> sharing = new HashSet<>();
        ours.stems().forEach(title -> title.forEach(word -> sharing.addAll(byWord.getOrDefault(word, Set.of()))));
        Map<String, Double> found = new LinkedHashMap<>();
        sharing.stream()
                .map(qid -> Map.entry(
                        qid,
                        TitleWords.similarity(ours.stems(), office(qid).naming().stems())))
                .sorted(BEST_FIRST)
                .limit(n)
                .map(e -> Map.entry(
                        e.getKey(),
                        TitleComparison.understood(
                                e.getValue(), ours, office(e.getKey()).naming())))
                .sorted(BEST_FIRST)
                .forEach(e -> found.put(e.getKey(), e.getValue()));
        return found;
    }

    /** The name by which an office is shown. */
    NameRow name(String qid) {
        WikidataEntity office = office(qid).entity();
        String language = List.of("de", "en").stream()
                .filter(office.labels()::containsKey)
                .findFirst()
                .orElse("en");
        return new NameRow(qid, office.label(language), language, true);
    }

    private SnapshotItem office(String qid) {
        return Objects.requireNonNull(offices.get(qid), qid);
    }
}
