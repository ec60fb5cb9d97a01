package org.entente.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.dossier.DossierFacts.Contact;
import org.entente.dossier.DossierFacts.Part;
import org.entente.dossier.DossierFacts.Side;
import org.entente.dossier.DossierRow.Outcome;
import org.entente.dossier.DossierRow.Pair;
import org.entente.dossier.DossierRow.Presence;
import org.entente.encounter.Attestation;
import org.entente.encounter.Confidence;
import org.entente.encounter.EncounterQueries;
import org.entente.encounter.EntityNamesReader;
import org.entente.encounter.Level;
import org.entente.encounter.Named;
import org.entente.evidence.Dispute;
import org.entente.evidence.Disputes;
import org.entente.evidence.Evidence;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;
import org.entente.store.LanguageOrder;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from the facts which event stands in which tier: the strongest encounter of people of the two sides at that event, and
 * where the rules made none, the status of the event and the attendance of both.
 */
final class DossierRows {
    /** Spans longer than this put nobody in the same place on the same days. */
    private static final int NARROW_DAYS = 7;

    private final DossierFacts facts;
    private final Map<Node, Set<Node>> around;
    private final PossibleHolders holders;
    private final EntityNamesReader names;
    private final Evidence evidence;

    /** @param around what {@link #around} found */
    DossierRows(DossierFacts facts, Map<Node, Set<Node>> around, EntityNamesReader names, Evidence evidence) {
        this.facts = facts;
        this.around = around;
        this.holders = new PossibleHolders(facts);
        this.names = names;
        this.evidence = evidence;
    }

    /** The places of the events to the places around them, where the sides are narrow enough for that to tell something. */
    static Map<Node, Set<Node>> around(DossierFacts facts, EncounterQueries queries) {
        Map<Node, Set<Node>> around = new HashMap<>();
        if (facts.narrow()) {
            Set<Node> places = new LinkedHashSet<>();
            for (Side side : List.of(facts.a, facts.b)) {
                side.participations.keySet().forEach(event -> places.addAll(facts.of(event, EntProperty.PLACE)));
            }
            queries.ask(InternalQuery.DOSSIER_PLACES, "place", places)
                    .forEach(row -> around.computeIfAbsent(row.bound("place"), p -> new HashSet<>())
                            .add(row.bound("around")));
        }
        return around;
    }

    List<DossierRow> rows() {
        List<DossierRow> rows = new ArrayList<>();
        Set<Node> covered = new HashSet<>();
        facts.common.forEach(event -> row(event).ifPresent(row -> {
            rows.add(row);
            covered.add(event);
        }));
        if (facts.narrow()) {
            rows.addAll(samePlaceAndTime(covered));
        }
        rows.sort(Comparator.comparing(DossierRow::tier)
                .thenComparing(row -> begin(row.event().node()))
                .thenComparing(row -> row.event().node().toString())
                .thenComparing(
                        row -> row.otherEvent().map(e -> e.node().toString()).orElse("")));
        return rows;
    }

