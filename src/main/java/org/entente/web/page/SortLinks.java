package org.entente.web.page;

import java.util.List;
import java.util.Map;
import org.entente.web.http.Urls;

/**
 * How a result can be ordered: each column leads to the same result ordered by it, and the column that orders it now to the
 * other direction.
 *
 * @param path where the result is asked for; null where it cannot be ordered
 * @param parameters of the result, without its page
 * @param sort the column that orders it, with a minus before it if downwards; "" for the order of the query itself
 */
public record SortLinks(String path, Map<String, List<String>> parameters, String sort) {
    static final SortLinks NONE = new SortLinks(null, Map.of(), "");

    String state(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
    }

    String href(String column) {
        if (path == null) {
            return "";
        }
        Map<String, List<String>> all = new java.util.LinkedHashMap<>(parameters);
        all.put("sort", List.of(sort.equals(column) ? "-" + column : column));
        return Urls.with(path, all);
    }
}
