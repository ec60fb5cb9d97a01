package org.entente.web.network;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.Problem;
import org.entente.execution.QueryExecutor;
import org.entente.export.NetworkFormat;
import org.entente.export.NetworkMode;
import org.entente.network.Network;
import org.entente.network.Networks;
import org.entente.query.Arguments;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterException;
import org.entente.query.Question;
import org.entente.store.PerRevision;
import org.entente.web.http.Etags;
import org.entente.web.http.Format;
import org.entente.web.http.ParameterProblem;
import org.entente.web.http.RequestedRelease;
import org.entente.web.http.ResultHash;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.PageLinks;
import org.entente.web.page.Pages;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionRequest;

/** {@code /network}: the encounters around a person, or all that meet the conditions, as page, GraphML, GEXF, CSV or JSON. */
final class NetworkEndpoint {
    static final Question QUESTION =
            Question.read("network", NetworkEndpoint.class.getResourceAsStream("/web/questions/network.header"));
    /** Parameters that a page has no use for. */
    static final List<String> OF_DATA = List.of("mode", "part");
    /** The most members of a file. */
    static final int MOST = 5_000;

    /** The most members of the interactive picture: more are a tangle. */
    static final int MOST_DRAWN = 300;

    private static final List<Format> OFFERED =
            List.of(Format.PLAIN_JSON, Format.CSV, Format.GRAPHML, Format.GEXF, Format.CYTOSCAPE, Format.HTML);

    private final EntityResolver names;
    private final QueryExecutor asker;
    private final Pages pages;
    private final PerRevision<Counts> counts = new PerRevision<>();

    NetworkEndpoint(EntityResolver names, QueryExecutor asker, Pages pages) {
        this.names = names;
        this.asker = asker;
        this.pages = pages;
    }

    void handle(Context ctx) throws IOException {
        QuestionRequest request = QuestionRequest.read(ctx, OFFERED, MOST);
        ctx.header("Vary", "Accept, Accept-Language");
        RequestedRelease.require(ctx, asker);
        Arguments arguments;
        try {
            arguments = QUESTION.arguments(request.given(), names, new EdtfDates());
        } catch (ParameterException e) {
            Problem problem = ParameterProblem.of(e, ctx.path(), request.given());
            if (!request.isPage()) {
                throw problem;
            }
            ctx.status(422);
            show(ctx, NetworkView.form(request, ProblemView.of(problem)), null);
            return;
        }
        String state = asker.state();
        int limit = request.isPage()
                ? Math.min(request.limit().orElse(NetworkPicture.MOST), NetworkPicture.MOST)
                : request.limit().orElse(MOST);
        String tag = Etags.of(
                state,
                QUESTION.id(),
                arguments.canonical(),
                limit,
                request.format(),
                arguments.lang(),
                request.language(),
                request.isPage() ? request.given() : "");
        if (Etags.unchanged(ctx, tag)) {
            return;
        }
        ctx.header("Entente-Release", state);
        ctx.header("Entente-Row-Limit", Integer.toString(limit));
        ctx.header("Entente-Time-Limit", Long.toString(asker.limits().timeout().toSeconds()));
        ContactArguments contact = new ContactArguments(arguments);
        record Answer(Network network, EntityLabels labels, Polities polities, Counts counts) {}
        Answer answer = asker.inOneState(ctx.ip(), session -> {
            Network network = network(session, contact, limit, arguments.lang());
            boolean drawn = request.isPage() || request.format() == Format.CYTOSCAPE;
            Polities polities = drawn ? Polities.of(session, sides(network), request.language()) : null;
            return request.isPage()
                    ? new Answer(
                            network,
                            EntityLabels.of(session, kinds(network), request.language()),
                            polities,
                            counts.get(state, () -> Counts.ask(session)))
                    : new Answer(network, null, polities, null);
        });
        if (answer.network().cut()) {
            ctx.header("Entente-More", "true");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(contact.permalink());
        request.limit().ifPresent(most -> parameters.put("limit", List.of(Integer.toString(most))));
        PageLinks links = PageLinks.of(ctx.path(), parameters, 1, false);
        if (request.isPage()) {
            StringWriter edges = new StringWriter();
            NetworkFormat.CSV_EDGES.write(
                    answer.network(),
                    contact.text("mode").equals("two") ? NetworkMode.TWO_MODE : NetworkMode.ONE_MODE,
                    edges);
            show(
                    ctx,
                    NetworkView.answer(
                            request, answer.network(), answer.labels(), answer.polities(), answer.counts(), links),
                    ResultHash.of(edges.toString(), Format.CSV));
            return;
        }
        ctx.header("Link", "<" + links.self() + ">; rel=\"canonical\"");
        if (request.format() == Format.CYTOSCAPE) {
            ctx.contentType(Format.CYTOSCAPE.contentType())
                    .result(CytoscapeJson.write(answer.network(), answer.polities(), mode(contact), request.language())
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        send(ctx, request.format(), contact, answer.network());
    }

    private static NetworkMode mode(ContactArguments contact) {
        return contact.text("mode").equals("two") ? NetworkMode.TWO_MODE : NetworkMode.ONE_MODE;
    }

    private static Set<Node> sides(Network network) {
        Set<Node> sides = new HashSet<>();
        network.members().forEach(m -> m.sides().forEach(s -> sides.add(s.node())));
        return sides;
    }

    private static Network network(
            QueryExecutor.Session session, ContactArguments contact, int limit, String language) {
        Networks networks = Networks.in(session.dataset(), session.stop());
        Set<Node> sides = new LinkedHashSet<>(contact.nodes("side"));
        Optional<Node> person = contact.node("person");
        return person.isPresent()
                ? networks.around(person.get(), contact.number("steps", 1), contact.ofNetwork(), sides, limit, language)
                : networks.whole(contact.ofNetwork(), sides, limit, language);
    }

    private static Set<Node> kinds(Network network) {
        Set<Node> kinds = new HashSet<>();
        network.members().stream()
                .filter(m -> !m.kind().isEmpty())
                .forEach(m -> kinds.add(NodeFactory.createURI(m.kind())));
        return kinds;
    }

    private static void send(Context ctx, Format format, ContactArguments contact, Network network) throws IOException {
        boolean nodes = contact.text("part").equals("nodes");
        NetworkFormat as =
                switch (format) {
                    case GRAPHML -> NetworkFormat.GRAPHML;
                    case GEXF -> NetworkFormat.GEXF;
                    case CSV -> nodes ? NetworkFormat.CSV_NODES : NetworkFormat.CSV_EDGES;
                    default -> NetworkFormat.JSON;
                };
        String half = format == Format.CSV ? (nodes ? "-nodes" : "-edges") : "";
        StringWriter out = new StringWriter();
        as.write(network, mode(contact), out);
        ctx.header("Content-Disposition", "inline; filename=\"network" + half + "." + as.extension() + "\"");
        ctx.contentType(format.contentType()).result(out.toString());
    }

    /** @param hash of the result; null where there is none */
    private void show(Context ctx, NetworkView view, ResultHash hash) {
        Map<String, Object> values = new HashMap<>();
        values.put("hash", hash);
        values.put("permalink", hash == null ? null : view.self());
        values.put("view", view);
        pages.html(ctx, "network/network.jte", view.title(), view.alternates(), values);
    }
}