    private LocalDate begin(Node event) {
        return facts.dates(event).stream()
                .map(date -> DossierFacts.bounds(date).earliestStart())
                .filter(start -> start != null)
                .min(Comparator.naturalOrder())
                .orElse(facts.dates(event).stream()
                        .map(date -> DossierFacts.bounds(date).latestEnd())
                        .filter(end -> end != null)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.MAX));
    }

    private Optional<DossierRow> row(Node event) {
        Map<Node, Part> parts = facts.parts.getOrDefault(event, Map.of());
        List<Part> ofA = parts(parts, facts.a.at(event), facts.b.at(event));
        List<Part> ofB = parts(parts, facts.b.at(event), facts.a.at(event));
        List<Contact> strongest = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        ContactCategory best = null;
        for (Contact contact : facts.contacts.getOrDefault(event, List.of())) {
            Optional<Pair> pair = pair(contact, event, parts);
            if (pair.isEmpty()) {
                continue;
            }
            pairs.add(pair.get());
            ContactCategory tier = tier(contact.level());
            if (best == null || tier.compareTo(best) < 0) {
                best = tier;
                strongest.clear();
            }
            if (tier == best) {
                strongest.add(contact);
            }
        }
        ContactCategory tier = best == null ? withoutEncounter(event, ofA, ofB).orElse(null) : best;
        if (tier == null) {
            return Optional.empty();
        }
        List<Part> shownA = withHolders(ofA, pairs, true, parts);
        List<Part> shownB = withHolders(ofB, pairs, false, parts);
        int witnesses =
                strongest.stream().mapToInt(Contact::witnesses).max().orElse(number(event, EntProperty.WITNESS_COUNT));
        Confidence confidence = strongest.stream()
                .map(Contact::confidence)
                .max(Comparator.naturalOrder())
                .orElse(facts.of(event, EntProperty.CONFIDENCE).stream()
                        .map(Confidence::of)
                        .findFirst()
                        .orElse(Confidence.NONE));
        return Optional.of(new DossierRow(
                tier,
                names.of(event),
                Optional.empty(),
                true,
                facts.of(event, EntProperty.STATUS).stream().findFirst().map(names::of),
                facts.dates(event),
                names.of(facts.of(event, EntProperty.PLACE)),
                presences(event, shownA),
                presences(event, shownB),
                names.of(facts.of(event, EntProperty.TOPIC)),
                outcomes(event),
                pairs,
                holders.of(event, List.of(shownA, shownB), names),
                evidence.testimonies(facts.accounts.getOrDefault(event, List.of()), reports(shownA), reports(shownB)),
                witnesses,
                confidence,
                disputes(event, shownA, shownB)));
    }

    /** Those of one side; who stands on both sides, as people of a body inside another body do, counts for the narrower. */
    private List<Part> parts(Map<Node, Part> all, Set<Node> own, Set<Node> others) {
        List<Part> mine = own.stream().map(all::get).filter(p -> p != null).toList();
        boolean nested = own.containsAll(others) && own.size() > others.size();
        return nested
                ? mine.stream().filter(part -> !others.contains(part.node())).toList()
                : mine;
    }

    private Optional<Pair> pair(Contact contact, Node event, Map<Node, Part> parts) {
        if (contact.level() == Level.CANDIDATE) {
            return Optional.empty(); // the row of the office says it, and why
        }
        boolean oneInA = stands(contact.one(), facts.a, event, parts);
        boolean oneInB = stands(contact.one(), facts.b, event, parts);
        boolean otherInA = stands(contact.other(), facts.a, event, parts);
        boolean otherInB = stands(contact.other(), facts.b, event, parts);
        if (oneInA && oneInB && otherInA && otherInB) {
            return Optional.empty();
        }
        if (oneInA && otherInB) {
            return Optional.of(pair(contact, contact.one(), contact.other()));
        }
        return oneInB && otherInA ? Optional.of(pair(contact, contact.other(), contact.one())) : Optional.empty();
    }

    private Pair pair(Contact contact, Node a, Node b) {
        return new Pair(
                contact.node(), names.of(a), names.of(b), contact.level(), contact.witnesses(), contact.confidence());
    }

    /** Whether a person or post at the event is one of the side, for certain or as possible holder of a post. */
    private boolean stands(Node who, Side side, Node event, Map<Node, Part> parts) {
        if (side.singles.contains(who)) {
            return true;
        }
        if (side.at(event).stream().map(parts::get).anyMatch(part -> part != null && who.equals(part.who()))) {
            return true;
        }
        return side.posts.getOrDefault(who, Set.of()).stream().anyMatch(holder -> holders.may(holder, who, event));
    }

    /** The participations of the side, and those by an office that somebody of the side may have held. */
    private static List<Part> withHolders(List<Part> own, List<Pair> pairs, boolean first, Map<Node, Part> parts) {
        Map<Node, Part> all = new LinkedHashMap<>();
        own.forEach(part -> all.put(part.node(), part));
        for (Pair pair : pairs) {
            Node who = (first ? pair.a() : pair.b()).node();
            parts.values().stream()
                    .filter(part -> who.equals(part.who()))
                    .forEach(part -> all.putIfAbsent(part.node(), part));
        }
        return List.copyOf(all.values());
    }

    private static ContactCategory tier(Level level) {
        return switch (level) {
            case MET -> ContactCategory.MET;
            case MET_HOLDER_OF, CANDIDATE -> ContactCategory.BY_OFFICE;
            case CO_ATTENDED -> ContactCategory.SAME_EVENT;
            case TRAVELLED_WITH -> ContactCategory.TRAVELLED;
            case ANNOUNCED, ANNOUNCED_HOLDER_OF -> ContactCategory.ANNOUNCED;
        };
    }

    /** For larger announced events, groups, bodies, contradicted events: the rules make encounters of named persons only. */
    private Optional<ContactCategory> withoutEncounter(Node event, List<Part> ofA, List<Part> ofB) {
        boolean two = ofA.stream().anyMatch(x -> ofB.stream()
                .anyMatch(y -> !x.node().equals(y.node())
                        && (x.who() == null || !x.who().equals(y.who()))));
        Set<Node> status = facts.of(event, EntProperty.STATUS);
        if (!two || status.isEmpty()) {
            return Optional.empty();
        }
        if (status.contains(EntConcept.CONTRADICTED)) {
            return Optional.of(ContactCategory.CONTRADICTED);
        }
        if (absent(ofA) || absent(ofB)) {
            return Optional.of(ContactCategory.NOT_HELD);
        }
        if (status.contains(EntConcept.ANNOUNCED)) {
            return Optional.of(ContactCategory.ANNOUNCED);
        }
        if (!status.contains(EntConcept.HELD)) {
            return Optional.of(ContactCategory.NOT_HELD);
        }
        if (ofA.stream().noneMatch(Part::attended) || ofB.stream().noneMatch(Part::attended)) {
            return Optional.of(ContactCategory.EXPECTED);
        }
        if (facts.of(event, org.apache.jena.vocabulary.RDF.type.asNode()).contains(EntClass.DELEGATION_TRIP)) {
            return ofA.stream().anyMatch(x -> ofB.stream().anyMatch(y -> sameSide(x, y)))
                    ? Optional.of(ContactCategory.TRAVELLED)
                    : Optional.empty();
        }
        return Optional.of(ContactCategory.SAME_EVENT);
    }

    private static boolean absent(List<Part> parts) {
        return !parts.isEmpty()
                && parts.stream().allMatch(p -> p.of(EntProperty.ATTENDANCE).contains(EntConcept.ABSENT));
    }

    private static boolean sameSide(Part one, Part other) {
        return one.of(EntProperty.ON_BEHALF_OF).stream().anyMatch(other.of(EntProperty.ON_BEHALF_OF)::contains)
                || one.of(EntProperty.IN_DELEGATION).stream().anyMatch(other.of(EntProperty.IN_DELEGATION)::contains);
    }

    private int number(Node event, Node property) {
        return facts.of(event, property).stream()
                .map(node -> Integer.parseInt(node.getLiteralLexicalForm()))
                .findFirst()
                .orElse(0);
    }

    private static Set<Node> reports(Collection<Part> parts) {
        Set<Node> reports = new HashSet<>();
        parts.forEach(part -> reports.addAll(part.of(EntProperty.SUPPORTED_BY)));
        return reports;
    }

    private List<Presence> presences(Node event, List<Part> parts) {
        return parts.stream()
                .map(part -> presence(event, part))
                .distinct()
                .sorted(Comparator.comparing((Presence p) -> p.who().label()))
                .toList();
    }

    private Presence presence(Node event, Part part) {
        Node who = part.who();
        Named named = who == null ? group(part) : names.of(who);
        Set<Node> offices = part.of(EntProperty.OFFICE_AT_DATE).isEmpty()
                ? part.of(EntProperty.AS_HOLDER_OF)
                : part.of(EntProperty.OFFICE_AT_DATE);
        return new Presence(
                named,
                part.byOffice(),
                offices(who, offices),
                facts.titles.getOrDefault(event, List.of()).stream()
                        .filter(row -> row.bound("who").equals(who))
                        .map(row -> row.text("title"))
                        .distinct()
                        .toList(),
                part.of(EntProperty.TITLE_IN_DOUBT).stream()
                        .map(Node::getLiteralLexicalForm)
                        .sorted()
                        .toList(),
                names.of(part.of(EntProperty.ROLE)),
                names.of(part.of(EntProperty.ATTENDANCE)),
                names.of(part.of(EntProperty.ON_BEHALF_OF)));
    }

    /** Offices, in the feminine form of the language if a source calls the person so. */
    private List<Named> offices(@Nullable Node who, Set<Node> offices) {
        List<Row> feminine = who == null ? List.of() : facts.feminine.getOrDefault(who, List.of());
        return names.of(offices).stream()
                .map(office -> feminine.stream()
                        .filter(row -> row.bound("post").equals(office.node())
                                && row.bound("label").getLiteralLanguage().equals(evidence.language()))
                        .map(row -> new Named(office.node(), row.text("label")))
                        .findFirst()
                        .orElse(office))
                .toList();
    }

    private Named group(Part part) {
        return LanguageOrder.best(part.of(EntProperty.GROUP_DESCRIPTION), Node::getLiteralLanguage, evidence.language())
                .map(description -> new Named(part.node(), description.getLiteralLexicalForm()))
                .orElseGet(() -> names.of(part.node()));
    }

    private List<Outcome> outcomes(Node event) {
        Map<Node, Outcome> outcomes = new LinkedHashMap<>();
        facts.outcomes
                .getOrDefault(event, List.of())
                .forEach(row -> outcomes.putIfAbsent(
                        row.bound("agreement"),
                        new Outcome(
                                names.of(row.bound("agreement")),
                                names.of(row.node("status")),
                                names.of(row.node("kind")))));
        return List.copyOf(outcomes.values());
    }

    /** What concerns the event or those of the two sides who are shown; not the office of somebody else who was there. */
    private List<Dispute> disputes(Node event, List<Part> ofA, List<Part> ofB) {
        Set<Node> shown = new HashSet<>(facts.a.singles);
        shown.addAll(facts.b.singles);
        Stream.concat(ofA.stream(), ofB.stream())
                .flatMap(part -> Optional.ofNullable(part.who()).stream())
                .forEach(shown::add);
        return new Disputes(evidence, facts.rationales)
                .of(facts.disputes.getOrDefault(event, List.of())).stream()
                        .filter(dispute -> dispute.concerns(shown))
                        .toList();
    }

    private List<DossierRow> samePlaceAndTime(Set<Node> covered) {
        List<DossierRow> rows = new ArrayList<>();
        List<Node> ofA = narrowEvents(facts.a, covered);
        List<Node> ofB = narrowEvents(facts.b, covered);
        for (Node one : ofA) {
            for (Node other : ofB) {
                TimeBounds when = facts.bounds(one);
                if (!one.equals(other)
                        && !facts.of(one, EntProperty.PART_OF).contains(other)
                        && !facts.of(other, EntProperty.PART_OF).contains(one)
                        && when.possiblyOverlaps(facts.bounds(other))) {
                    Set<Node> places = samePlaces(one, other);
                    if (!places.isEmpty()) {
                        rows.add(near(one, other, places, when.certainlyOverlaps(facts.bounds(other))));
                    }
                }
            }
        }
        return rows;
    }

    private List<Node> narrowEvents(Side side, Set<Node> covered) {
        return side.participations.entrySet().stream()
                .filter(e -> !covered.contains(e.getKey())
                        && facts.of(e.getKey(), EntProperty.STATUS).contains(EntConcept.HELD))
                .filter(e -> e.getValue().stream()
                        .map(facts.parts.getOrDefault(e.getKey(), Map.of())::get)
                        .anyMatch(part -> part != null && part.attended()))
                .map(Map.Entry::getKey)
                .filter(event -> isNarrow(facts.bounds(event)))
                .toList();
    }

    private static boolean isNarrow(TimeBounds bounds) {
        return bounds.earliestStart() != null
                && bounds.latestEnd() != null
                && ChronoUnit.DAYS.between(bounds.earliestStart(), bounds.latestEnd()) < NARROW_DAYS;
    }

    private Set<Node> samePlaces(Node one, Node other) {
        Set<Node> common = new LinkedHashSet<>();
        for (Node p : facts.of(one, EntProperty.PLACE)) {
            for (Node q : facts.of(other, EntProperty.PLACE)) {
                if (around.getOrDefault(p, Set.of()).contains(q)) {
                    common.add(q);
                } else if (around.getOrDefault(q, Set.of()).contains(p)) {
                    common.add(p);
                }
            }
        }
        return common;
    }

    private DossierRow near(Node one, Node other, Set<Node> places, boolean certain) {
        List<Part> ofA = parts(facts.parts.getOrDefault(one, Map.of()), facts.a.at(one), Set.of());
        List<Part> ofB = parts(facts.parts.getOrDefault(other, Map.of()), facts.b.at(other), Set.of());
        List<Attestation> reports = new ArrayList<>(
                evidence.testimonies(facts.accounts.getOrDefault(one, List.of()), reports(ofA), Set.of()));
        reports.addAll(evidence.testimonies(facts.accounts.getOrDefault(other, List.of()), Set.of(), reports(ofB)));
        List<String> dates = new ArrayList<>(facts.dates(one));
        facts.dates(other).stream().filter(d -> !dates.contains(d)).forEach(dates::add);
        return new DossierRow(
                ContactCategory.SAME_PLACE_AND_TIME,
                names.of(one),
                Optional.of(names.of(other)),
                certain,
                facts.of(one, EntProperty.STATUS).stream().findFirst().map(names::of),
                dates,
                names.of(places),
                presences(one, ofA),
                presences(other, ofB),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                reports,
                0,
                Confidence.LOW,
                List.of());
    }
}
