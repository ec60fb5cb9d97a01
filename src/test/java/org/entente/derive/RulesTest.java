package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.Slow;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tiny accounts and what the rules make of them. Each case is a TriG file with the triples that it must give beside it; encounters,
 * conflicts and the main properties of events are always compared, others where the expected file names them.
 * {@code mvn test -Dgolden=write} writes what is there now; look at the difference before you commit it.
 */
class RulesTest {
    private static final Path CASES = Path.of("src/test/resources/rules");
    private static final Rules RULES = Rules.read(Path.of("queries/rules"));
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    /** Kinds of things and the properties of them that every case compares. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            "encounter",
                    Set.of(
                            "between",
                            "level",
                            "rule",
                            "viaEvent",
                            "witnessCount",
                            "confidence",
                            "supportedBy",
                            "joinedFromReports",
                            "officeInferredFrom"),
            "conflict", Set.of("conflictOn", "aspect", "conflictingReport", "settledBy"),
            "event", Set.of("status", "time", "place", "asAnnounced", "mode", "witnessCount", "confidence"));

    private static final Map<String, Outcome> OUTCOMES = new HashMap<>();

    /** What a case gives, once and when derived again: the triples, the size of the default graph, whom reports and decisions name. */
    private record Outcome(Graph derived, List<Triple> again, int view, int viewAgain, Set<Node> named) {}

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".trig"))
                    .map(f -> f.replace(".trig", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_account_gives_what_is_expected_and_nothing_else(String name) throws IOException {
        Path file = CASES.resolve(name + ".expected.ttl");
        Set<Triple> derived = ReadableView.of(outcome(name).derived());
        String head = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(l -> l.startsWith("# also:"))
                        .collect(Collectors.joining())
                : "";
        if (WRITE) {
            write(file, head, keep(derived, compared(head, Set.of())));
        }
        Graph written = GraphFactory.createDefaultGraph();
        RDFParser.source(file).lang(Lang.TURTLE).parse(written);
        Set<Triple> expected = written.stream().collect(Collectors.toSet());
        TreeSet<String> missing = ReadableView.lines(expected);
        TreeSet<String> unexpected = ReadableView.lines(keep(derived, compared(head, expected)));
        Set<String> common = new HashSet<>(missing);
        common.retainAll(unexpected);
        missing.removeAll(common);
        unexpected.removeAll(common);
        assertThat(missing.size() + unexpected.size())
                .as("missing:%n%s%n%nunexpected:%n%s%n", String.join("\n", missing), String.join("\n", unexpected))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void deriving_again_gives_the_same(String name) {
        Outcome outcome = outcome(name);
        assertThat(outcome.again()).hasSameElementsAs(outcome.derived().stream().toList());
        assertThat(outcome.viewAgain()).isEqualTo(outcome.view());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_encounter_is_between_two_and_leads_to_a_report_and_to_confidence(String name) {
        Graph graph = outcome(name).derived();
        for (Node encounter : subjects(graph, "Encounter")) {
            assertThat(objects(graph, encounter, "between")).hasSize(2);
            assertThat(objects(graph, encounter, "viaParticipation")).hasSize(2);
            assertThat(objects(graph, encounter, "supportedBy")).isNotEmpty();
            for (String one : List.of("level", "rule", "viaEvent", "witnessCount", "confidence")) {
                assertThat(objects(graph, encounter, one)).as(one).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nobody_takes_part_whom_neither_report_nor_decision_names(String name) {
        Outcome outcome = outcome(name);
        assertThat(outcome.derived().stream(Node.ANY, term("participant"), Node.ANY)
                        .map(Triple::getObject))
                .allMatch(outcome.named()::contains);
    }

    @Test
    void planned_is_not_met() {
        assertThat(levels("planned-is-not-met")).containsExactly("levelAnnounced");
        assertThat(levels("held-without-the-guest")).isEmpty();
    }

    @Test
    void a_trip_gives_no_meeting() {
        assertThat(levels("trip-gives-no-meeting")).doesNotContain("levelMet", "levelCoAttended");
    }

    @Test
    void a_contradicted_event_gives_no_encounter_until_a_decision() {
        assertThat(levels("held-and-denied")).isEmpty();
        assertThat(levels("held-and-denied-decided")).containsExactly("levelMet");
        assertThat(levels("denied-again-after-decision")).isEmpty();
    }

    @Test
    void what_is_claimed_is_not_held() {
        assertThat(levels("claims-do-not-count")).containsExactly("levelAnnounced");
    }

    @Test
    void a_candidate_has_not_met_anybody() {
        Graph graph = outcome("candidate").derived();
        assertThat(graph.contains(Node.ANY, term("metWith"), Node.ANY)).isFalse();
        assertThat(levels("candidate")).containsExactlyInAnyOrder("levelMetHolderOf", "levelCandidate");
    }

    @Test
    void a_decision_confirms_whom_a_report_left_unnamed() {
        assertThat(levels("confirmed-by-decision")).containsExactly("levelMet");
    }

    @Test
    void totals_make_no_agreements() {
        assertThat(outcome("eleven-stated-eight-named").derived().stream()
                        .map(t -> t.getSubject())
                        .filter(s -> ReadableView.kind(s).equals("agreement"))
                        .distinct())
                .hasSize(8);
    }

    @Test
    void a_report_that_is_added_later_makes_a_meeting_of_an_announcement() throws IOException {
        Store store = store("planned-is-not-met");
        Graph later = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        prefix ent: <https://w3id.org/entente/ontology#>
                        prefix doc: <https://w3id.org/entente/id/doc/>
                        doc:z a ent:Document .
                        doc:z-r1 a ent:Report ; ent:statedIn doc:z ; ent:modality ent:asFact ;
                          ent:reports <https://w3id.org/entente/id/event/talk> ; ent:reportedStatus ent:held .
                        doc:z-p1 a ent:Participation ; ent:inReport doc:z-r1 ; ent:role ent:counterpart ; ent:attendance ent:attended ;
                          ent:participant <https://w3id.org/entente/id/person/anna> .
                        doc:z-p2 a ent:Participation ; ent:inReport doc:z-r1 ; ent:role ent:counterpart ; ent:attendance ent:attended ;
                          ent:participant <https://w3id.org/entente/id/person/boris> .
                        """, Lang.TURTLE).parse(later);
        store.write(d -> later.stream()
                .forEach(t -> d.add(Graphs.source("z"), t.getSubject(), t.getPredicate(), t.getObject())));
        assertThat(levels(derived(store))).containsExactly("levelMet");
        store.write(d -> d.removeGraph(Graphs.source("z")));
        assertThat(levels(derived(store))).containsExactly("levelAnnounced");
    }

    @Slow
    @Test
    void a_store_on_disk_derives_the_same_as_one_in_memory() throws IOException {
        for (String name : List.of("times-intersect", "candidate", "copies-are-one-witness", "closest-place-stays")) {
            try (Store disk = Store.onDisk(Files.createTempDirectory(folder, "tdb"), RULES)) {
                RuleCase.load(CASES.resolve(name + ".trig"), Files.createTempDirectory(folder, "case"), disk);
                assertThat(derived(disk).stream())
                        .hasSameElementsAs(outcome(name).derived().stream().toList());
            }
        }
    }

    private Store store(String name) {
        try {
            Store store = Store.inMemory(RULES);
            RuleCase.load(CASES.resolve(name + ".trig"), Files.createTempDirectory(folder, "case"), store);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome outcome(String name) {
        return OUTCOMES.computeIfAbsent(name, n -> {
            Store store = store(n);
            Graph derived = derived(store);
            int view = store.read(d -> d.getDefaultGraph().size());
            store.write(d -> {});
            Set<Node> named = store.read(d -> d.stream()
                    .filter(q -> Graphs.isSource(q.getGraph()) || q.getGraph().equals(Graphs.DECISIONS))
                    .map(Quad::getObject)
                    .collect(Collectors.toSet()));
            return new Outcome(
                    derived,
                    derived(store).stream().toList(),
                    view,
                    store.read(d -> d.getDefaultGraph().size()),
                    named);
        });
    }

    private List<String> levels(String name) {
        return levels(outcome(name).derived());
    }

    private static List<String> levels(Graph derived) {
        return derived.stream(Node.ANY, term("level"), Node.ANY)
                .map(t -> t.getObject().getURI().substring(Ent.NS.length()))
                .toList();
    }

    private static Graph derived(Store store) {
        return store.read(d -> {
            Graph copy = GraphFactory.createDefaultGraph();
            d.stream(Graphs.DERIVED, Node.ANY, Node.ANY, Node.ANY).forEach(q -> copy.add(q.asTriple()));
            return copy;
        });
    }

    private static Predicate<Triple> compared(String head, Set<Triple> expected) {
        Set<String> pairs = new HashSet<>();
        ALWAYS.forEach((kind, properties) -> properties.forEach(p -> pairs.add(kind + " " + Ent.term(p))));
        expected.forEach(t -> pairs.add(
                ReadableView.kind(t.getSubject()) + " " + t.getPredicate().getURI()));
        for (String also : head.replaceFirst("# also:", "").split(",")) {
            String[] kindAndProperty = also.trim().split(" ent:");
            if (kindAndProperty.length == 2) {
                pairs.add(kindAndProperty[0] + " " + Ent.term(kindAndProperty[1]));
            }
        }
        return t -> pairs.contains(
                ReadableView.kind(t.getSubject()) + " " + t.getPredicate().getURI());
    }

    private static Set<Triple> keep(Set<Triple> triples, Predicate<Triple> compared) {
        return triples.stream().filter(compared).collect(Collectors.toSet());
    }

    private static void write(Path file, String head, Set<Triple> triples) throws IOException {
        TreeSet<String> lines = ReadableView.lines(triples);
        Map<String, String> used = new TreeMap<>(Prefixes.all());
        used.keySet().removeIf(p -> lines.stream()
                .noneMatch(l -> l.replaceAll("\"[^\"]*\"", "").matches("(.*[ ^])?" + p + ":.*")));
        StringBuilder text = new StringBuilder(head.isEmpty() ? "" : head + "\n");
        used.forEach((prefix, iri) -> text.append("@prefix %s: <%s> .%n".formatted(prefix, iri)));
        text.append("\n");
        String subject = "";
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            if (parts[0].equals(subject)) {
                text.setLength(text.length() - 2);
                text.append(";\n  ").append(parts[1]).append("\n");
            } else {
                text.append(line).append("\n");
            }
            subject = parts[0];
        }
        Files.writeString(file, text.toString());
    }

    private static Set<Node> subjects(Graph graph, String type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), term(type))
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    private static List<Node> objects(Graph graph, Node subject, String property) {
        return graph.stream(subject, term(property), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Ent.term(name));
    }
}
