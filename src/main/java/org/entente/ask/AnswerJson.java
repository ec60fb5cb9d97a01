package org.entente.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.text.Json;

/** Writes an answer as JSON; the schema is {@code Answer} in the OpenAPI description. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The answer with everything that belongs to it. */
    public static ObjectNode of(Answer answer) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("question", answer.question());
        json.put("language", answer.language().tag());
        ObjectNode understood = json.putObject("understood");
        understood.put("family", answer.asked().map(Asked::family).orElse(""));
        ObjectNode slots = understood.putObject("slots");
        answer.asked().ifPresent(asked -> asked.slots().forEach((name, slot) -> {
            ObjectNode node = slots.putObject(name);
            terms(node.putArray("values"), answer.slots().getOrDefault(name, List.of()));
            node.put("said", slot.said());
            node.put("how", slot.how());
        }));
        ArrayNode words = understood.putArray("notUnderstood");
        answer.unexplained().forEach(words::add);
        json.put("query", answer.ran().map(Answer.Ran::query).orElse(""));
        ObjectNode parameters = json.putObject("parameters");
        answer.ran().ifPresent(ran -> ran.parameters().forEach((name, values) -> {
            ArrayNode list = parameters.putArray(name);
            values.forEach(list::add);
        }));
        json.put("href", answer.ran().map(Answer.Ran::href).orElse(""));
        json.put("verdict", answer.verdict().word());
        json.put("answer", answer.answer());
        rows(json.putArray("rows"), answer.rows());
        ObjectNode coverage = json.putObject("coverage");
        coverage.put("sources", answer.coverage().sources());
        coverage.put("publishers", answer.coverage().publishers());
        coverage.put("first", answer.coverage().first());
        coverage.put("last", answer.coverage().last());
        ArrayNode alternatives = json.putArray("alternatives");
        answer.alternatives().forEach(a -> {
            ObjectNode node = alternatives.addObject();
            node.put("label", a.label());
            node.put("question", a.question());
            node.put("id", a.iri());
        });
        ArrayNode sparql = json.putArray("sparql");
        answer.ran().ifPresent(ran -> ran.sparql().forEach(sparql::add));
        return json;
    }

    private static void rows(ArrayNode array, List<Answer.Row> rows) {
        for (Answer.Row row : rows) {
            ObjectNode node = array.addObject();
            row.cells().forEach((column, terms) -> terms(node.putArray(column), terms));
            ArrayNode sources = node.putArray("sources");
            row.sources().forEach(source -> {
                ObjectNode one = sources.addObject();
                one.put("document", source.document().iri());
                one.put("label", source.document().label());
                one.put("locator", source.locator());
            });
        }
    }

    private static void terms(ArrayNode array, List<Answer.Term> terms) {
        terms.forEach(term -> {
            ObjectNode node = array.addObject();
            if (!term.iri().isEmpty()) {
                node.put("id", term.iri());
            }
            node.put("label", term.label());
        });
    }
}
