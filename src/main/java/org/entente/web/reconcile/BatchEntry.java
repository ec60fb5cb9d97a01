package org.entente.web.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.execution.Problem;
import org.entente.reconcile.ReconciliationQuery;

/**
 * One query of a batch, or why it has no answer: it asks by a type or property that is unknown here. The others are answered all the same;
 * to leave out what is unknown would answer another question.
 */
record BatchEntry(Optional<ReconciliationQuery> query, Optional<Problem> problem) {
    private static final int UNKNOWN = 422;

    static BatchEntry of(Supplier<ReconciliationQuery> read) {
        try {
            return new BatchEntry(Optional.of(read.get()), Optional.empty());
        } catch (Problem wrong) {
            if (wrong.status() != UNKNOWN) {
                throw wrong;
            }
            return new BatchEntry(Optional.empty(), Optional.of(wrong));
        }
    }

    /** @throws Problem the first one, if no query of the batch can be answered */
    static void requireOne(Collection<BatchEntry> batch) {
        if (batch.stream().allMatch(entry -> entry.problem.isPresent())) {
            batch.stream().flatMap(entry -> entry.problem.stream()).findFirst().ifPresent(first -> {
                throw first;
            });
        }
    }

    /** Writes the candidates, or none and the reason. */
    void answer(ObjectNode answer, String field, Function<ReconciliationQuery, ArrayNode> candidates) {
        query.ifPresentOrElse(asked -> answer.set(field, candidates.apply(asked)), () -> answer.putArray(field));
        problem.ifPresent(wrong -> answer.put("error", wrong.detail()));
    }
}
