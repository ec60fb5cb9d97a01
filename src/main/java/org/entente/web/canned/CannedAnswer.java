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
 * The common parts of all pages that answer a canned query.
 *
 * @param views the ways to show the result
 * @param searched the size of the collection, shown if nothing was found
 * @param downloads the whole result in each format
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
     * The part of the result on this page.
     *
     * @param page number of the page, from 1
     * @param pages number of pages
     * @param total number of rows on all pages
     */
    public record Slice(int page, long pages, long total) {}

    /**
     * The question as code.
     *
     * @param sparql the query that was run
     * @param snippets programs that send it
     */
    public record Code(String sparql, List<Snippet> snippets) {}

    /** Whether the result is empty. */
    public boolean isEmpty() {
        return slice.total() == 0;
    }

    /** The answer with a page of rows. */
    static CannedAnswer ofRows(
            CannedQuestion question,
            CannedForm.Said said,
            Slice slice,
            PageLinks links,
            List<ViewLink> views,
            Optional<Counts> searched,
            long most) {
        return new CannedAnswer(
                CannedForm.answered(question.request(), said),
                slice,
                links,
                views,
                searched,
                downloads(links, Format.ROWS, most),
                new Code(question.bound().toSparql(), snippets(question, most)));
    }

    /** The answer with a graph, which is never split into pages. */
    static CannedAnswer ofGraph(CannedQuestion question, long triples, PageLinks links, long most) {
        return new CannedAnswer(
                CannedForm.answered(question.request(), CannedForm.Said.NOTHING),
                new Slice(1, 1, triples),
                links,
                List.of(),
                Optional.empty(),
                downloads(links, Format.GRAPHS, most),
                new Code(question.bound().toSparql(), List.of()));
    }

    /** The title and links of the page. */
    PageInfo info() {
        return PageInfo.titled(query.head().title()).withAlternates(downloads).withPermalink(links.self());
    }

    /** The title and links of the page, with the hash of the rows in its download. */
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

    /** @param most largest number of rows in a download */
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
