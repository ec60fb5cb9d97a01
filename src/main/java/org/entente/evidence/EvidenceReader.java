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
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.entente.encounter.Attestation;
import org.entente.encounter.Confidence;
import org.entente.encounter.EncounterQueries;
import org.entente.encounter.EncounterQueries.Found;
import org.entente.encounter.EntityNamesReader;
import org.entente.encounter.Inquiry;
import org.entente.encounter.Level;
import org.entente.encounter.Terms;
import org.entente.evidence.EvidenceRecord.Account;
import org.entente.evidence.EvidenceRecord.Kind;
import org.entente.evidence.EvidenceRecord.Printed;
import org.entente.evidence.EvidenceRecord.Rule;
import org.entente.evidence.EvidenceRecord.Sign;
import org.entente.network.Connections;
import org.entente.network.PathStep;

/** Gathers what stands behind one thing. Reads only; all questions see one state of the collection. */
public final class EvidenceReader {
    private final EncounterQueries queries;
    private final DatasetGraph dataset;
    private final String language;

    private EvidenceReader(DatasetGraph dataset, String language, Inquiry inquiry) {
        this.queries = new EncounterQueries(inquiry);
        this.dataset = dataset;
        this.language = language;
    }

    /**
     * The evidence of a thing: an encounter, event, participation, report, agreement, tenure, conflict, decision, document, figure,
     * or anything else that reports speak of.
     *
     * @param dataset what the thread's read transaction sees
     * @param most how many reports are told
     * @return empty where the collection says nothing of the thing
     */
    public static Optional<EvidenceRecord> read(
            Node thing, String language, int most, DatasetGraph dataset, Inquiry inquiry) {
        return new EvidenceReader(dataset, language, inquiry).read(thing, most);
    }

