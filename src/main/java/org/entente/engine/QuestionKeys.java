package org.entente.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.entente.sparql.InternalQuery;
import org.jspecify.annotations.Nullable;

/** Which question a query is, whatever values are filled in. */
final class QuestionKeys {
    private static final Map<String, String> INTERNAL = Arrays.stream(InternalQuery.values())
            .collect(Collectors.toMap(query -> withoutValues(query.query()), InternalQuery::path, (a, b) -> a));

    private QuestionKeys() {}

    /** Of one of the program's own, its path; else the columns, which tell canned queries apart. */
    static String of(Query query, @Nullable InternalQuery known) {
        if (known != null) {
            return known.path();
        }
        String internal = INTERNAL.get(withoutValues(query));
        return internal != null ? internal : String.join(" ", counted(query).getResultVars());
    }

    /** The text without the values that {@link InternalQuery#among} put at the start of the pattern. */
    private static String withoutValues(Query query) {
        if (!(query.getQueryPattern() instanceof ElementGroup group)
                || group.isEmpty()
                || !(group.get(0) instanceof ElementData)) {
            return query.serialize();
        }
        Query bare = query.cloneQuery();
        List<Element> elements = ((ElementGroup) bare.getQueryPattern()).getElements();
        while (!elements.isEmpty() && elements.getFirst() instanceof ElementData) {
            elements.removeFirst();
        }
        return bare.serialize();
    }

    /** What is counted, if the query only counts the rows of another one. */
    private static Query counted(Query query) {
        return query.getQueryPattern() instanceof ElementSubQuery inner ? inner.getQuery() : query;
    }
}
