package org.entente.web.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page "Match my list": the form, and below it what was found.
 *
 * @param types identifier and name of the kinds that can be looked for
 * @param typed the fields of the form
 * @param problem what is wrong with the list
 * @param found what was found; empty before a list was sent
 */
public record MatchView(
        Map<String, String> types, Map<String, String> typed, Optional<ProblemView> problem, Optional<Found> found)
        implements View {
    /**
     * A list with what was found.
     *
     * @param table the whole list as CSV, to be sent again
     * @param read how the list was read
     * @param columns its columns
     * @param rows its rows
     */
    public record Found(String table, Read read, List<Column> columns, List<Row> rows) {
        public long matched() {
            return rows.stream().filter(row -> !row.chosen().isEmpty()).count();
        }

        /** Rows without a match for which somebody has the whole name and nobody a similar one. */
        public long sameName() {
            return rows.stream()
                    .filter(row -> row.sameName() && row.isDoubtful())
                    .count();
        }

        /** Rows without a match that have a candidate. */
        public long doubtful() {
            return rows.stream().filter(Row::isDoubtful).count();
        }
    }

    /**
     * How a list was read.
     *
     * @param encoding "" for what was pasted and for workbooks
     * @param sheet "" for what is no workbook
     * @param sheets all sheets of the workbook
     * @param heading number of the row with the headings; 0 for none
     */
    public record Read(String encoding, String sheet, List<String> sheets, int heading) {}

    /**
     * A column.
     *
     * @param heading "" if it has none
     * @param role name, the identifier of a property, or ""
     * @param examples first cells
     */
    public record Column(int number, String heading, String role, List<String> examples) {}

    /**
     * A row.
     *
     * @param number from 0
     * @param name as it was looked for
     * @param verdict in words
     * @param decided whether the reader chose
     * @param chosen identifier of what was chosen or matched; "" for nobody
     * @param automatic identifier of what was matched; "" for nobody
     * @param sameName whether the first candidate has this whole name, and no other one a similar name
     */
    public record Row(
            int number,
            String name,
            String verdict,
            boolean decided,
            String chosen,
            String automatic,
            boolean sameName,
            List<Candidate> candidates) {
        boolean isDoubtful() {
            return chosen.isEmpty() && !decided && !candidates.isEmpty();
        }
    }

    /**
     * Somebody or something who may be meant.
     *
     * @param description one line
     * @param wikidata Qid; "" if it is not linked
     * @param reasons features in words with their values
     */
    public record Candidate(
            String id, String href, String label, String description, String score, String wikidata, String reasons) {}

    @Override
    public String template() {
        return "match/match.jte";
    }

    /** What was typed into a field. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What a column can be. */
    public List<String> roles() {
        return List.of(
                "name",
                "alternateName",
                "office",
                "organization",
                "country",
                "place",
                "date",
                "birthDate",
                "coMentioned",
                "wikidata",
                "gnd",
                "viaf",
                "isni",
                "ror",
                "geonames",
                "iso3166");
    }
}
