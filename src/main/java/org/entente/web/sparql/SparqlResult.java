package org.entente.web.sparql;

import java.util.List;
import org.entente.web.canned.ResultView;
import org.entente.web.canned.ViewLink;
import org.entente.web.page.Page;
import org.entente.web.page.ResultTable;
import org.entente.web.page.View;

/**
 * The result of a query, below the editor or as a fragment that a script puts there.
 *
 * @param cut whether there is more than the page shows
 * @param seconds how long the query took
 * @param rowLimit largest number of rows in a file
 * @param unknown sentences about terms of the query that the ontology does not have
 */
public record SparqlResult(Answer answer, boolean cut, double seconds, long rowLimit, Links links, List<String> unknown)
        implements View {
    /** The answer; its kind depends on the form of the query. */
    public sealed interface Answer {}

    /**
     * The rows of a SELECT.
     *
     * @param view the picture of the rows, and the pictures that they allow
     */
    public record Table(ResultTable table, ResultView view) implements Answer {}

    /** The answer of an ASK. */
    public record YesOrNo(boolean yes) implements Answer {}

    /**
     * The graph of a CONSTRUCT or DESCRIBE as Turtle or TriG.
     *
     * @param solutions of how many it is made at most
     */
    public record Graph(String text, int solutions) implements Answer {
        public List<TurtleWords.Word> words() {
            return TurtleWords.of(text);
        }
    }

    /**
     * Where the answer can be found again.
     *
     * @param query the text of the query
     * @param permalink address of this answer; "" if the query is too long for an address
     * @param downloads the answer in other formats; without a permalink, their {@code href} is the name of the format,
     *     which a form sends
     */
    public record Links(String query, String permalink, List<Page.Link> downloads) {}

    @Override
    public String template() {
        return "sparql/result.jte";
    }

    /** The ways to show the answer; if the query is too long for an address, what a form adds to its own. */
    public List<ViewLink> views() {
        String start = links.permalink().isEmpty() ? "view=" : links.permalink() + "&view=";
        return answer instanceof Table rows ? rows.view().views(kind -> start + kind.word() + "#result") : List.of();
    }
}
