package org.entente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.ShippedCollection;
import org.entente.execution.Row;
import org.entente.execution.Rows;
import org.entente.execution.Select;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Store;
import org.entente.vocab.Ent;

/**
 * The sign beside a row is that of the row: of this encounter or participation, not of another one at the same event. Each property holds
 * for any row of any question about any person, event or trip of the shipped collection.
 */
class SignsPropertyTest {
    private static final Store STORE = ShippedCollection.store();
    private static final Graph VIEW = STORE.read(data -> {
        Graph copy = GraphFactory.createDefaultGraph();
        data.getDefaultGraph().find().forEachRemaining(copy::add);
        return copy;
    });
    private static final Map<String, Rows> ANSWERS = new HashMap<>();

    /** A question and the column that says what its rows are about. */
    private record Question(String query, String parameter, String column) {}

    private static final List<Question> ABOUT_PERSONS = List.of(
            new Question("who-met", "person", "encounter"),
            new Question("met-by-office", "person", "encounter"),
            new Question("events-of-person", "person", "participation"),
            new Question("who-led", "leader", "participation"));
    private static final List<Question> ABOUT_EVENTS = List.of(new Question("event", "event", "participation"));

    /** What an answer is about, and its rows. */
    record Answer(String column, Rows rows) {}

    @Provide
    Arbitrary<Answer> answers() {
        return Arbitraries.oneOf(asked(ABOUT_PERSONS, things("Person")), asked(ABOUT_EVENTS, things("Event")));
    }

    @Property(tries = 30)
    void what_was_only_announced_has_the_dashed_sign_and_nothing_else_has(@ForAll("answers") Answer answer) {
        each(answer, (row, badge, thing) -> {
            boolean announced =
                    statuses(thing).contains(term("announced")) && !badge.sign().equals("derived");
            if (badge.sign().equals("announced")) {
                assertThat(announced).as(row.toString()).isTrue();
            } else if (announced) {
                assertThat(badge.sign()).as(row.toString()).isEqualTo("dispute");
            }
        });
    }

    @Property(tries = 30)
    void the_number_of_witnesses_is_that_of_the_row(@ForAll("answers") Answer answer) {
        each(answer, (row, badge, thing) -> {
            List<Node> counts = objects(thing, "witnessCount");
            assertThat(badge.witnesses())
                    .as(row.toString())
                    .isEqualTo(
                            counts.isEmpty() ? 0 : ((Number) counts.getFirst().getLiteralValue()).longValue());
        });
    }

    @Property(tries = 30)
    void dissent_is_about_the_event_or_about_the_persons_of_the_row(@ForAll("answers") Answer answer) {
        each(answer, (row, badge, thing) -> {
            if (badge.sign().equals("dispute")) {
                Set<Node> concerned = concerned(thing);
                assertThat(objects(thing, "concernedBy"))
                        .as(row.toString())
                        .isNotEmpty()
                        .allSatisfy(conflict -> {
                            List<Node> about = objects(conflict, "conflictAbout");
                            assertThat(about.isEmpty() || about.stream().anyMatch(concerned::contains))
                                    .as(row.toString())
                                    .isTrue();
                        });
            } else if (!badge.sign().equals("derived")) {
                assertThat(objects(thing, "concernedBy")).as(row.toString()).isEmpty();
            }
        });
    }

    @Property(tries = 30)
    void who_was_identified_by_a_decision_is_marked_with_its_reason_and_author(@ForAll("answers") Answer answer) {
        each(answer, (row, badge, thing) -> {
            List<Node> decisions = objects(thing, "identifiedBy");
            assertThat(badge.note().isEmpty()).as(row.toString()).isEqualTo(decisions.isEmpty());
            decisions.forEach(decision -> STORE.read(data -> {
                for (String said : List.of("rationale", "decidedBy")) {
                    assertThat(data.stream(Node.ANY, decision, term(said), Node.ANY)
                                    .map(quad -> quad.getObject()
                                            .getLiteralLexicalForm()
                                            .replaceAll("\\s+", " ")))
                            .anyMatch(text -> badge.note().contains(text));
                }
                return true;
            }));
        });
    }

    private interface Check {
        void on(Row row, EvidenceBadge badge, Node thing);
    }

    private static void each(Answer answer, Check check) {
        List<EvidenceBadge> badges = EvidenceBadge.ofRows(answer.rows(), "en");
        for (int i = 0; i < badges.size(); i++) {
            Row row = answer.rows().rows().get(i);
            EvidenceBadge badge = badges.get(i);
            row.node(answer.column()).ifPresent(thing -> check.on(row, badge, thing));
        }
    }

    private static Arbitrary<Answer> asked(List<Question> questions, List<Node> things) {
        return Combinators.combine(Arbitraries.of(questions), Arbitraries.of(things))
                .as((question, thing) -> new Answer(question.column(), rows(question, thing)));
    }

    private static Rows rows(Question question, Node thing) {
        return ANSWERS.computeIfAbsent(question + " " + thing, asked -> {
            CannedQuery query =
                    ShippedCollection.catalog().query(question.query()).orElseThrow();
            Map<String, List<String>> given = Map.of(question.parameter(), List.of(thing.getURI()));
            return STORE.read(data -> Select.on(data)
                    .rows(query.bind(
                                    Parameters.read(query, given, new StoreEntityResolver(STORE), new EdtfDates()),
                                    new Paging(1, Paging.MAX_SIZE))
                            .query()));
        });
    }

    private static List<Node> things(String kind) {
        return VIEW.stream(Node.ANY, RDF.type.asNode(), term(kind))
                .map(Triple::getSubject)
                .filter(thing -> thing.getURI().startsWith(Ent.ID))
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static List<Node> statuses(Node thing) {
        List<Node> events =
                objects(thing, "viaEvent").isEmpty() ? objects(thing, "inEvent") : objects(thing, "viaEvent");
        return events.stream()
                .flatMap(event -> objects(event, "status").stream())
                .toList();
    }

    private static Set<Node> concerned(Node thing) {
        Set<Node> persons = new HashSet<>(objects(thing, "between"));
        persons.addAll(objects(thing, "participant"));
        return persons;
    }

    private static List<Node> objects(Node subject, String property) {
        return VIEW.stream(subject, term(property), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Ent.term(name));
    }
}
