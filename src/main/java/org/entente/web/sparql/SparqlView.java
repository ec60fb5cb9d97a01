package org.entente.web.sparql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.web.canned.QueryThemes;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page of the SPARQL editor.
 *
 * @param query the text in the editor
 * @param result empty if no query was run
 * @param trouble what is wrong with the query
 * @param themes the examples beside the editor
 * @param sample what a new tab of the editor begins with
 * @param rowLimit largest number of rows in a file
 * @param timeLimit longest time of a query in seconds
 */
public record SparqlView(
        String query,
        Optional<SparqlResult> result,
        Optional<Trouble> trouble,
        List<QueryThemes.Theme> themes,
        String sample,
        long rowLimit,
        long timeLimit)
        implements View {
    @Override
    public String template() {
        return "sparql/editor.jte";
    }

    /**
     * An error with its position.
     *
     * @param line number of the line, from 1; 0 if the position is not known
     * @param source the text of that line
     * @param words what is wrong, by language; empty if only the parser's message says it
     * @param caret spaces up to the column, and a marker
     */
    public record Trouble(ProblemView problem, int line, int column, String source, String caret, Map<?, ?> words) {
        /** What is wrong, in the reader's language if there are words for it. */
        public String told(String language) {
            return words.get(language) instanceof String told ? told : problem.detail();
        }

        /** The language of {@link #told}. */
        public String toldIn(String language) {
            return words.containsKey(language) ? language : "en";
        }

        static Trouble of(Problem problem, String query) {
            int line = number(problem, "line");
            int column = number(problem, "column");
            String[] lines = query.split("\\R", -1);
            String source = line >= 1 && line <= lines.length ? lines[line - 1] : "";
            String caret = source.isBlank() ? "" : " ".repeat(Math.max(0, Math.min(column - 1, source.length()))) + "▲";
            return new Trouble(
                    ProblemView.of(problem),
                    line,
                    column,
                    source.replace('\t', ' '),
                    caret,
                    problem.fields().get("words") instanceof Map<?, ?> words ? words : Map.of());
        }

        private static int number(Problem problem, String field) {
            return problem.fields().get(field) instanceof Integer number ? number : 0;
        }
    }
}
