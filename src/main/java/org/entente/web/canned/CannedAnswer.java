package org.entente.web.canned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Rows;
import org.entente.web.http.Format;
import org.entente.web.http.ResultHash;
import org.entente.web.http.Urls;
import org.entente.web.page.Counts;
import org.entente.web.page.Page;
import org.entente.web.page.PageInfo;
import org.entente.web.page.PageLinks;

/**
 * What every page with the answer of a canned query has, however it shows the rows.
 *
 * @param views the ways to show it; one alone is no choice
 * @param searched what was searched in vain; empty where something was found
 * @param downloads the whole result, not only its page, in each format
 */
public record CannedAnswer(
        CannedForm query,
        Slice slice,
        PageLinks links,
        List<ViewLink> views,
        Optional<Counts> searched,
        List<Page.Link> downloads,
        Code code) {

    /**
     * What part of the result is shown.
     *
     * @param page number of the page, from 1
     * @param pages how many pages there are
     * @param total rows on all pages
     */
    public record Slice(int page, long pages, long total) {}

    /**
     * The same question for programs.
     *
     * @param sparql the query that ran
     * @param snippets code that asks the same
     */
    public record Code(String sparql, List<Snippet> snippets) {}

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return slice.total() == 0;
    }

    /** The same for a result that has pages. */
    static CannedAnswer ofRows(
            CannedQuestion question,
            Slice slice,
            PageLinks links,
            List<ViewLink> views,
            Optional<Counts> searched,
            long most) {
        return new CannedAnswer(
                CannedForm.answered(question.request()),
                slice,
                links,
                views,
                searched,
                downloads(links, Format.ROWS, most),
                new Code(question.bound().toSparql(), snippets(question, most)));
    }

    /** The same for a graph, which is always whole. */
    static CannedAnswer ofGraph(CannedQuestion question, long triples, PageLinks links, long most) {
        return new CannedAnswer(
                CannedForm.answered(question.request()),
                new Slice(1, 1, triples),
                links,
                List.of(),
                Optional.empty(),
                downloads(links, Format.GRAPHS, most),
                new Code(question.bound().toSparql(), List.of()));
    }

    /** What the page around this says of itself. */
    PageInfo info() {
        return PageInfo.titled(query.head().title()).withAlternates(downloads).withPermalink(links.self());
    }

    /** The same, citing the rows that the download of this address has. */
    PageInfo info(Rows cited) {
        return info().withHash(ResultHash.of(cited.write(Format.CSV.lang()), Format.CSV));
    }

    private static List<Snippet> snippets(CannedQuestion question, long most) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(question.links(false).parameters());
        parameters.remove("view");
        parameters.put("limit", List.of(Long.toString(most)));
        return Snippet.of(
                question.request().address().base() + "/queries/"
                        + question.query().id(),
                parameters);
    }

    /** @param most rows of a download */
    private static List<Page.Link> downloads(PageLinks links, List<Format> formats, long most) {
        Map<String, List<String>> all = new LinkedHashMap<>(links.parameters());
        all.remove("view");
        if (formats == Format.ROWS) {
            all.put("limit", List.of(Long.toString(most)));
        }
        List<Page.Link> downloads = new ArrayList<>();
        for (Format format : formats) {
            all.put("format", List.of(format.label()));
            downloads.add(new Page.Link(
                    format.label().toUpperCase(Locale.ROOT), Urls.with(links.path(), all), format.mediaType()));
        }
        return downloads;
    }
}
