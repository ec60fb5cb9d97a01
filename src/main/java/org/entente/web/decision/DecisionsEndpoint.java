package org.entente.web.decision;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.QueryExecutor;
import org.entente.execution.Row;
import org.entente.sparql.InternalQuery;
import org.entente.store.LanguageOrder;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Language;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;
import org.entente.web.page.Cell;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.PageInfo;
import org.entente.web.page.ServiceContext;

/** {@code /decisions}: all decisions, the newest first, with a button that withdraws one. */
final class DecisionsEndpoint {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10_000;

    private final ServiceContext service;

    DecisionsEndpoint(ServiceContext service) {
        this.service = service;
    }

    void page(Context ctx) {
        ctx.header("Vary", "Accept-Language");
        ctx.header("Cache-Control", "no-store");
        Map<String, List<String>> given = RequestBody.parameters(ctx.req().getQueryString());
        int number = QueryParameters.number(given, "page", 1, MOST_PAGES);
        String saved =
                Optional.ofNullable(QueryParameters.first(given, "saved")).orElse("");
        String language = Language.of(ctx);
        Optional<String> author = service.key().signedIn(ctx);
        DecisionsView view =
                service.executor().inOneState(ctx.ip(), session -> view(session, number, saved, author, language));
        service.pages().html(ctx, PageInfo.titled("decisions.title"), view);
    }

    private DecisionsView view(
            QueryExecutor.Session session, int number, String saved, Optional<String> author, String language) {
        List<Row> all = session.select(InternalQuery.DECISION_LOG, Map.of()).rows();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        List<Row> shown = all.stream().skip((number - 1L) * PAGE).limit(PAGE).toList();
        String iri = service.store().description().own(Prefixes.expand(saved).orElse(saved));
        List<Row> taken = all.stream()
                .filter(row -> row.text("decision").equals(iri))
                .limit(1)
                .toList();
        Set<Node> nodes = new LinkedHashSet<>();
        List<Row> both = new ArrayList<>(shown);
        both.addAll(taken);
        both.forEach(row -> {
            nodes.add(row.bound("decision"));
            nodes.add(row.bound("aspect"));
            row.node("withdrawnBy").ifPresent(nodes::add);
            nodes.addAll(things(row));
        });
        EntityLabels labels = EntityLabels.of(session, nodes, language);
        Map<Node, Node> reasons = reasons(session, nodes, language);
        return new DecisionsView(
                shown.stream().map(row -> entry(row, labels, reasons)).toList(),
                taken.stream().findFirst().map(row -> entry(row, labels, reasons)),
                number,
                pages,
                all.size(),
                author);
    }

    private static List<Node> things(Row row) {
        return List.of(row.text("things").split(" ")).stream()
                .map(NodeFactory::createURI)
                .toList();
    }

    private static DecisionsView.Entry entry(Row row, EntityLabels labels, Map<Node, Node> reasons) {
        Node decision = row.bound("decision");
        Optional<Node> withdrawn = row.node("withdrawnBy");
        List<String> seen = new ArrayList<>(List.of(Prefixes.compact(decision.getURI())));
        withdrawn.ifPresent(by -> seen.add(Prefixes.compact(by.getURI())));
        return new DecisionsView.Entry(
                Prefixes.compact(decision.getURI()),
                labels.cell(decision),
                labels.cell(row.bound("aspect")),
                things(row).stream().map(labels::cell).toList(),
                reasons.containsKey(decision) ? labels.cell(reasons.get(decision)) : Cell.EMPTY,
                row.text("by"),
                row.text("on").replaceFirst("T.*", ""),
                withdrawn.map(labels::cell),
                String.join("\n", seen));
    }

    /** The reason of each decision, in the best language there is. */
    private static Map<Node, Node> reasons(QueryExecutor.Session session, Set<Node> decisions, String language) {
        Map<Node, List<Node>> all = new LinkedHashMap<>();
        if (!decisions.isEmpty()) {
            session.select(InternalQuery.ENCOUNTER_RATIONALES, "decision", decisions)
                    .rows()
                    .forEach(row -> all.computeIfAbsent(row.bound("decision"), d -> new ArrayList<>())
                            .add(row.bound("rationale")));
        }
        Map<Node, Node> best = new LinkedHashMap<>();
        all.forEach((decision, texts) -> texts.stream()
                .min((a, b) -> LanguageOrder.of(language).compare(a.getLiteralLanguage(), b.getLiteralLanguage()))
                .ifPresent(text -> best.put(decision, text)));
        return best;
    }
}
