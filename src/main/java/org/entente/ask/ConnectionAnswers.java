package org.entente.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.contact.ContactOptions;
import org.entente.network.Chain;
import org.entente.network.Connection;
import org.entente.network.Connections;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;

/** How two are connected. */
final class ConnectionAnswers {
    private final AskQueries queries;
    private final AskTexts texts;

    ConnectionAnswers(AskQueries queries) {
        this.queries = queries;
        this.texts = queries.texts;
    }

    Found connected(Asked asked) {
        Node from = NodeFactory.createURI(asked.value("a"));
        Node to = NodeFactory.createURI(asked.value("b"));
        Connection connection = Connections.in(queries.select().dataset())
                .between(from, to, ContactOptions.HELD.withK(3), queries.language.tag());
        queries.ran(
                "path",
                Map.of(
                        "from",
                        List.of(AskQueries.compact(asked.value("a"))),
                        "to",
                        List.of(AskQueries.compact(asked.value("b")))),
                List.of());
        EncounterSentences words = EncounterSentences.in(queries.language.tag());
        List<Chain> chains =
                connection.chains().isEmpty() ? connection.announced().stream().toList() : connection.chains();
        List<Answer.Row> rows = new ArrayList<>();
        int length = chains.isEmpty() ? 0 : chains.getFirst().hops().size();
        List<String> between = new ArrayList<>();
        for (int c = 0; c < chains.size(); c++) {
            for (PathStep hop : chains.get(c).hops()) {
                if (chains.get(c).hops().size() == length && !hop.b().node().equals(to)) {
                    between.add(hop.b().label());
                }
                Found.Cells cells = new Found.Cells();
                if (chains.size() > 1) {
                    cells.put("chain", Term.text(Integer.toString(c + 1)));
                }
                rows.add(cells.put("who", Found.term(hop.a()))
                        .put("whom", Found.term(hop.b()))
                        .put("sentence", Term.text(words.hop(hop)))
                        .put("event", Found.term(hop.event()))
                        .from(hop.sources().stream()
                                .map(s -> new Answer.Source(Found.term(s.document()), s.locators()))
                                .toList())
                        .row());
            }
        }
        String a = queries.label(asked.value("a"));
        String b = queries.label(asked.value("b"));
        if (chains.isEmpty()) {
            return new Found(
                    Verdict.NO_EVIDENCE, texts.say("path.none", a, b, queries.facts.coverage.sources()), List.of());
        }
        boolean held = chains.getFirst().held();
        String said = between.isEmpty()
                ? texts.say("path.direct", a, b)
                : texts.say(length == 2 ? "path.through" : "path.chain", a, b, texts.list(between), length);
        return new Found(
                held ? Verdict.HELD : Verdict.ANNOUNCED, held ? said : said + " " + texts.say("path.announced"), rows);
    }
}
