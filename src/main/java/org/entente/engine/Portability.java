package org.entente.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.engine.EngineFailure.Kind;
import org.entente.execution.QueryLimits;
import org.entente.execution.Select;
import org.entente.query.QueryCatalog;
import org.entente.store.Progress;
import org.entente.store.Store;

/** Asks an engine what the store was asked and compares the rows, question by question. */
public final class Portability {
    /** Some engines sort no more than 10,000 rows. */
    static final int MOST = 5_000;

    private final Engine engine;
    private final Store store;
    private final QueryCatalog catalog;
    private final QueryLimits limits;

    /** @param limits the time that one query may take, here and there */
    public Portability(Engine engine, Store store, QueryCatalog catalog, QueryLimits limits) {
        this.engine = engine;
        this.store = store;
        this.catalog = catalog;
        this.limits = limits;
    }

    /**
     * The verdict on every question, canned queries first.
     *
     * @throws EngineFailure if the engine cannot be asked at all
     */
    public List<EngineVerdict> check(Progress progress) {
        engine.listed();
        return store.read(dataset -> {
            PortableQuestions questions = new PortableQuestions(store, catalog);
            List<Map.Entry<String, List<Query>>> all =
                    new ArrayList<>(questions.canned().entrySet());
            all.addAll(questions.ofPages(dataset).entrySet());
            List<EngineVerdict> verdicts = new ArrayList<>();
            for (Map.Entry<String, List<Query>> question : all) {
                progress.at("asking " + question.getKey(), verdicts.size(), all.size());
                verdicts.add(verdict(dataset, question.getKey(), question.getValue()));
            }
            return verdicts;
        });
    }

    /** What {@link QuestionKeys} calls the questions that the engine answers rightly, as canned queries may share their columns. */
    Set<String> right(List<EngineVerdict> verdicts) {
        Map<String, Boolean> right = new TreeMap<>();
        for (EngineVerdict verdict : verdicts) {
            String key = catalog.query(verdict.question())
                    .map(query -> String.join(" ", query.columns()))
                    .orElse(verdict.question());
            right.merge(key, verdict.kind() == EngineVerdict.Kind.OK, Boolean::logicalAnd);
        }
        right.values().removeIf(ok -> !ok);
        right.remove("");
        return right.keySet();
    }

    private EngineVerdict verdict(DatasetGraph dataset, String question, List<Query> asked) {
        Tally tally = new Tally();
        if (asked.isEmpty()) {
            return tally.verdict(question, EngineVerdict.Kind.UNTRIED, "the collection has no example for it");
        }
        for (Query query : asked) {
            Set<String> own = PortableForm.ownFeatures(query);
            if (!own.isEmpty()) {
                return tally.verdict(
                        question,
                        EngineVerdict.Kind.REFUSED,
                        "it uses what is left to this program: " + String.join(", ", own));
            }
            try {
                AnswerHash here = here(dataset, query, tally);
                if (here.lines().size() >= MOST) {
                    return tally.verdict(question, EngineVerdict.Kind.UNTRIED, "more rows than are compared");
                }
                AnswerHash there = there(query, tally);
                String difference = here.differenceTo(there);
                if (!difference.isEmpty()) {
                    boolean order = here.withoutOrder()
                            .differenceTo(there.withoutOrder())
                            .isEmpty();
                    return tally.verdict(
                            question, order ? EngineVerdict.Kind.ORDER : EngineVerdict.Kind.WRONG, difference);
                }
            } catch (EngineFailure e) {
                return tally.verdict(
                        question,
                        e.kind() == Kind.SLOW ? EngineVerdict.Kind.SLOW : EngineVerdict.Kind.REFUSED,
                        e.why());
            } catch (QueryCancelledException e) {
                return tally.verdict(question, EngineVerdict.Kind.UNTRIED, "the store itself did not answer in time");
            }
        }
        return tally.rows == 0
                ? tally.verdict(question, EngineVerdict.Kind.UNTRIED, "its examples give no rows, which proves nothing")
                : tally.verdict(question, EngineVerdict.Kind.OK, "");
    }

    private AnswerHash here(DatasetGraph dataset, Query query, Tally tally) {
        Select select = Select.on(dataset).within(limits);
        long start = System.nanoTime();
        AnswerHash answer =
                query.isConstructType() ? AnswerHash.of(select.graph(query)) : AnswerHash.of(select.rows(query, MOST));
        tally.here += System.nanoTime() - start;
        tally.rows += answer.lines().size();
        tally.hashes.append(answer.hash());
        return answer;
    }

    private AnswerHash there(Query query, Tally tally) {
        long start = System.nanoTime();
        try {
            return query.isConstructType()
                    ? AnswerHash.of(engine.graph(query, limits.timeout()))
                    : AnswerHash.of(engine.rows(query, MOST, limits.timeout()));
        } finally {
            tally.there += System.nanoTime() - start;
        }
    }

    /** What the examples of one question come to. */
    private static final class Tally {
        private long here;
        private long there;
        private long rows;
        private final StringBuilder hashes = new StringBuilder();

        EngineVerdict verdict(String question, EngineVerdict.Kind kind, String reason) {
            return new EngineVerdict(
                    question,
                    kind,
                    reason,
                    rows,
                    hashes.isEmpty() ? "" : DigestUtils.sha256Hex(hashes.toString()),
                    Duration.ofNanos(here),
                    Duration.ofNanos(there));
        }
    }
}
