package org.entente.web.network;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.execution.QueryExecutor;
import org.entente.export.NetworkFormat;
import org.entente.export.NetworkMode;
import org.entente.network.Network;
import org.entente.network.Networks;
import org.entente.query.EdtfDates;
import org.entente.query.EntityResolver;
import org.entente.query.ExampleValues;
import org.entente.query.ParameterException;
import org.entente.query.Question;
import org.entente.web.http.Format;
import org.entente.web.http.ResultHash;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.PageInfo;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionEndpoint;
import org.entente.web.page.QuestionRequest;
import org.entente.web.page.QuestionResponse;
import org.entente.web.page.ServiceContext;

/**
 * {@code /network}: the contacts around a person, or all that meet the conditions, as a page, GraphML, GEXF, CSV or
 * JSON.
 */
final class NetworkEndpoint extends QuestionEndpoint<QuestionRequest, ContactArguments, NetworkEndpoint.Answer> {
    /** Largest number of members in a file. */
    private static final int MOST = 5_000;

    private static final List<Format> OFFERED =
            List.of(Format.PLAIN_JSON, Format.CSV, Format.GRAPHML, Format.GEXF, Format.CYTOSCAPE, Format.HTML);

    /**
     * A network with what a page needs besides it.
     *
     * @param polities the states of the members, if they are shown
     * @param labels the labels of the kinds of members; empty for data formats
     * @param counts the size of the collection; empty for data formats
     */
    record Answer(
            Network network, Optional<Polities> polities, Optional<EntityLabels> labels, Optional<Counts> counts) {}

    private final EntityResolver names;
    private final ExampleValues examples;

    NetworkEndpoint(ServiceContext service) {
        super(service.executor(), service.pages());
        names = service.names();
        examples = service.examples();
    }

    private Question question() {
        return ContactQuestions.NETWORK.with(examples);
    }

    void handle(Context ctx) {
        handle(ctx, QuestionRequest.read(ctx, OFFERED, MOST));
    }

    @Override
    protected ContactArguments understand(QuestionRequest request) {
        return new ContactArguments(ContactQuestions.NETWORK.arguments(request.given(), names, new EdtfDates()));
    }

    @Override
    protected QuestionResponse form(QuestionRequest request, Optional<ParameterException> wrong) {
        NetworkView view = NetworkView.form(question(), request, wrong.map(e -> ProblemView.of(problem(request, e))));
        return QuestionResponse.page(PageInfo.titled(view.head().title()), view);
    }

    @Override
    protected List<?> shapes(QuestionRequest request, ContactArguments contact) {
        return Arrays.asList(
                ContactQuestions.NETWORK.id(),
                contact.arguments().canonical(),
                limit(request),
                request.format(),
                contact.language(),
                request.language(),
                request.isPage() ? request.given() : "");
    }

    @Override
    protected Map<String, String> headers(QuestionRequest request, ContactArguments contact) {
        Map<String, String> headers = new LinkedHashMap<>(super.headers(request, contact));
        headers.put("Entente-Row-Limit", Integer.toString(limit(request)));
        return headers;
    }

    @Override
    protected Answer answer(QueryExecutor.Session session, QuestionRequest request, ContactArguments contact) {
        Network network = network(session, contact, limit(request));
        boolean drawn = request.isPage() || request.format() == Format.CYTOSCAPE;
        return new Answer(
                network,
                drawn ? Optional.of(Polities.of(session, sides(network), request.language())) : Optional.empty(),
                request.isPage()
                        ? Optional.of(EntityLabels.of(session, kinds(network), request.language()))
                        : Optional.empty(),
                request.isPage() ? Optional.of(counts(session)) : Optional.empty());
    }

    @Override
    protected QuestionResponse respond(QuestionRequest request, ContactArguments contact, Answer answer) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(contact.permalink());
        request.limit().ifPresent(most -> parameters.put("limit", List.of(Integer.toString(most))));
        PageLinks links = PageLinks.of(request.path(), parameters, 1, false);
        QuestionResponse response = request.isPage()
                ? page(request, contact, answer, links)
                : data(request, contact, answer).with("Link", "<" + links.self() + ">; rel=\"canonical\"");
        return answer.network().cut() ? response.with("Entente-More", "true") : response;
    }

    private QuestionResponse page(QuestionRequest request, ContactArguments contact, Answer answer, PageLinks links) {
        NetworkView view = NetworkView.answer(
                question(),
                request,
                contact.readings(names, request.language()),
                answer.network(),
                answer.labels().orElseThrow(),
                answer.polities().orElseThrow(),
                answer.counts().orElseThrow(),
                links);
        PageInfo info = PageInfo.titled(view.head().title())
                .withAlternates(view.alternates())
                .withPermalink(links.self())
                .withHash(ResultHash.of(text(NetworkFormat.CSV_EDGES, answer.network(), mode(contact)), Format.CSV));
        return QuestionResponse.page(info, view);
    }

    private static QuestionResponse data(QuestionRequest request, ContactArguments contact, Answer answer) {
        Format format = request.format();
        if (format == Format.CYTOSCAPE) {
            return QuestionResponse.data(
                    format,
                    CytoscapeJson.write(
                            answer.network(), answer.polities().orElseThrow(), mode(contact), request.language()));
        }
        boolean nodes = contact.text("part").equals("nodes");
        NetworkFormat as =
                switch (format) {
                    case GRAPHML -> NetworkFormat.GRAPHML;
                    case GEXF -> NetworkFormat.GEXF;
                    case CSV -> nodes ? NetworkFormat.CSV_NODES : NetworkFormat.CSV_EDGES;
                    default -> NetworkFormat.JSON;
                };
        String half = format == Format.CSV ? (nodes ? "-nodes" : "-edges") : "";
        return QuestionResponse.data(format, text(as, answer.network(), mode(contact)))
                .with("Content-Disposition", "inline; filename=\"network" + half + "." + as.extension() + "\"");
    }

    private static int limit(QuestionRequest request) {
        return request.isPage()
                ? Math.min(request.limit().orElse(NetworkPicture.MOST), NetworkPicture.MOST)
                : request.limit().orElse(MOST);
    }

    private static NetworkMode mode(ContactArguments contact) {
        return contact.text("mode").equals("two") ? NetworkMode.TWO_MODE : NetworkMode.ONE_MODE;
    }

    private static String text(NetworkFormat format, Network network, NetworkMode mode) {
        StringWriter out = new StringWriter();
        try {
            format.write(network, mode, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Network network(QueryExecutor.Session session, ContactArguments contact, int limit) {
        Networks networks = Networks.in(session.dataset(), session.stop());
        Set<Node> sides = new LinkedHashSet<>(contact.nodes("side"));
        return contact.node("person")
                .map(person -> networks.around(
                        person, contact.number("steps", 1), contact.ofNetwork(), sides, limit, contact.language()))
                .orElseGet(() -> networks.whole(contact.ofNetwork(), sides, limit, contact.language()));
    }

    private static Set<Node> sides(Network network) {
        Set<Node> sides = new HashSet<>();
        network.members().forEach(m -> m.sides().forEach(s -> sides.add(s.node())));
        return sides;
    }

    private static Set<Node> kinds(Network network) {
        Set<Node> kinds = new HashSet<>();
        network.members().stream()
                .filter(m -> !m.kind().isEmpty())
                .forEach(m -> kinds.add(NodeFactory.createURI(m.kind())));
        return kinds;
    }
}
