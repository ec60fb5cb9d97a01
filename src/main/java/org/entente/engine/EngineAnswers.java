package org.entente.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.entente.execution.Rows;
import org.entente.execution.SelectAnswers;
import org.entente.sparql.InternalQuery;
import org.jspecify.annotations.Nullable;

/**
 * Has an engine answer the questions that it was seen to answer rightly, as long as the store is in the state that the engine holds.
 * Everything else, and what the engine refuses all the same, is left to the store.
 */
public final class EngineAnswers implements SelectAnswers {
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final Engine engine;
    private final Set<String> right;
    private final String held;
    private final Supplier<String> state;

    /**
     * @param right what it answers rightly, as {@link Portability} found
     * @param held the state that the engine holds
     * @param state the state of the store now
     */
    EngineAnswers(Engine engine, Set<String> right, String held, Supplier<String> state) {
        this.engine = engine;
        this.right = Set.copyOf(right);
        this.held = held;
        this.state = state;
    }

    @Override
    public Optional<Rows> rows(Query query, @Nullable InternalQuery of, long most, @Nullable Duration time) {
        if (!right.contains(QuestionKeys.of(query, of)) || !held.equals(state.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(engine.rows(query, most, time == null ? USUAL : time));
        } catch (EngineFailure e) {
            if (e.kind() == EngineFailure.Kind.REFUSED) {
                return Optional.empty();
            }
            throw e.problem();
        }
    }
}
