package org.entente.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.web.http.Urls;

/**
 * The links from one page of a result to the others.
 *
 * @param self address of this page
 * @param previous "" on the first page
 * @param next "" on the last page
 * @param last "" if the number of pages is not known
 */
public record PageLinks(
        String self,
        String first,
        String previous,
        String next,
        String last,
        Map<String, List<String>> parameters,
        String path) {

    public static PageLinks of(String path, Map<String, List<String>> parameters, int page, boolean more) {
        return new PageLinks(
                at(path, parameters, page),
                at(path, parameters, 1),
                page > 1 ? at(path, parameters, page - 1) : "",
                more ? at(path, parameters, page + 1) : "",
                "",
                parameters,
                path);
    }

    /** The same links, with the number of pages known. */
    public PageLinks upTo(long pages) {
        return new PageLinks(
                self, first, previous, next, at(path, parameters, (int) Math.max(1, pages)), parameters, path);
    }

    /** The first page of the same result with one parameter set; "" removes the parameter. */
    public String with(String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            all.remove(name);
        } else {
            all.put(name, List.of(value));
        }
        return Urls.with(path, all);
    }

    private static String at(String path, Map<String, List<String>> parameters, int page) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        if (page > 1) {
            all.put("page", List.of(Integer.toString(page)));
        }
        return Urls.with(path, all);
    }

    /** The same result in another format. */
    public String as(String format) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters);
        all.remove("view");
        all.put("format", List.of(format));
        return Urls.with(path, all);
    }

    /** The value of a Link header. */
    public String header(String queryId) {
        List<String> links = new ArrayList<>();
        links.add("<" + first + ">; rel=\"first\"");
        if (!previous.isEmpty()) {
            links.add("<" + previous + ">; rel=\"prev\"");
        }
        if (!next.isEmpty()) {
            links.add("<" + next + ">; rel=\"next\"");
        }
        links.add("</queries/" + queryId + ">; rel=\"describedby\"");
        return String.join(", ", links);
    }
}
