package org.entente.web.canned;

import java.io.StringWriter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.entente.execution.QueryExecutor;
import org.entente.store.CollectionDescription;
import org.entente.vocab.Prefixes;
import org.entente.web.page.PageLinks;
import org.entente.web.page.QuestionResponse;

/** A constructed graph as the result of a canned query. */
record GraphResult(Model model) implements CannedResult {
    static GraphResult read(QueryExecutor.Session session, CannedQuestion question) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(
                Prefixes.in(CollectionDescription.in(session.dataset()).ids()));
        model.add(ModelFactory.createModelForGraph(
                session.construct(question.bound().query())));
        return new GraphResult(model);
    }

    @Override
    public QuestionResponse respond(CannedQuestion question, long most) {
        PageLinks links = question.links(false);
        QuestionResponse response = question.request().isPage()
                ? page(CannedAnswer.ofGraph(question, model.size(), links, most))
                : QuestionResponse.graph(question.request().format(), model);
        return response.with("Link", links.header(question.query().id()));
    }

    private QuestionResponse page(CannedAnswer answer) {
        StringWriter turtle = new StringWriter();
        model.write(turtle, "TURTLE");
        return QuestionResponse.page(answer.info(), new CannedGraph(answer, turtle.toString()));
    }
}
