package org.entente.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
import org.entente.execution.QueryLimits;
import org.entente.execution.Select;
import org.entente.query.StoreEntityResolver;
import org.entente.text.Json;
import org.entente.vocab.Prefixes;

/** The frozen questions, and how they are answered from the shipped collection. */
final class AskedQuestions {
    /** One question with what is right. */
    record Question(
            String id,
            boolean develop,
            String text,
            boolean answerable,
            String family,
            Set<String> verdicts,
            List<String> rows) {}

    /**
     * How it was answered.
     *
     * @param millis time it took
     */
    record Result(Question question, Answer answer, double millis) {
        Set<String> keys() {
            Set<String> keys = new TreeSet<>();
            answer.rows().forEach(row -> Stream.concat(
                            row.cells().values().stream().flatMap(List::stream),
                            row.sources().stream().map(Answer.Source::document))
                    .filter(term -> !term.iri().isEmpty())
                    .forEach(term -> keys.add(Prefixes.compact(term.iri()))));
            return keys;
        }

        String family() {
            return answer.asked().map(Asked::family).orElse("-");
        }

        boolean right() {
            boolean verdict = question.verdicts.contains(answer.verdict().word());
            return question.answerable ? verdict && keys().containsAll(question.rows) : honest();
        }

        /** Says that there is no answer, and shows none. */
        boolean honest() {
            boolean none = Set.of("no-evidence", "not-stated", "not-understood", "ambiguous")
                    .contains(answer.verdict().word());
            return none && answer.rows().isEmpty();
        }

        /** An answer to another question: much worse than none. */
        boolean wrong() {
            return !right() && !honest();
        }
    }

    private static final Asker ASKER =
            new Asker(ShippedCollection.catalog(), new StoreEntityResolver(ShippedCollection.store()));

    private AskedQuestions() {}

    static List<Question> read(String language) {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/ask/" + language + ".jsonl"))) {
            return lines.map(AskedQuestions::question).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question question(String line) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            Set<String> verdicts = new TreeSet<>();
            json.get("verdict").forEach(v -> verdicts.add(v.asText()));
            List<String> rows = new ArrayList<>();
            json.get("rows").forEach(r -> rows.add(r.asText()));
            return new Question(
                    json.get("id").asText(),
                    json.get("half").asText().equals("develop"),
                    json.get("question").asText(),
                    json.get("answerable").asBoolean(),
                    json.path("family").asText(),
                    verdicts,
                    rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer ask(String text) {
        return ShippedCollection.store()
                .read(dataset -> ASKER.ask(
                        text,
                        Map.of(),
                        "en",
                        ShippedCollection.store().release().state(),
                        ShippedCollection.store().names(),
                        Select.on(dataset).within(QueryLimits.defaults())));
    }

    static Result result(Question question) {
        long start = System.nanoTime();
        Answer answer = ask(question.text());
        return new Result(question, answer, (System.nanoTime() - start) / 1e6);
    }
}
