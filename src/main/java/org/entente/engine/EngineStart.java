package org.entente.engine;

import java.util.List;
import org.entente.execution.QueryLimits;
import org.entente.execution.SelectAnswers;
import org.entente.query.QueryCatalog;
import org.entente.store.Progress;
import org.entente.store.Store;

/**
 * What a server finds out about an engine before it lets it answer.
 *
 * @param verdicts one for each question
 * @param answers what the engine may answer
 */
public record EngineStart(List<EngineVerdict> verdicts, SelectAnswers answers) {
    /**
     * Compares the engine with the store.
     *
     * @throws EngineFailure if it cannot be asked
     */
    public static EngineStart of(
            Engine engine, Store store, QueryCatalog catalog, QueryLimits limits, Progress progress) {
        String held = engine.state();
        Portability portability = new Portability(engine, store, catalog, limits);
        List<EngineVerdict> verdicts = portability.check(progress);
        return new EngineStart(
                verdicts, new EngineAnswers(engine, portability.right(verdicts), held, () -> store.release()
                        .state()));
    }
}
