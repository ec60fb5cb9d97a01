package org.entente.web.page;

import java.util.List;
import java.util.Map;
import org.entente.web.http.Urls;
import org.jspecify.annotations.Nullable;

/**
 * The links that sort a result by a column. The column by which it is sorted links to the opposite direction.
 *
 * @param path path of the result; "" if it cannot be sorted
 * @param parameters those of the result, without the page
 * @param sort the column by which it is sorted, after a minus sign if descending; "" for the order of the query
 */
public record SortLinks(String path, Map<String, List<String>> parameters, String sort) {
    static final SortLinks NONE = new SortLinks("", Map.of(), "");

    @Nullable
    String state(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
    }

    String href(String column) {
        if (path.isEmpty()) {
            return "";
        }
        Map<String, List<String>> all = new java.util.LinkedHashMap<>(parameters);
        all.put("sort", List.of(sort.equals(column) ? "-" + column : column));
        return Urls.with(path, all);
    }
}
