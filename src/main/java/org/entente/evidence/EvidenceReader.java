package org.entente.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.entente.encounter.Attestation;
import org.entente.encounter.Confidence;
import org.entente.encounter.EncounterQueries;
import org.entente.encounter.EntityNamesReader;
import org.entente.encounter.Level;
import org.entente.evidence.EvidenceRecord.Account;
import org.entente.evidence.EvidenceRecord.Kind;
import org.entente.evidence.EvidenceRecord.Printed;
import org.entente.evidence.EvidenceRecord.Rule;
import org.entente.evidence.EvidenceRecord.Sign;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.network.Connections;
import org.entente.network.PathStep;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Gathers what stands behind one thing. Reads only; all questions see one state of the collection. */
public final class EvidenceReader {
    private final Select select;
    private final EncounterQueries queries;
    private final String language;

    private EvidenceReader(String language, Select select) {
        this.select = select;
        this.queries = new EncounterQueries(select);
        this.language = language;
    }

    /**
     * The evidence of a thing: an encounter, event, participation, report, agreement, tenure, conflict, decision, document, figure,
     * or anything else that reports speak of.
     *
     * @param most largest number of reports
     * @param select asks one state of the collection
     * @return empty where the collection says nothing of the thing
     */
    public static Optional<EvidenceRecord> read(Node thing, String language, int most, Select select) {
        return new EvidenceReader(language, select).read(thing, most);
    }

    private Optional<EvidenceRecord> read(Node thing, int most) {
        ThingFacts facts =
                new ThingFacts(grouped(queries.ask(InternalQuery.EVIDENCE_FACTS, "of", List.of(thing)), "property"));
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Set<Node> subjects = subjects(thing, facts);
        Set<Node> all = nodes(queries.ask(InternalQuery.EVIDENCE_REPORTS, "of", List.of(thing)), "report");
        Set<Node> shown = all.stream().limit(most).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Node, List<Row>> accounts =
                grouped(queries.ask(InternalQuery.EVIDENCE_ACCOUNTS, "report", shown), "report");
        Map<Node, List<Row>> printed = grouped(queries.ask(InternalQuery.EVIDENCE_PRINTED, "report", shown), "report");
        List<Row> disputed = queries.ask(InternalQuery.ENCOUNTER_DISPUTES, "event", subjects);
        List<Row> decided = queries.ask(InternalQuery.EVIDENCE_DECISIONS, "of", subjects);
        Set<Node> decisions = new LinkedHashSet<>(nodes(disputed, "decision"));
        decisions.addAll(nodes(decided, "decision"));
        if (facts.values(RDF.type.asNode()).contains(EntClass.DECISION)) {
            decisions.add(thing);
        }
        Map<Node, List<Row>> rationales =
                grouped(queries.ask(InternalQuery.ENCOUNTER_RATIONALES, "decision", decisions), "decision");
        List<Node> rules = facts.values(EntProperty.RULE);
        List<Row> definitions = queries.ask(InternalQuery.EVIDENCE_RULES, "rule", rules);
        Set<Node> mentioned = new LinkedHashSet<>(queries.seen());
        mentioned.add(thing);
        EntityNamesReader names =
                new EntityNamesReader(language, queries.ask(InternalQuery.ENCOUNTER_LABELS, "node", mentioned));
        Evidence evidence = new Evidence(names, language);
        Kind kind = kind(facts.values(RDF.type.asNode()));
        Set<Node> people = people(thing, facts, kind);
        List<Dispute> disputes = disputes(thing, disputed, new Disputes(evidence, rationales)).stream()
                .filter(dispute -> people.isEmpty() || dispute.concerns(people))
                .toList();
        Optional<PathStep> hop = facts.values(RDF.type.asNode()).contains(EntClass.ENCOUNTER)
                ? Connections.in(select.dataset()).encounter(thing, language)
                : Optional.empty();
        Confidence confidence = facts.values(EntProperty.CONFIDENCE).stream()
                .findFirst()
                .map(Confidence::of)
                .orElse(Confidence.NONE);
        return Optional.of(new EvidenceRecord(
                names.of(thing),
                kind,
                new ClaimSentences(language, names, facts).say(thing, kind, hop),
                names.of(subjects),
                accounts.entrySet().stream()
                        .map(e -> account(
                                e.getValue(), printed.getOrDefault(e.getKey(), List.of()), people, evidence, names))
                        .toList(),
                all.size(),
                disputes,
                decisions(thing, kind, facts, decided, disputes, new Disputes(evidence, rationales)),
                rules.stream()
                        .findFirst()
                        .map(rule -> new Rule(names.of(rule), evidence.best(definitions, "definition"))),
                names.of(facts.values(EntProperty.OFFICE_INFERRED_FROM)),
                witnesses(facts, accounts),
                confidence,
                sign(facts, kind, hop, confidence, disputes)));
    }

    /** What the thing belongs to and what may be disputed: events, or itself. */
    private static Set<Node> subjects(Node thing, ThingFacts facts) {
        Set<Node> subjects = new LinkedHashSet<>();
        for (Node property : List.of(
                EntProperty.VIA_EVENT,
                EntProperty.IN_EVENT,
                EntProperty.REPORTS,
                EntProperty.CONFLICT_ON,
                EntProperty.DECIDES_ON)) {
            subjects.addAll(facts.values(property));
        }
        if (subjects.isEmpty()) {
            subjects.add(thing);
        }
        return subjects;
    }

