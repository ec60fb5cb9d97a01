package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.query.Arguments;
import org.entente.query.CannedQuery;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterException;
import org.entente.query.Parameters;
import org.entente.query.QueryCatalog;
import org.entente.web.http.Urls;
import org.entente.web.page.Messages;

/** The canned queries by theme, each with its question in words. */
public final class QueryThemes {
    /** The order of the themes; others follow in the order of the catalogue. */
    private static final List<String> ORDER = List.of(
            "meetings",
            "offices",
            "agreements",
            "delegations",
            "projects",
            "statistics",
            "evidence",
            "names",
            "coverage");

    private final QueryCatalog catalog;
    private final EntityResolver names;

    public QueryThemes(QueryCatalog catalog, EntityResolver names) {
        this.catalog = catalog;
        this.names = names;
    }

    /** A theme and its queries. */
    public record Theme(String tag, String label, List<Card> cards) {}

    /**
     * A query in a list.
     *
     * @param question in words, with the example values
     * @param example address of the answer to the example
     */
    public record Card(
            String id,
            String title,
            String description,
            String question,
            String example,
            String view,
            List<String> tags) {
        /** The text that a search looks through. */
        public String words() {
            return String.join(" ", id, title, description, question, String.join(" ", tags));
        }
    }

    /** All themes; a query belongs to the first of its tags. */
    public List<Theme> in(String language) {
        Messages messages = Messages.in(language);
        Map<String, List<Card>> byTag = new LinkedHashMap<>();
        ORDER.forEach(tag -> byTag.put(tag, new ArrayList<>()));
        for (CannedQuery query : catalog.queries()) {
            List<String> tags = query.header().tags();
            byTag.computeIfAbsent(tags.isEmpty() ? "other" : tags.getFirst(), tag -> new ArrayList<>())
                    .add(card(query, messages));
        }
        byTag.values().removeIf(List::isEmpty);
        return byTag.entrySet().stream()
                .map(e -> new Theme(e.getKey(), messages.getOr("theme." + e.getKey(), e.getKey()), e.getValue()))
                .toList();
    }

    private static Card card(CannedQuery query, Messages messages) {
        String language = messages.language();
        Map<String, List<String>> example = new TreeMap<>(query.header().example());
        String question = query.header().question().in(language);
        for (Map.Entry<String, List<String>> given : example.entrySet()) {
            question = question.replace("{" + given.getKey() + "}", String.join(", ", given.getValue()));
        }
        return new Card(
                query.id(),
                query.header().summary().in(language),
                query.header().description().in(language),
                question.contains("{") ? "" : question,
                Urls.with("/queries/" + query.id(), example),
                query.header().view(),
                query.header().tags().stream()
                        .map(tag -> messages.getOr("theme." + tag, tag))
                        .toList());
    }

    /** The text of the query with its example values, ready to run. */
    public String runnable(CannedQuery query, String language) {
        try {
            return filled(query, query.header().example(), language);
        } catch (ParameterException e) {
            return query.sparql(); // the loaded collection may not have the entities of the example
        }
    }

    /**
     * The text of the query with these values, ready to run.
     *
     * @throws ParameterException for the first that is wrong
     */
    public String filled(CannedQuery query, Map<String, List<String>> values, String language) {
        Map<String, List<String>> given = new LinkedHashMap<>(values);
        given.put("lang", List.of(language));
        Arguments arguments = Parameters.read(query, given, names, new EdtfDates());
        return query.bind(arguments, query.firstPage()).toSparql();
    }

    public QueryCatalog catalog() {
        return catalog;
    }
}
