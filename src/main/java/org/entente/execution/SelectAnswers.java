package org.entente.execution;

import java.time.Duration;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.entente.sparql.InternalQuery;
import org.jspecify.annotations.Nullable;

/** Somebody who may answer a SELECT in place of the store, such as another engine with the same statements. */
@FunctionalInterface
public interface SelectAnswers {
    /** Nobody: the store answers everything. */
    SelectAnswers STORE = (query, of, most, time) -> Optional.empty();

    /**
     * The rows of a query; empty if the store is to answer it.
     *
     * @param of the query of the program of which this is one with its values filled in, if it is known
     * @param most at most so many rows
     * @param time longest time; null for no limit of one's own
     * @throws Problem if it should answer but does not
     */
    Optional<Rows> rows(Query query, @Nullable InternalQuery of, long most, @Nullable Duration time);
}