    /** Those whose printed names matter; none means everybody's. */
    private static Set<Node> people(Node thing, ThingFacts facts, Kind kind) {
        Set<Node> people = new LinkedHashSet<>();
        for (Node property :
                List.of(EntProperty.BETWEEN, EntProperty.PARTICIPANT, EntProperty.AS_HOLDER_OF, EntProperty.HOLDER)) {
            people.addAll(facts.values(property));
        }
        if (people.isEmpty() && kind == Kind.THING) {
            people.add(thing);
        }
        return people;
    }

    private static Account account(
            List<Row> rows, List<Row> printed, Set<Node> people, Evidence evidence, EntityNamesReader names) {
        Attestation testimony = evidence.testimonies(rows, Set.of(), Set.of()).getFirst();
        return new Account(
                testimony,
                names.of(nodes(rows, "from")),
                printed.stream()
                        .filter(row -> !row.has("who") || people.isEmpty() || people.contains(row.bound("who")))
                        .map(row -> new Printed(
                                names.of(row.bound("what")),
                                names.of(row.node("who")),
                                row.text("text"),
                                row.language("text")))
                        .toList(),
                rows.getFirst().has("digest") && !testimony.locator().isEmpty());
    }

    /** Those of the thing's own conflict only, where it is one. */
    private static List<Dispute> disputes(Node thing, List<Row> rows, Disputes disputes) {
        List<Dispute> all = grouped(rows, "event").values().stream()
                .flatMap(of -> disputes.of(of).stream())
                .distinct()
                .toList();
        List<Dispute> own =
                all.stream().filter(dispute -> dispute.conflict().equals(thing)).toList();
        return own.isEmpty() ? all : own;
    }

    private static List<Dispute.Choice> decisions(
            Node thing, Kind kind, ThingFacts facts, List<Row> rows, List<Dispute> disputes, Disputes reader) {
        Set<Node> settling = disputes.stream()
                .flatMap(dispute -> dispute.decision().stream())
                .map(choice -> choice.decision().node())
                .collect(Collectors.toSet());
        return grouped(rows, "decision").entrySet().stream()
                .filter(e -> !settling.contains(e.getKey()))
                .filter(e -> kind != Kind.DECISION || e.getKey().equals(thing))
                .map(e -> reader.choice(e.getValue().getFirst(), Set.copyOf(facts.values(EntProperty.PREFERS))))
                .toList();
    }

    private static Kind kind(List<Node> types) {
        List<Map.Entry<Node, Kind>> kinds = List.of(
                Map.entry(EntClass.ENCOUNTER, Kind.ENCOUNTER),
                Map.entry(EntClass.PARTICIPATION, Kind.PARTICIPATION),
                Map.entry(EntClass.TENURE, Kind.TENURE),
                Map.entry(EntClass.CONFLICT, Kind.CONFLICT),
                Map.entry(EntClass.DECISION, Kind.DECISION),
                Map.entry(EntClass.AGREEMENT, Kind.AGREEMENT),
                Map.entry(EntClass.AGREEMENT_BATCH, Kind.AGREEMENT),
                Map.entry(EntClass.OBSERVATION, Kind.FIGURE),
                Map.entry(EntClass.REPORTED_CHANGE, Kind.FIGURE),
                Map.entry(EntClass.REPORT, Kind.REPORT),
                Map.entry(EntClass.DOCUMENT, Kind.DOCUMENT),
                Map.entry(EntClass.EVENT, Kind.EVENT));
        return kinds.stream()
                .filter(e -> types.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.THING);
    }

    private static Sign sign(
            ThingFacts facts, Kind kind, Optional<PathStep> hop, Confidence confidence, List<Dispute> disputes) {
        if (hop.map(PathStep::level).filter(Level.CANDIDATE::equals).isPresent()) {
            return Sign.DERIVED;
        }
        if (!disputes.isEmpty()) {
            return Sign.DISPUTE;
        }
        if (facts.values(EntProperty.STATUS).contains(EntConcept.ANNOUNCED)
                || hop.filter(h -> !h.level().happened()).isPresent()) {
            return Sign.ANNOUNCED;
        }
        return confidence == Confidence.LOW ? Sign.DOUBT : Sign.STATED;
    }

    private static int witnesses(ThingFacts facts, Map<Node, List<Row>> accounts) {
        List<Node> counted = facts.values(EntProperty.WITNESS_COUNT);
        if (!counted.isEmpty()) {
            return Integer.parseInt(counted.getFirst().getLiteralLexicalForm());
        }
        Set<Node> roots = new LinkedHashSet<>();
        accounts.values()
                .forEach(rows ->
                        rows.forEach(row -> roots.add(row.has("root") ? row.bound("root") : row.bound("document"))));
        return roots.size();
    }

    private static Set<Node> nodes(List<Row> rows, String variable) {
        return rows.stream()
                .filter(row -> row.has(variable))
                .map(row -> row.bound(variable))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Node, List<Row>> grouped(List<Row> rows, String by) {
        Map<Node, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.bound(by), n -> new ArrayList<>()).add(row));
        return groups;
    }
}