    private Optional<EvidenceRecord> read(Node thing, int most) {
        Map<Node, List<Found>> facts = grouped(queries.ask("evidence-facts", "of", List.of(thing)), "property");
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Set<Node> subjects = subjects(thing, facts);
        Set<Node> all = nodes(queries.ask("evidence-reports", "of", List.of(thing)), "report");
        Set<Node> told = all.stream().limit(most).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Node, List<Found>> accounts = grouped(queries.ask("evidence-accounts", "report", told), "report");
        Map<Node, List<Found>> printed = grouped(queries.ask("evidence-printed", "report", told), "report");
        List<Found> disputed = queries.ask("disputes", "event", subjects);
        List<Found> decided = queries.ask("evidence-decisions", "of", subjects);
        Set<Node> decisions = new LinkedHashSet<>(nodes(disputed, "decision"));
        decisions.addAll(nodes(decided, "decision"));
        if (values(facts, RDF.type.asNode()).contains(Terms.term("Decision"))) {
            decisions.add(thing);
        }
        Map<Node, List<Found>> rationales = grouped(queries.ask("rationales", "decision", decisions), "decision");
        List<Node> rules = values(facts, Terms.term("rule"));
        List<Found> definitions = queries.ask("evidence-rules", "rule", rules);
        Set<Node> mentioned = new LinkedHashSet<>(queries.seen());
        mentioned.add(thing);
        EntityNamesReader names = new EntityNamesReader(language, queries.ask("labels", "node", mentioned));
        Evidence evidence = new Evidence(names, language);
        List<Dispute> disputes = disputes(thing, disputed, new Disputes(evidence, rationales));
        Optional<PathStep> hop = values(facts, RDF.type.asNode()).contains(Terms.term("Encounter"))
                ? Connections.in(dataset).encounter(thing, language)
                : Optional.empty();
        Kind kind = kind(values(facts, RDF.type.asNode()));
        Confidence confidence = values(facts, Terms.CONFIDENCE).stream()
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
                                e.getValue(),
                                printed.getOrDefault(e.getKey(), List.of()),
                                people(thing, facts, kind),
                                evidence,
                                names))
                        .toList(),
                all.size(),
                disputes,
                decisions(thing, kind, facts, decided, disputes, new Disputes(evidence, rationales)),
                rules.stream()
                        .findFirst()
                        .map(rule -> new Rule(names.of(rule), evidence.best(definitions, "definition"))),
                names.of(values(facts, Terms.term("officeInferredFrom"))),
                witnesses(facts, accounts),
                confidence,
                sign(facts, kind, hop, confidence, disputes)));
    }

    /** What the thing belongs to and what may be disputed: events, or itself. */
    private static Set<Node> subjects(Node thing, Map<Node, List<Found>> facts) {
        Set<Node> subjects = new LinkedHashSet<>();
        for (Node property : List.of(
                Terms.VIA_EVENT, Terms.IN_EVENT, Terms.term("reports"), Terms.CONFLICT_ON, Terms.term("decidesOn"))) {
            subjects.addAll(values(facts, property));
        }
        if (subjects.isEmpty()) {
            subjects.add(thing);
        }
        return subjects;
    }

    /** Those whose printed names matter; none means everybody's. */
    private static Set<Node> people(Node thing, Map<Node, List<Found>> facts, Kind kind) {
        Set<Node> people = new LinkedHashSet<>();
        for (Node property : List.of(Terms.BETWEEN, Terms.PARTICIPANT, Terms.AS_HOLDER_OF, Terms.term("holder"))) {
            people.addAll(values(facts, property));
        }
        if (people.isEmpty() && kind == Kind.THING) {
            people.add(thing);
        }
        return people;
    }

    private static Account account(
            List<Found> rows, List<Found> printed, Set<Node> people, Evidence evidence, EntityNamesReader names) {
        Attestation testimony = evidence.testimonies(rows, Set.of(), Set.of()).getFirst();
        return new Account(
                testimony,
                names.of(nodes(rows, "from")),
                printed.stream()
                        .filter(row -> !row.has("who") || people.isEmpty() || people.contains(row.node("who")))
                        .map(row -> new Printed(
                                names.of(row.node("what")),
                                names.ofNullable(row.node("who")),
                                row.text("text"),
                                row.language("text")))
                        .toList(),
                rows.getFirst().has("digest") && !testimony.locator().isEmpty());
    }

    /** Those of the thing's own conflict only, where it is one. */
    private static List<Dispute> disputes(Node thing, List<Found> rows, Disputes disputes) {
        List<Dispute> all = grouped(rows, "event").values().stream()
                .flatMap(of -> disputes.of(of).stream())
                .distinct()
                .toList();
        List<Dispute> own =
                all.stream().filter(dispute -> dispute.conflict().equals(thing)).toList();
        return own.isEmpty() ? all : own;
    }

    private static List<Dispute.Choice> decisions(
            Node thing,
            Kind kind,
            Map<Node, List<Found>> facts,
            List<Found> rows,
            List<Dispute> disputes,
            Disputes reader) {
        Set<Node> told = disputes.stream()
                .flatMap(dispute -> dispute.decision().stream())
                .map(choice -> choice.decision().node())
                .collect(Collectors.toSet());
        return grouped(rows, "decision").entrySet().stream()
                .filter(e -> !told.contains(e.getKey()))
                .filter(e -> kind != Kind.DECISION || e.getKey().equals(thing))
                .map(e -> reader.choice(e.getValue().getFirst(), Set.copyOf(values(facts, Terms.term("prefers")))))
                .toList();
    }

    private static Kind kind(List<Node> types) {
        List<Map.Entry<String, Kind>> kinds = List.of(
                Map.entry("Encounter", Kind.ENCOUNTER),
                Map.entry("Participation", Kind.PARTICIPATION),
                Map.entry("Tenure", Kind.TENURE),
                Map.entry("Conflict", Kind.CONFLICT),
                Map.entry("Decision", Kind.DECISION),
                Map.entry("Agreement", Kind.AGREEMENT),
                Map.entry("AgreementBatch", Kind.AGREEMENT),
                Map.entry("Observation", Kind.FIGURE),
                Map.entry("ReportedChange", Kind.FIGURE),
                Map.entry("Report", Kind.REPORT),
                Map.entry("Document", Kind.DOCUMENT),
                Map.entry("Event", Kind.EVENT));
        return kinds.stream()
                .filter(e -> types.contains(Terms.term(e.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.THING);
    }

    private static Sign sign(
            Map<Node, List<Found>> facts,
            Kind kind,
            Optional<PathStep> hop,
            Confidence confidence,
            List<Dispute> disputes) {
        if (hop.map(PathStep::level).filter(Level.CANDIDATE::equals).isPresent()) {
            return Sign.DERIVED;
        }
        if (!disputes.isEmpty()) {
            return Sign.DISPUTE;
        }
        if (values(facts, Terms.STATUS).contains(Terms.ANNOUNCED)
                || hop.filter(h -> !h.level().happened()).isPresent()) {
            return Sign.ANNOUNCED;
        }
        return confidence == Confidence.LOW ? Sign.DOUBT : Sign.STATED;
    }

    private static int witnesses(Map<Node, List<Found>> facts, Map<Node, List<Found>> accounts) {
        List<Node> counted = values(facts, Terms.WITNESS_COUNT);
        if (!counted.isEmpty()) {
            return Integer.parseInt(counted.getFirst().getLiteralLexicalForm());
        }
        Set<Node> roots = new LinkedHashSet<>();
        accounts.values()
                .forEach(rows ->
                        rows.forEach(row -> roots.add(row.has("root") ? row.node("root") : row.node("document"))));
        return roots.size();
    }

    static List<Node> values(Map<Node, List<Found>> facts, Node property) {
        return facts.getOrDefault(property, List.of()).stream()
                .map(row -> row.node("value"))
                .distinct()
                .toList();
    }

    private static Set<Node> nodes(List<Found> rows, String variable) {
        return rows.stream()
                .filter(row -> row.has(variable))
                .map(row -> row.node(variable))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Node, List<Found>> grouped(List<Found> rows, String by) {
        Map<Node, List<Found>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.node(by), n -> new ArrayList<>()).add(row));
        return groups;
    }
}
