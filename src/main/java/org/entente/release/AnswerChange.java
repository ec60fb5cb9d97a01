package org.entente.release;

import java.util.List;
import java.util.Map;

/**
 * A question that is answered otherwise.
 *
 * @param query id of the canned query
 * @param parameters of the question
 * @param subject label of what is asked about; "" if nothing is
 * @param before number of rows; -1 if the older release has no such query
 * @param after number of rows; -1 if the newer release has no such query
 */
public record AnswerChange(
        String query,
        Map<String, List<String>> parameters,
        String subject,
        long before,
        long after,
        List<RowChange> rows) {
    /** Number of rows of a kind. */
    public long count(RowChange.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** Everything that a row of it is due to, once. */
    public List<RowChange.Cause> causes() {
        return rows.stream().flatMap(row -> row.causes().stream()).distinct().toList();
    }
}
