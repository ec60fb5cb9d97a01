package org.entente.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.encounter.Confidence;
import org.entente.encounter.EncounterQueries;
import org.entente.encounter.Level;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.jspecify.annotations.Nullable;

/** What the collection says about two sides and their events, before anything is concluded from it. */
final class DossierFacts {
    /** One of the two sides. */
    static final class Side {
        final Set<Node> asked = new LinkedHashSet<>();
        final Set<Node> bodies = new LinkedHashSet<>();
        /** Persons and posts. */
        final Set<Node> singles = new LinkedHashSet<>();
        /** Posts that the persons held at some time. */
        final Map<Node, Set<Node>> posts = new LinkedHashMap<>();

        final Map<Node, Set<Node>> participations = new LinkedHashMap<>();
        final Map<Node, Set<Node>> byAsked = new HashMap<>();

        Set<Node> at(Node event) {
            return participations.getOrDefault(event, Set.of());
        }
    }

    /** A derived participation. */
    record Part(Node node, Node event, Map<Node, Set<Node>> values) {
        Set<Node> of(Node property) {
            return values.getOrDefault(property, Set.of());
        }

        /** The person or body; the post where nobody is named; null for an unnamed group. */
        @Nullable
        Node who() {
            return of(EntProperty.PARTICIPANT).stream()
                    .findFirst()
                    .or(() -> of(EntProperty.AS_HOLDER_OF).stream().findFirst())
                    .orElse(null);
        }

        boolean byOffice() {
            return of(EntProperty.PARTICIPANT).isEmpty()
                    && !of(EntProperty.AS_HOLDER_OF).isEmpty();
        }

        boolean attended() {
            return of(EntProperty.ATTENDANCE).contains(EntConcept.ATTENDED)
                    || of(EntProperty.ATTENDANCE).contains(EntConcept.REPRESENTED);
        }
    }

    /** A derived encounter. */
    record Contact(
            Node node,
            Node event,
            Level level,
            Node one,
            Node other,
            int witnesses,
            Confidence confidence,
            Set<Node> reports) {}

    private final EncounterQueries queries;
    final Map<Node, Node> kinds = new HashMap<>();
    final Side a;
    final Side b;
    final Map<Node, List<Contact>> contacts = new LinkedHashMap<>();
    private final Map<Node, Map<Node, Set<Node>>> events = new LinkedHashMap<>();
    final Map<Node, Map<Node, Part>> parts = new LinkedHashMap<>();
    final Map<Node, List<Row>> accounts = new LinkedHashMap<>();
    final Map<Node, List<Row>> titles = new HashMap<>();
    /** For women: what their offices are called, by person. */
    final Map<Node, List<Row>> feminine = new HashMap<>();

    final Map<Node, List<Row>> disputes = new HashMap<>();
    final Map<Node, List<Row>> rationales = new HashMap<>();
    final Map<Node, List<Row>> outcomes = new HashMap<>();
    final Map<Node, List<Row>> holders = new HashMap<>();
    /** Events to conclude from, those of one side only not among them. */
    final Set<Node> common = new LinkedHashSet<>();

    DossierFacts(EncounterQueries queries, Collection<Node> askedA, Collection<Node> askedB) {
        this.queries = queries;
        Set<Node> both = new LinkedHashSet<>(askedA);
        both.addAll(askedB);
        queries.ask(InternalQuery.DOSSIER_KINDS, "asked", both)
                .forEach(row -> kinds.put(row.bound("asked"), row.bound("kind")));
        a = side(askedA);
        b = side(askedB);
        readContacts();
        readEvents();
    }

    private Side side(Collection<Node> asked) {
        Side side = new Side();
        side.asked.addAll(asked);
        asked.forEach(node -> (kinds.containsKey(node)
                                && !kinds.get(node).equals(EntClass.PERSON)
                                && !kinds.get(node).equals(EntClass.POST)
                        ? side.bodies
                        : side.singles)
                .add(node));
        queries.askAndShow(InternalQuery.DOSSIER_PARTICIPATIONS, Map.of("asked", side.singles))
                .forEach(row -> take(side, row));
        queries.askAndShow(InternalQuery.DOSSIER_PARTICIPATIONS_OF_BODY, Map.of("asked", side.bodies))
                .forEach(row -> take(side, row));
        queries.ask(InternalQuery.DOSSIER_POSTS, "holder", side.singles).forEach(row -> side.posts
                .computeIfAbsent(row.bound("post"), p -> new LinkedHashSet<>())
                .add(row.bound("holder")));
        return side;
    }

    private static void take(Side side, Row row) {
        side.participations
                .computeIfAbsent(row.bound("event"), e -> new LinkedHashSet<>())
                .add(row.bound("participation"));
        side.byAsked
                .computeIfAbsent(row.bound("asked"), e -> new LinkedHashSet<>())
                .add(row.bound("participation"));
    }

