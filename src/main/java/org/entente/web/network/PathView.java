package org.entente.web.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.network.Connection;
import org.entente.network.EncounterSentences;
import org.entente.query.Question;
import org.entente.sparql.InternalQuery;
import org.entente.web.http.Format;
import org.entente.web.page.ChainView;
import org.entente.web.page.Counts;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionHead;
import org.entente.web.page.QuestionRequest;
import org.entente.web.page.View;

/**
 * The page of the chains between two people.
 *
 * @param found empty if nothing was asked yet or a parameter was wrong
 */
public record PathView(QuestionHead head, Optional<Found> found) implements View {
    /**
     * An answer.
     *
     * @param answer the result in a sentence or two
     * @param chains the shortest first
     * @param announced the shortest chain with announced contacts, if there is no other
     * @param searched what was searched, in a sentence
     * @param sparql the same question in SPARQL
     * @param self the permanent link
     */
    public record Found(
            String answer,
            List<ChainView> chains,
            Optional<ChainView> announced,
            String searched,
            String sparql,
            String self,
            List<Page.Link> downloads) {}

    @Override
    public String template() {
        return "network/path.jte";
    }

    static PathView form(Question question, QuestionRequest request, Optional<ProblemView> problem) {
        return new PathView(QuestionHead.unanswered(question, request, List.of(), problem), Optional.empty());
    }

    static PathView answer(
            Question question,
            QuestionRequest request,
            List<String> readings,
            Connection connection,
            Counts counts,
            PageLinks links) {
        Messages text = Messages.in(request.language());
        String title = ContactQuestions.PATH
                .header()
                .question()
                .in(request.language())
                .replace("{from}", connection.from().label())
                .replace("{to}", connection.to().label());
        Found found = new Found(
                EncounterSentences.in(request.language()).answer(connection),
                connection.chains().stream().map(c -> ChainView.of(c, text)).toList(),
                connection.announced().map(c -> ChainView.of(c, text)),
                text.get("path.searched", connection.searched(), counts.sources(), counts.from(), counts.to()),
                sparql(connection),
                links.self(),
                List.of(
                        new Page.Link("JSON", links.as("json"), Format.PLAIN_JSON.mediaType()),
                        new Page.Link("CSV", links.as("csv"), Format.CSV.mediaType())));
        return new PathView(QuestionHead.answered(question, request, List.of(), title, readings), Optional.of(found));
    }

    private static String sparql(Connection connection) {
        // The default is three chains, so one must be stated.
        String options = connection.options().toString();
        String said = connection.options().k() == 1 ? (options.isEmpty() ? "k=1" : options + "; k=1") : options;
        return InternalQuery.NETWORK_CHAINS.textWith(Map.of(
                "from", "<" + connection.from().node().getURI() + ">",
                "to", "<" + connection.to().node().getURI() + ">",
                "options", "\"" + said + "\""));
    }
}
