package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.names.NameHit;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the items of a snapshot that an entity may be. The score is a sum of features, each shown with its weight, so that a reader
 * can follow it; it orders candidates and decides nothing.
 */
public final class CandidateRanking {
    /** Names these rules and weights; a change of either gets a new name. */
    public static final String VERSION = "link-rules-1";

    private static final int MOST = 5;
    private static final int SEARCHED = 10;
    private static final double LEAST = 0.35;
    private static final String HUMAN = "Q5";

    private final DatasetGraph dataset;
    private final SnapshotIndex index;

    /** For one state of a store; call inside the transaction of the dataset. */
    public CandidateRanking(DatasetGraph dataset, SnapshotIndex index) {
        this.dataset = dataset;
        this.index = index;
    }

    /** The candidates of an entity, best first, at most five. */
    public List<LinkCandidate> of(String entity) {
        EntityFacts facts = EntityFacts.of(dataset, entity);
        Map<String, NameHit> named = new LinkedHashMap<>();
        for (String name : facts.names()) {
            for (NameHit hit : index.search(name, SEARCHED)) {
                named.merge(hit.name().entity(), hit, (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        Set<String> qids = new HashSet<>(named.keySet());
        facts.identifiers().forEach((scheme, values) -> WikidataProperties.BY_SCHEME
                .getOrDefault(scheme, List.of())
                .forEach(p -> values.forEach(v -> qids.addAll(index.withIdentifier(p, v)))));
        Snapshot snapshot = Snapshot.in(dataset);
        return qids.stream()
                .map(snapshot::entity)
                .flatMap(Optional::stream)
                .map(item -> candidate(facts, item, named.get(item.id()), snapshot.isPosition(item.id())))
                .filter(c -> c.score() >= LEAST)
                .sorted(Comparator.comparingDouble(LinkCandidate::score)
                        .reversed()
                        .thenComparing(LinkCandidate::qid))
                .limit(MOST)
                .toList();
    }

    private static LinkCandidate candidate(
            EntityFacts facts, WikidataEntity item, @Nullable NameHit hit, boolean position) {
        List<LinkFeature> features = new ArrayList<>();
        features.add(new LinkFeature(
                "name",
                hit == null ? 0 : hit.score(),
                0.6,
                hit == null ? "" : hit.name().text() + " (" + hit.name().language() + ")"));
        type(facts, position ? Set.of("post") : kinds(item)).ifPresent(features::add);
        identifiers(facts, item).ifPresent(features::add);
        birth(facts, item).ifPresent(features::add);
        office(facts, item).ifPresent(features::add);
        country(facts, item).ifPresent(features::add);
        double sum = features.stream().mapToDouble(LinkFeature::contribution).sum();
        double score = Math.round(Math.clamp(sum, 0, 1) * 1_000) / 1_000.0;
        return new LinkCandidate(item.id(), item.labels(), item.descriptions(), score, List.copyOf(features));
    }

    private static Optional<LinkFeature> type(EntityFacts facts, Set<String> kinds) {
        if (kinds.isEmpty() || facts.kind().isEmpty()) {
            return Optional.empty();
        }
        boolean agrees = kinds.contains(facts.kind());
        String found = String.join(", ", new java.util.TreeSet<>(kinds));
        return Optional.of(new LinkFeature("type", agrees ? 1 : -1, agrees ? 0.1 : 0.5, found));
    }

    /** What an item can be, as its statements tell: only persons are born, only states have a two-letter code. */
    private static Set<String> kinds(WikidataEntity item) {
        Set<String> kinds = new HashSet<>();
        if (item.values(WikidataProperties.INSTANCE_OF).contains(HUMAN)
                || has(item, WikidataProperties.BIRTH, WikidataProperties.POSITION, WikidataProperties.CITIZENSHIP)) {
            kinds.add("person");
            return kinds;
        }
        if (has(item, WikidataProperties.ISO_COUNTRY, WikidataProperties.ISO_SUBDIVISION)) {
            kinds.add("polity");
        }
        if (has(item, WikidataProperties.GEONAMES, WikidataProperties.ISO_SUBDIVISION)) {
            kinds.add("place");
        }
        if (has(item, WikidataProperties.ROR)) {
            kinds.add("organization");
        } else if (has(item, WikidataProperties.JURISDICTION)) {
            kinds.add("post");
            kinds.add("organization");
        }
        return kinds;
    }

    private static boolean has(WikidataEntity item, String... properties) {
        for (String property : properties) {
            if (!item.of(property).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<LinkFeature> identifiers(EntityFacts facts, WikidataEntity item) {
        List<String> equal = new ArrayList<>();
        List<String> different = new ArrayList<>();
        facts.identifiers().forEach((scheme, values) -> {
            List<String> theirs = WikidataProperties.BY_SCHEME.getOrDefault(scheme, List.of()).stream()
                    .flatMap(p -> item.values(p).stream())
                    .map(WikidataProperties::comparable)
                    .toList();
            for (String value : values) {
                if (!theirs.isEmpty()) {
                    (theirs.contains(WikidataProperties.comparable(value)) ? equal : different)
                            .add(scheme + " " + value);
                }
            }
        });
        if (!equal.isEmpty()) {
            return Optional.of(new LinkFeature("identifier", 1, 0.5, String.join(", ", equal)));
        }
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkFeature("identifier", -1, 0.5, String.join(", ", different)));
    }

    private static Optional<LinkFeature> birth(EntityFacts facts, WikidataEntity item) {
        List<String> theirs = item.values(WikidataProperties.BIRTH);
        if (facts.birth().isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        boolean agrees = theirs.stream()
                .anyMatch(d -> d.startsWith(facts.birth()) || facts.birth().startsWith(d));
        String detail = facts.birth() + " / " + String.join(", ", theirs);
        return Optional.of(new LinkFeature("birth", agrees ? 1 : -1, agrees ? 0.3 : 0.6, detail));
    }

    private static Optional<LinkFeature> office(EntityFacts facts, WikidataEntity item) {
        LinkFeature best = null;
        for (EntityFacts.Held held : facts.offices()) {
            for (WikidataStatement position : item.of(WikidataProperties.POSITION)) {
                if (!position.value().text().equals(held.qid())) {
                    continue;
                }
                String start = position.qualifier(WikidataProperties.START);
                String end = position.qualifier(WikidataProperties.END);
                boolean fits = overlaps(held.earliest(), held.latest(), start, end);
                LinkFeature found =
                        new LinkFeature("office", fits ? 1 : -0.5, 0.25, held.label() + ", " + start + "/" + end);
                if (best == null || found.value() > best.value()) {
                    best = found;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Dates at any precision; empty ones are open. */
    static boolean overlaps(String from, String to, String start, String end) {
        return (to.isEmpty() || start.isEmpty() || prefix(start, to).compareTo(prefix(to, start)) <= 0)
                && (from.isEmpty() || end.isEmpty() || prefix(end, from).compareTo(prefix(from, end)) >= 0);
    }

    private static String prefix(String date, String other) {
        return date.substring(0, Math.min(date.length(), other.length()));
    }

    private static Optional<LinkFeature> country(EntityFacts facts, WikidataEntity item) {
        Set<String> theirs = new java.util.TreeSet<>();
        for (String property : List.of(
                WikidataProperties.COUNTRY,
                WikidataProperties.CITIZENSHIP,
                WikidataProperties.JURISDICTION,
                WikidataProperties.WITHIN)) {
            theirs.addAll(item.values(property));
        }
        if (theirs.isEmpty() || facts.countries().isEmpty()) {
            return Optional.empty();
        }
        boolean agrees = theirs.stream().anyMatch(facts.countries()::contains);
        String detail = String.join(", ", theirs).toUpperCase(Locale.ROOT);
        return Optional.of(new LinkFeature("country", agrees ? 1 : -1, agrees ? 0.1 : 0.2, detail));
    }
}