    private void readContacts() {
        a.participations.keySet().stream().filter(b.participations::containsKey).forEach(common::add);
        Set<Node> ones = new LinkedHashSet<>(a.singles);
        ones.addAll(a.posts.keySet());
        Set<Node> others = new LinkedHashSet<>(b.singles);
        others.addAll(b.posts.keySet());
        queries.ask(InternalQuery.DOSSIER_ENCOUNTERS_BETWEEN, Map.of("one", ones, "other", others))
                .forEach(row -> common.add(row.bound("event")));
        Map<Node, Contact> byNode = new LinkedHashMap<>();
        for (Row row : queries.askAndShow(InternalQuery.DOSSIER_ENCOUNTERS_AT, Map.of("event", common))) {
            Contact contact = byNode.computeIfAbsent(
                    row.bound("encounter"),
                    node -> new Contact(
                            node,
                            row.bound("event"),
                            Level.of(row.bound("level")).orElseThrow(),
                            row.bound("one"),
                            row.bound("other"),
                            (int) row.number("witnesses"),
                            row.has("confidence") ? Confidence.of(row.bound("confidence")) : Confidence.NONE,
                            new HashSet<>()));
            if (row.has("report")) {
                contact.reports.add(row.bound("report"));
            }
        }
        byNode.values().forEach(c -> contacts.computeIfAbsent(c.event, e -> new java.util.ArrayList<>())
                .add(c));
    }

    private void readEvents() {
        Set<Node> all = new LinkedHashSet<>(common);
        if (narrow()) {
            all.addAll(a.participations.keySet());
            all.addAll(b.participations.keySet());
        }
        queries.ask(InternalQuery.DOSSIER_EVENTS, "event", all)
                .forEach(row -> events.computeIfAbsent(row.bound("event"), e -> new HashMap<>())
                        .computeIfAbsent(row.bound("property"), p -> new LinkedHashSet<>())
                        .add(row.bound("value")));
        for (Row row : queries.ask(InternalQuery.DOSSIER_PRESENCES, "event", all)) {
            parts.computeIfAbsent(row.bound("event"), e -> new LinkedHashMap<>())
                    .computeIfAbsent(row.bound("participation"), p -> new Part(p, row.bound("event"), new HashMap<>()))
                    .values
                    .computeIfAbsent(row.bound("property"), p -> new LinkedHashSet<>())
                    .add(row.bound("value"));
        }
        group(titles, queries.ask(InternalQuery.DOSSIER_TITLES, "event", all), "event");
        group(feminine, queries.ask(InternalQuery.DOSSIER_FEMININE, "event", all), "who");
        group(accounts, queries.ask(InternalQuery.DOSSIER_ACCOUNTS, "event", all), "event");
        group(disputes, queries.ask(InternalQuery.ENCOUNTER_DISPUTES, "event", common), "event");
        group(outcomes, queries.ask(InternalQuery.DOSSIER_OUTCOMES, "event", common), "event");
        Set<Node> decisions = new LinkedHashSet<>();
        disputes.values().forEach(rows -> rows.stream()
                .filter(row -> row.has("decision"))
                .forEach(row -> decisions.add(row.bound("decision"))));
        group(rationales, queries.ask(InternalQuery.ENCOUNTER_RATIONALES, "decision", decisions), "decision");
        Set<Node> posts = new LinkedHashSet<>(a.posts.keySet());
        posts.addAll(b.posts.keySet());
        common.forEach(event -> parts.getOrDefault(event, Map.of()).values().stream()
                .filter(Part::byOffice)
                .forEach(part -> posts.add(part.who())));
        group(holders, queries.ask(InternalQuery.DOSSIER_HOLDERS, "post", posts), "post");
    }

    private static void group(Map<Node, List<Row>> into, List<Row> rows, String by) {
        rows.forEach(row -> into.computeIfAbsent(row.bound(by), n -> new java.util.ArrayList<>())
                .add(row));
    }

    /** Whether both sides are persons or posts, so that events of only one of them are few. */
    boolean narrow() {
        return a.bodies.isEmpty() && b.bodies.isEmpty();
    }

    Set<Node> of(Node event, Node property) {
        return events.getOrDefault(event, Map.of()).getOrDefault(property, Set.of());
    }

    List<String> dates(Node event) {
        return of(event, EntProperty.TIME).stream()
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .sorted()
                .toList();
    }

    /** Bounds of an event; nothing is known where sources give several times. */
    TimeBounds bounds(Node event) {
        List<String> dates = dates(event);
        return dates.size() == 1 ? bounds(dates.getFirst()) : TimeBounds.UNKNOWN;
    }

    static TimeBounds bounds(String edtf) {
        try {
            return Edtf.parse(edtf).bounds();
        } catch (EdtfException e) {
            return TimeBounds.UNKNOWN;
        }
    }
}
