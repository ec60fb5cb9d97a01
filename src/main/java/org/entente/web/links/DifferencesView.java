package org.entente.web.links;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.link.Contribution.LeftOut;
import org.entente.link.WikidataOffices;
import org.entente.time.DateText;
import org.entente.web.http.Urls;
import org.entente.web.page.Page;
import org.entente.web.page.View;

/**
 * Offices in Wikidata beside those in our sources, and identifiers that differ.
 *
 * @param shown word of the relation that is shown
 * @param counts number of offices by the word of their relation
 * @param rows offices in that relation
 * @param identifiers those of which Wikidata has another value, if they are shown
 */
public record DifferencesView(
        String shown, Map<String, Long> counts, List<WikidataOffices.OfPerson> rows, List<LeftOut> identifiers)
        implements View {
    static final String IDENTIFIERS = "identifiers";

    @Override
    public String template() {
        return "links/differences.jte";
    }

    /** The words of the relations, that of differences first. */
    public static List<String> relations() {
        return List.of("differs", "only_wikidata", "agrees", IDENTIFIERS);
    }

    static String word(WikidataOffices.OfPerson office) {
        return office.row().relation().name().toLowerCase(Locale.ROOT);
    }

    public long count(String relation) {
        return counts.getOrDefault(relation, 0L);
    }

    /** The page of a thing whose identifier differs. */
    public String page(LeftOut identifier) {
        return Urls.page(identifier.entity());
    }

    /** The page of a person. */
    public String page(WikidataOffices.OfPerson office) {
        return Urls.page(office.person());
    }

    /** A span of time for readers: an en dash between its sides. */
    public String span(String from, String to) {
        return Arrays.asList(from, to).stream().allMatch(String::isEmpty) ? "" : from + " – " + to;
    }

    /** When our sources have the person in the office, in words; "" if they do not say. */
    public static String ours(Page page, WikidataOffices.Row row) {
        if (row.ours().isEmpty()) {
            return "";
        }
        String when = DateText.in(page.lang()).when(row.ours());
        return row.ours().startsWith("[") ? page.say("links.someDay", when) : when;
    }

    /** How the two relate, as messages call it. */
    public static String relation(WikidataOffices.Row row) {
        boolean undated =
                row.relation() == WikidataOffices.Relation.AGREES && row.ours().isEmpty();
        return undated ? "undated" : row.relation().name().toLowerCase(Locale.ROOT);
    }
}
