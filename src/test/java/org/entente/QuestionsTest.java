package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierReader;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.execution.Select;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.Paging;
import org.entente.query.Parameters;
import org.entente.query.StoreEntityResolver;
import org.entente.store.Store;
import org.entente.vocab.EntClass;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The questions of researchers, each as calls of the service with what must come out of the shipped collection. They stand in
 * {@code questions.json}: {@code contains} are parts of rows that must be there, {@code exactly} all values of a column,
 * {@code where} picks the rows that are looked at.
 */
class QuestionsTest {
    private static final Store STORE = ShippedCollection.store();
    private static final List<String> CLASSES = List.of(EntClass.AGENT.getURI(), EntClass.POST.getURI());

    @TestFactory
    Stream<DynamicTest> each_question_gets_its_answer() {
        return questions()
                .map(question -> DynamicTest.dynamicTest(
                        question.get("id").asText() + " "
                                + question.get("question").asText(),
                        () -> {
                            assertThat(question.get("calls")).isNotEmpty();
                            for (JsonNode call : question.get("calls")) {
                                if (call.has("dossier")) {
                                    dossier(call, question.get("lang").asText());
                                } else {
                                    rows(call, question.get("lang").asText());
                                }
                            }
                        }));
    }

    @Test
    void there_are_twenty_four_questions_in_three_languages() {
        List<JsonNode> questions = questions().toList();
        assertThat(questions).hasSize(24);
        assertThat(questions).extracting(q -> q.get("lang").asText()).contains("de", "en", "ru");
        assertThat(questions).extracting(q -> q.get("id").asText()).doesNotHaveDuplicates();
    }

    private static void dossier(JsonNode call, String lang) {
        Dossier dossier =
                STORE.read(data -> DossierReader.read(entities(call, "a"), entities(call, "b"), lang, Select.on(data)));
        assertThat(dossier.judgement().verdict().word())
                .isEqualTo(call.get("verdict").asText());
        if (call.has("otherwise")) {
            assertThat(dossier.judgement().otherwise().word())
                    .isEqualTo(call.get("otherwise").asText());
        }
        if (call.has("contradiction")) {
            assertThat(dossier.judgement().contradiction().word())
                    .isEqualTo(call.get("contradiction").asText());
        }
        if (call.has("tiers")) {
            Map<String, TreeSet<String>> tiers = new TreeMap<>();
            dossier.rows().stream()
                    .filter(row -> row.tier() != ContactCategory.SAME_PLACE_AND_TIME)
                    .forEach(row -> tiers.computeIfAbsent(row.tier().word(), t -> new TreeSet<>())
                            .add(compact(row.event().node())));
            Map<String, TreeSet<String>> expected = new TreeMap<>();
            call.get("tiers").properties().forEach(e -> expected.put(e.getKey(), new TreeSet<>(texts(e.getValue()))));
            assertThat(tiers).isEqualTo(expected);
        }
        if (call.has("documents")) {
            assertThat(dossier.rows().stream()
                            .map(DossierRow::reports)
                            .flatMap(List::stream)
                            .map(report -> compact(report.document().node())))
                    .containsAll(texts(call.get("documents")));
        }
        if (call.has("mentions")) {
            assertThat(dossier.mentions().stream()
                            .map(mention -> compact(mention.document().node())))
                    .containsAll(texts(call.get("mentions")));
        }
        boolean none = call.get("verdict").asText().equals("no_evidence");
        assertThat(DossierSentences.EN.answer(dossier).contains("No evidence of a meeting"))
                .isEqualTo(none);
        assertThat(DossierSentences.DE.answer(dossier).contains("Kein Beleg für ein Treffen"))
                .isEqualTo(none);
        assertThat(dossier.searched().sources()).isGreaterThan(90);
    }

    private static List<Node> entities(JsonNode call, String side) {
        return Parameters.entities(side, texts(call.get("dossier").get(side)), CLASSES, new StoreEntityResolver(STORE))
                .nodes();
    }

    private static void rows(JsonNode call, String lang) {
        CannedQuery query =
                ShippedCollection.catalog().query(call.get("query").asText()).orElseThrow();
        Map<String, List<String>> given = new HashMap<>();
        call.get("parameters").properties().forEach(e -> given.put(e.getKey(), texts(e.getValue())));
        given.put("lang", List.of(lang));
        Query bound = query.bind(
                        Parameters.read(query, given, new StoreEntityResolver(STORE), new EdtfDates()),
                        new Paging(1, 1000))
                .query();
        List<Map<String, String>> rows = STORE.read(data -> bindings(data, bound)).stream()
                .map(QuestionsTest::texts)
                .filter(row -> !call.has("where") || fits(row, call.get("where")))
                .toList();
        if (call.path("empty").asBoolean()) {
            assertThat(rows).isEmpty();
        }
        if (call.has("exactly")) {
            assertThat(rows).isNotEmpty();
            call.get("exactly").properties().forEach(column -> assertThat(rows.stream()
                            .filter(row -> row.containsKey(column.getKey()))
                            .map(row -> row.get(column.getKey()))
                            .collect(Collectors.toSet()))
                    .as(column.getKey())
                    .containsExactlyInAnyOrderElementsOf(texts(column.getValue())));
        }
        if (call.has("contains")) {
            for (JsonNode part : call.get("contains")) {
                assertThat(rows).as(part.toString()).anyMatch(row -> fits(row, part));
            }
        }
    }

    private static boolean fits(Map<String, String> row, JsonNode part) {
        return part.properties().stream()
                .allMatch(
                        e -> has(row.getOrDefault(e.getKey(), ""), e.getValue().asText()));
    }

    /** Whether a cell is this value, or a list of things of which it is one. */
    private static boolean has(String cell, String value) {
        return cell.equals(value)
                || cell.startsWith("http")
                        && Stream.of(cell.split(" ")).map(Prefixes::compact).anyMatch(value::equals);
    }

    private static Map<String, String> texts(Binding binding) {
        Map<String, String> row = new TreeMap<>();
        binding.forEach((variable, node) -> row.put(variable.getVarName(), compact(node)));
        return row;
    }

    /** IRIs of the collection in short, numbers without the point that SPARQL may add. */
    private static String compact(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().replaceFirst("^(-?\\d+)\\.0+$", "$1");
        }
        return Prefixes.compact(node.getURI());
    }

    private static List<Binding> bindings(DatasetGraph data, Query query) {
        List<Binding> rows = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
            exec.select().forEachRemaining(row -> rows.add(row.detach()));
        }
        return rows;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Stream<JsonNode> questions() {
        try (InputStream in = QuestionsTest.class.getResourceAsStream("/questions.json")) {
            List<JsonNode> questions = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(questions::add);
            return questions.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
