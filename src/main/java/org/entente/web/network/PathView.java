package org.entente.web.network;

import java.util.List;
import java.util.Map;
import org.entente.network.Connection;
import org.entente.network.EncounterSentences;
import org.entente.sparql.InternalQuery;
import org.entente.web.http.Format;
import org.entente.web.page.ChainView;
import org.entente.web.page.Counts;
import org.entente.web.page.FormView;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionRequest;

/**
 * How two persons are connected, as a page shows it.
 *
 * @param problem what is wrong with a parameter; null if nothing is
 * @param answer the answer in a sentence or two; "" where nothing was asked yet
 * @param chains the shortest first
 * @param announced if there is none: the nearest that was only announced; null if there is none either
 * @param searched what was searched
 * @param sparql the same question in SPARQL
 * @param self the permanent link
 */
public record PathView(
        String title,
        String description,
        FormView form,
        ProblemView problem,
        String answer,
        List<ChainView> chains,
        ChainView announced,
        String searched,
        String sparql,
        String self,
        List<Page.Link> downloads) {

    static PathView form(QuestionRequest request, ProblemView problem) {
        var header = PathEndpoint.QUESTION.header();
        return new PathView(
                header.summary().in(request.language()),
                header.description().in(request.language()),
                FormView.of(PathEndpoint.QUESTION, request, true, List.of()),
                problem,
                "",
                List.of(),
                null,
                "",
                "",
                "",
                List.of());
    }

    static PathView answer(QuestionRequest request, Connection connection, Counts counts, PageLinks links) {
        var header = PathEndpoint.QUESTION.header();
        Messages text = Messages.in(request.language());
        return new PathView(
                header.question()
                        .in(request.language())
                        .replace("{from}", connection.from().label())
                        .replace("{to}", connection.to().label()),
                header.description().in(request.language()),
                FormView.of(PathEndpoint.QUESTION, request, false, List.of()),
                null,
                EncounterSentences.in(request.language()).answer(connection),
                connection.chains().stream().map(c -> ChainView.of(c, text)).toList(),
                connection.announced().map(c -> ChainView.of(c, text)).orElse(null),
                text.get("path.searched", connection.searched(), counts.sources(), counts.from(), counts.to()),
                sparql(connection),
                links.self(),
                List.of(
                        new Page.Link("JSON", links.as("json"), Format.PLAIN_JSON.mediaType()),
                        new Page.Link("CSV", links.as("csv"), Format.CSV.mediaType())));
    }

    private static String sparql(Connection connection) {
        // Three chains unless the options say otherwise, so one must be said.
        String options = connection.options().toString();
        String said = connection.options().k() == 1 ? (options.isEmpty() ? "k=1" : options + "; k=1") : options;
        return InternalQuery.NETWORK_CHAINS.textWith(Map.of(
                "from", "<" + connection.from().node().getURI() + ">",
                "to", "<" + connection.to().node().getURI() + ">",
                "options", "\"" + said + "\""));
    }

    /** Whether this is an answer and not only the form. */
    public boolean asked() {
        return !answer.isEmpty();
    }
}
