package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.entente.ask.Answer.Verdict;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;
import org.entente.vocab.Ent;

/** Who signed an agreement; sources may name different signatories. */
final class SignatoryAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    SignatoryAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found signatories(String agreement) {
        Map<String, Found.Cells> byDocument = new LinkedHashMap<>();
        for (Row row : queries.select()
                .rows(InternalQuery.ASK_SIGNATORIES, "thing", Set.of(NodeFactory.createURI(agreement)))
                .rows()) {
            byDocument
                    .computeIfAbsent(row.text("document"), k -> new Found.Cells())
                    .put("agreement", queries.term(agreement))
                    .put("signatory", queries.term(row.text("signatory")))
                    .from(List.of(new Answer.Source(queries.term(row.text("document")), row.text("locator"))));
        }
        queries.ran("agreements-of-organisation", Map.of(), List.of());
        List<Answer.Row> rows =
                byDocument.values().stream().map(Found.Cells::row).toList();
        String what = queries.label(agreement);
        if (rows.isEmpty()) {
            int searched = queries.facts.coverage.sources();
            return new Found(Verdict.NOT_STATED, texts.say("signed.none", what, searched), List.of());
        }
        boolean disputed = queries.facts.disputed.getOrDefault(agreement, Set.of()).stream()
                .anyMatch(Ent.term("reportedSignatory")::equals);
        if (!disputed) {
            return new Found(
                    Verdict.HELD, texts.say("signed.held", what, texts.list(Found.labels(rows, "signatory"))), rows);
        }
        List<String> versions = new ArrayList<>();
        for (Answer.Row row : rows) {
            String names = texts.list(Found.labels(List.of(row), "signatory"));
            versions.add(names + " (" + NamedOffices.documents(List.of(row)) + ")");
        }
        return new Found(
                Verdict.CONTRADICTED, texts.say("signed.contradicted", what, String.join("; ", versions)), rows);
    }
}
