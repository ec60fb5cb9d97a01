package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.names.NameHit;
import org.entente.names.NameMatches;
import org.entente.names.NameReason;
import org.entente.names.OfficeTitle;
import org.entente.wikidata.GeoPoint;
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
    public static final String VERSION = "link-rules-2";

    /** From this score on an item is worth being proposed: the name agrees and nothing contradicts. */
    public static final double WORTH_PROPOSING = 0.65;

    private static final int MOST = 5;
    private static final int SEARCHED = 30;
    private static final double LEAST = 0.35;
    private static final double GOOD_NAME = 0.7;
    private static final int NEAR = 15;
    private static final int FAR = 40;
    private static final Pattern ACRONYM = Pattern.compile("(?=.*\\p{Lu}.*\\p{Lu})\\p{Lu}[\\p{L}\\d.-]{1,5}");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^)]*\\)$");

    /** What a polity or post must score, and by how much lead, for others to be ranked as if it were that item. */
    private static final double LIKELY = 0.7;

    private static final double LEAD = 0.1;

    private final DatasetGraph dataset;
    private final RankingMemory memory;
    private final Links links;
    private final Map<String, Optional<String>> items = new HashMap<>();

    /** For one state of a store; call inside the transaction of the dataset. */
    public CandidateRanking(DatasetGraph dataset, SnapshotIndex index) {
        this(dataset, new RankingMemory(index));
    }

    /** With what was worked out about the same snapshot before; call inside the transaction of the dataset. */
    public CandidateRanking(DatasetGraph dataset, RankingMemory memory) {
        this.dataset = dataset;
        this.memory = memory;
        this.links = Links.in(dataset);
    }

    /** The candidates of an entity, best first, at most five. */
    public List<LinkCandidate> of(String entity) {
        return of(facts(entity));
    }

    /** One item for an entity, whether or not it is among the candidates; empty if the snapshot does not hold it. */
    public Optional<LinkCandidate> of(String entity, String qid) {
        Ours ours = new Ours(facts(entity));
        Map<String, NameHit> named = ours.kind().equals("post") ? titled(ours) : named(ours.facts());
        return memory.item(dataset, qid)
                .map(item -> candidate(ours, item, named.get(item.entity().id())));
    }

    /** What is known of an entity, its countries and offices taken for the items that they are or likely are. */
    EntityFacts facts(String entity) {
        return EntityFacts.of(dataset, entity, this::item);
    }

    /** The item that is accepted for a polity or post, else the likely one: countries first, then posts, then who held them. */
    private Optional<String> item(String entity) {
        Optional<String> known = items.get(entity);
        if (known == null) {
            // Whatever is asked for on the way has to do without it.
            items.put(entity, Optional.empty());
            known = links.accepted(entity).or(() -> likely(of(facts(entity))));
            items.put(entity, known);
        }
        return known;
    }

    private static Optional<String> likely(List<LinkCandidate> ranked) {
        boolean clear = !ranked.isEmpty()
                && ranked.getFirst().score() >= LIKELY
                && (ranked.size() == 1
                        || ranked.getFirst().score() - ranked.get(1).score() >= LEAD);
        return clear ? Optional.of(ranked.getFirst().qid()) : Optional.empty();
    }

    List<LinkCandidate> of(EntityFacts facts) {
        return memory.ranked(facts, () -> ranked(new Ours(facts)));
    }

    /** What our side brings to every comparison. */
    private record Ours(EntityFacts facts, Naming naming, Naming polities, Naming bodies) {
        Ours(EntityFacts facts) {
            this(facts, new Naming(facts.names()), new Naming(facts.polities()), new Naming(facts.bodies()));
        }

        String kind() {
            return facts.kind();
        }
    }

    private List<LinkCandidate> ranked(Ours ours) {
        EntityFacts facts = ours.facts();
        Map<String, NameHit> named = ours.kind().equals("post") ? titled(ours) : named(facts);
        Set<String> qids = new HashSet<>(named.keySet());
        facts.identifiers().forEach((scheme, values) -> WikidataProperties.BY_SCHEME
                .getOrDefault(scheme, List.of())
                .forEach(p -> values.forEach(v -> qids.addAll(memory.index().withIdentifier(p, v)))));
        return qids.stream()
                .map(qid -> memory.item(dataset, qid))
                .flatMap(Optional::stream)
                .map(item -> candidate(ours, item, named.get(item.entity().id())))
                .filter(c -> c.score() >= LEAST)
                .sorted(Comparator.comparingDouble(LinkCandidate::score)
                        .reversed()
                        .thenComparing(LinkCandidate::qid))
                .limit(MOST)
                .toList();
    }

    private Map<String, NameHit> named(EntityFacts facts) {
        Map<String, NameHit> named = new LinkedHashMap<>();
        for (String name : facts.names()) {
            for (NameHit hit : memory.index().search(name, SEARCHED)) {
                NameHit sober = sober(name, hit);
                named.merge(hit.name().entity(), sober, (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        return named;
    }

    /** The offices of the snapshot whose titles share the words of an office's own. */
    private Map<String, NameHit> titled(Ours ours) {
        TitleIndex titles = memory.titles(dataset);
        Map<String, NameHit> named = new LinkedHashMap<>();
        titles.search(ours.naming(), SEARCHED)
                .forEach((qid, score) ->
                        named.put(qid, new NameHit(titles.name(qid), score, NameMatches.Level.NONE, List.of())));
        return named;
    }

    /**
     * What a name says of identity. Three letters stand for many things: an abbreviation says little, and one that only resembles
     * another nothing. A name within a longer one is often that of something else: the party of a region, the adviser of a president.
     */
    private static NameHit sober(String name, NameHit hit) {
        String found = BRACKETS.matcher(hit.name().text()).replaceFirst("");
        if (ACRONYM.matcher(name).matches() || ACRONYM.matcher(found).matches()) {
            return hit.times(name.equalsIgnoreCase(found) ? 0.7 : 0.5);
        }
        boolean part = hit.why().contains(NameReason.PART) || hit.why().contains(NameReason.MORE);
        return part ? hit.times(0.8) : hit;
    }

    private LinkCandidate candidate(Ours ours, SnapshotItem theirs, @Nullable NameHit hit) {
        EntityFacts facts = ours.facts();
        WikidataEntity item = theirs.entity();
        List<LinkFeature> features = new ArrayList<>();
        features.add(new LinkFeature(
                "name",
                hit == null ? 0 : hit.score(),
                0.6,
                hit == null ? "" : hit.name().text() + " (" + hit.name().language() + ")"));
        names(ours, theirs).ifPresent(features::add);
        type(facts, theirs.kinds()).ifPresent(features::add);
        identifiers(facts, item).ifPresent(features::add);
        birth(facts, item).ifPresent(features::add);
        title(ours, theirs.naming()).ifPresent(features::add);
        office(facts, item, hit == null ? 0 : hit.score()).ifPresent(features::add);
        holders(facts, item).ifPresent(features::add);
        country(ours, theirs).ifPresent(features::add);
        position(facts, item).ifPresent(features::add);
        double sum = features.stream().mapToDouble(LinkFeature::contribution).sum();
        double score = Math.round(Math.clamp(sum, 0, 1) * 1_000) / 1_000.0;
        return new LinkCandidate(item.id(), item.labels(), item.descriptions(), score, List.copyOf(features));
    }

    /** How many of our names the item has, letter by letter: what decides where a province is called like its town. */
    private static Optional<LinkFeature> names(Ours ours, SnapshotItem item) {
        long same = ours.naming().sameAs(item.naming());
        int all = ours.naming().names().size();
        return same == 0
                ? Optional.empty()
                : Optional.of(new LinkFeature("names", (double) same / all, 0.02, same + " / " + all));
    }

    private static Optional<LinkFeature> type(EntityFacts facts, Set<String> kinds) {
        if (facts.kind().isEmpty()) {
            return Optional.empty();
        }
        if (kinds.isEmpty()) {
            return Optional.of(new LinkFeature("type", -0.5, 0.1, "?"));
        }
        boolean agrees = kinds.contains(facts.kind());
        String found = String.join(", ", new TreeSet<>(kinds));
        return Optional.of(new LinkFeature("type", agrees ? 1 : -1, agrees ? 0.1 : 0.5, found));
    }

    /** Of offices: whether the titles can be the same; a deputy is no chief, and the first deputy no other one. */
    private static Optional<LinkFeature> title(Ours ours, Naming theirs) {
        if (ours.kind().equals("organization")) {
            return ours.naming().titles().subjectsDiffer(theirs.titles())
                    ? Optional.of(new LinkFeature("title", -1, 0.2, ""))
                    : Optional.empty();
        }
        if (!ours.kind().equals("post") || theirs.names().isEmpty()) {
            return Optional.empty();
        }
        Naming own = ours.naming();
        String detail = theirs.names().getFirst();
        if (own.isFirst() != theirs.isFirst() || !own.numbers().equals(theirs.numbers())) {
            return Optional.of(new LinkFeature("title", -1, 0.3, detail));
        }
        Set<OfficeTitle.Verdict> verdicts = own.titles().comparedWith(theirs.titles());
        boolean agrees = verdicts.contains(OfficeTitle.Verdict.AGREES);
        // A seat says nothing against another office of its holder, but an office is no seat.
        boolean differs = verdicts.contains(OfficeTitle.Verdict.DIFFERS)
                || theirs.titles().comparedWith(own.titles()).contains(OfficeTitle.Verdict.DIFFERS);
        if (differs && !agrees) {
            return Optional.of(new LinkFeature("title", -1, 0.3, detail));
        }
        if (!own.titles().sameSubjects(theirs.titles()) || TitleComparison.crossed(own, theirs, ours.polities())) {
            return Optional.of(new LinkFeature("title", -1, 0.05, detail));
        }
        return agrees ? Optional.of(new LinkFeature("title", 1, 0.1, detail)) : Optional.empty();
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

    /** Many hold one office: it says who is meant only together with a name that agrees. */
    private static Optional<LinkFeature> office(EntityFacts facts, WikidataEntity item, double name) {
        LinkFeature best = null;
        for (EntityFacts.Held held : facts.offices()) {
            List<WikidataStatement> terms = item.of(WikidataProperties.POSITION).stream()
                    .filter(position -> position.value().text().equals(held.qid()))
                    .toList();
            OptionalDouble agreement = held.time().agreement(terms);
            if (agreement.isPresent() && (best == null || agreement.getAsDouble() > best.value())) {
                String times = terms.stream()
                        .map(term ->
                                term.qualifier(WikidataProperties.START) + "/" + term.qualifier(WikidataProperties.END))
                        .collect(Collectors.joining(", "));
                double weight = agreement.getAsDouble() < 0 ? 0.15 : name < GOOD_NAME ? 0.05 : 0.25;
                best = new LinkFeature("office", agreement.getAsDouble(), weight, held.label() + ", " + times);
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

    /** Of offices: whether those who held it held it there, as far as it is known who they are. */
    private Optional<LinkFeature> holders(EntityFacts facts, WikidataEntity item) {
        List<WikidataEntity> known = facts.holders().stream()
                .map(qid -> memory.item(dataset, qid))
                .flatMap(Optional::stream)
                .map(SnapshotItem::entity)
                .filter(person -> !person.of(WikidataProperties.POSITION).isEmpty())
                .toList();
        long there = known.stream()
                .filter(person -> person.values(WikidataProperties.POSITION).contains(item.id()))
                .count();
        String detail = there + " / " + known.size();
        if (there > 0) {
            return Optional.of(new LinkFeature("holders", 1, 0.15, detail));
        }
        return known.size() < 2 ? Optional.empty() : Optional.of(new LinkFeature("holders", -1, 0.2, detail));
    }

    /**
     * The polities on both sides. An office or body of a region is none of another region of the same state; an office without any is
     * that of no state in particular.
     */
    private static Optional<LinkFeature> country(Ours ours, SnapshotItem candidate) {
        EntityFacts facts = ours.facts();
        WikidataEntity item = candidate.entity();
        Set<String> theirs = new TreeSet<>();
        for (String property : List.of(
                WikidataProperties.COUNTRY,
                WikidataProperties.CITIZENSHIP,
                WikidataProperties.JURISDICTION,
                WikidataProperties.WITHIN)) {
            theirs.addAll(item.values(property));
        }
        String detail = String.join(", ", theirs).toUpperCase(Locale.ROOT);
        if (facts.countries().isEmpty()) {
            return Optional.empty();
        }
        if (theirs.isEmpty()) {
            if (!facts.kind().equals("post")) {
                return Optional.empty();
            }
            boolean named = TitleComparison.mention(candidate.naming(), ours.polities())
                    || TitleComparison.mention(candidate.naming(), ours.bodies());
            return Optional.of(new LinkFeature("country", named ? 1 : -1, named ? 0.1 : 0.2, ""));
        }
        List<String> jurisdiction = item.values(WikidataProperties.JURISDICTION);
        boolean elsewhere = !jurisdiction.isEmpty()
                && !facts.nearest().isEmpty()
                && jurisdiction.stream().noneMatch(facts.nearest()::contains);
        boolean agrees = !elsewhere && theirs.stream().anyMatch(facts.countries()::contains);
        return Optional.of(new LinkFeature("country", agrees ? 1 : -1, agrees ? 0.1 : 0.2, detail));
    }

    /** Where both lie: a town and the region of the same name are seldom at the same point. */
    private static Optional<LinkFeature> position(EntityFacts facts, WikidataEntity item) {
        OptionalDouble distance = item.values(WikidataProperties.COORDINATES).stream()
                .map(GeoPoint::parse)
                .flatMap(Optional::stream)
                .flatMap(theirs -> facts.point().stream().map(ours -> ours.kilometresTo(theirs)))
                .mapToDouble(Double::doubleValue)
                .min();
        if (distance.isEmpty() || distance.getAsDouble() > NEAR && distance.getAsDouble() < FAR) {
            return Optional.empty();
        }
        boolean near = distance.getAsDouble() <= NEAR;
        return Optional.of(new LinkFeature(
                "position", near ? 1 : -1, near ? 0.15 : 0.3, Math.round(distance.getAsDouble()) + " km"));
    }
}
