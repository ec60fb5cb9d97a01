package org.entente.web.sparql;

import java.util.List;
import org.entente.execution.Problem;
import org.entente.web.canned.QueryThemes;
import org.entente.web.canned.ResultView;
import org.entente.web.canned.ViewLink;
import org.entente.web.page.Page;
import org.entente.web.page.ProblemView;
import org.entente.web.page.ResultTable;

/**
 * The SPARQL page.
 *
 * @param query what stands in the editor
 * @param result null where nothing was run
 * @param trouble what is wrong with the query; null if nothing is
 * @param themes the examples beside the editor
 * @param rowLimit most rows of a file
 * @param timeLimit most seconds of a query
 */
public record SparqlView(
        String query, Result result, Trouble trouble, List<QueryThemes.Theme> themes, long rowLimit, long timeLimit) {

    /**
     * An answer.
     *
     * @param table rows of a SELECT; null for others
     * @param yes answer of an ASK; null for others
     * @param text a graph as Turtle or TriG; "" for others
     * @param cut whether there is more than is shown
     * @param seconds how long it took
     * @param permalink address of this answer; "" where the query is too long for one
     * @param downloads the answer as data; by address, or where it is too long by a form with the same names
     * @param drawn the picture of the rows; null where there are no rows
     */
    public record Result(
            String query,
            ResultTable table,
            Boolean yes,
            String text,
            boolean cut,
            double seconds,
            String permalink,
            List<Page.Link> downloads,
            ResultView drawn) {
        /** The ways to show the answer; none where there is only one, or the query is too long for an address. */
        public List<ViewLink> views() {
            return drawn == null || permalink.isEmpty()
                    ? List.of()
                    : drawn.views(kind -> permalink + "&view=" + kind.word() + "#result");
        }
    }

    /**
     * An error and its place.
     *
     * @param line number of the line, from 1; 0 where the place is not known
     * @param source the text of that line
     * @param caret spaces up to the column, and a mark
     */
    public record Trouble(ProblemView problem, int line, int column, String source, String caret) {
        static Trouble of(Problem problem, String query) {
            int line = number(problem, "line");
            int column = number(problem, "column");
            String[] lines = query.split("\\R", -1);
            String source = line >= 1 && line <= lines.length ? lines[line - 1] : "";
            String caret = source.isBlank() ? "" : " ".repeat(Math.max(0, Math.min(column - 1, source.length()))) + "▲";
            return new Trouble(ProblemView.of(problem), line, column, source.replace('\t', ' '), caret);
        }

        private static int number(Problem problem, String field) {
            return problem.fields().get(field) instanceof Integer number ? number : 0;
        }
    }
}
