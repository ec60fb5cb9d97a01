package org.entente.web.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.entente.network.Network;
import org.entente.network.Network.Contact;
import org.entente.query.Question;
import org.entente.text.Json;
import org.entente.web.http.Format;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionHead;
import org.entente.web.page.QuestionRequest;
import org.entente.web.page.View;

/**
 * The page of a network: a picture, and tables with the same content.
 *
 * @param found empty if a parameter was wrong
 */
public record NetworkView(QuestionHead head, Optional<Found> found) implements View {
    /** Largest number of members in the interactive picture; more would be unreadable. */
    private static final int MOST_DRAWN = 300;

    /**
     * An answer.
     *
     * @param answer the size of the network in a sentence
     * @param cut what is left out, in a sentence; "" if nothing is left out
     * @param drawing empty if the network has no members
     * @param files the downloads by kind of network
     * @param self the permanent link
     */
    public record Found(String answer, String cut, Optional<Drawing> drawing, List<Files> files, String self) {
        /** The address of the data for the interactive picture, which has only the strongest members. */
        public String elements(String mode) {
            String address = self + (self.contains("?") ? "&" : "?") + "format=cyjs&limit=" + MOST_DRAWN;
            return mode.equals("two") ? address + "&mode=two" : address;
        }
    }

    /**
     * The picture and the tables.
     *
     * @param texts the texts of the interactive picture as JSON
     */
    public record Drawing(NetworkPicture picture, List<Member> members, List<Pair> pairs, String texts) {
        /** Whether the table of members has a column for the steps, as it does around a person. */
        public boolean hasSteps() {
            return members.stream().map(Member::steps).distinct().count() > 1;
        }
    }

    /** A member of the network. */
    public record Member(
            Cell name, String letter, Cell kind, int steps, String sides, String offices, String strength) {}

    /** A contact: two members and their encounters. */
    public record Pair(Cell a, Cell b, String strength, List<Tie> ties) {}

    /**
     * An encounter.
     *
     * @param parts how its strength is calculated
     */
    public record Tie(
            String level,
            String when,
            String edtf,
            Cell event,
            String witnesses,
            String parts,
            EvidenceBadge evidence) {}

    /** The downloads of one kind of network. */
    public record Files(String name, List<Page.Link> links) {}

    @Override
    public String template() {
        return "network/network.jte";
    }

    static NetworkView form(Question question, QuestionRequest request, Optional<ProblemView> problem) {
        return new NetworkView(
                QuestionHead.unanswered(question, request, ContactQuestions.OF_DATA, problem), Optional.empty());
    }

    static NetworkView answer(
            Question question,
            QuestionRequest request,
            List<String> readings,
            Network network,
            EntityLabels labels,
            Polities polities,
            Counts counts,
            PageLinks links) {
        Messages text = Messages.in(request.language());
        String title = network.center()
                .map(c -> ContactQuestions.NETWORK
                        .header()
                        .question()
                        .in(request.language())
                        .replace("{person}", c.label()))
                .orElse(text.get("network.whole"));
        List<Contact> shown = NetworkPicture.strongest(network);
        Found found = new Found(
                size(network, counts, text),
                cut(network, shown, text),
                network.contacts().isEmpty()
                        ? Optional.empty()
                        : Optional.of(drawing(network, shown, labels, polities, title, text)),
                List.of(files(text.get("network.one"), "one", links), files(text.get("network.two"), "two", links)),
                links.self());
        return new NetworkView(
                QuestionHead.answered(question, request, ContactQuestions.OF_DATA, title, readings),
                Optional.of(found));
    }

    private static String size(Network network, Counts counts, Messages text) {
        return network.contacts().isEmpty()
                ? text.get("network.none", counts.sources(), counts.from(), counts.to())
                : text.get(
                        "network.size",
                        network.members().size(),
                        network.contacts().size(),
                        network.ties().size(),
                        network.events().size());
    }

    private static String cut(Network network, List<Contact> shown, Messages text) {
        boolean fewer = shown.size() < network.contacts().size();
        return network.cut() || fewer
                ? text.get(
                        fewer ? "network.cut" : "network.cutMembers",
                        network.members().size(),
                        network.all(),
                        shown.size(),
                        network.contacts().size())
                : "";
    }

    private static Drawing drawing(
            Network network, List<Contact> shown, EntityLabels labels, Polities polities, String title, Messages text) {
        NetworkPicture picture = NetworkPicture.of(network, shown, polities, title, text);
        return new Drawing(
                picture,
                members(network, labels, picture, text.language()),
                shown.stream().map(c -> pair(c, text)).toList(),
                texts(text));
    }

    private static List<Member> members(Network network, EntityLabels labels, NetworkPicture picture, String language) {
        List<Member> members = new ArrayList<>();
        for (Network.Member member : network.members()) {
            members.add(new Member(
                    ChainView.cell(member.named()),
                    picture.letter(member),
                    member.kind().isEmpty() ? Cell.EMPTY : labels.cell(NodeFactory.createURI(member.kind())),
                    member.hops(),
                    ChainView.labels(member.sides()),
                    ChainView.labels(member.offices()),
                    Decimals.of(member.strength(), language)));
        }
        return members;
    }

    private static Pair pair(Contact contact, Messages text) {
        return new Pair(
                ChainView.cell(contact.a()),
                ChainView.cell(contact.b()),
                Decimals.of(contact.strength(), text.language()),
                contact.ties().stream()
                        .sorted(Comparator.comparingDouble(t -> -t.strength().value()))
                        .map(t -> new Tie(
                                text.get("level." + t.hop().level().word()),
                                t.hop().dates().stream()
                                        .map(d -> ChainView.phrase(d, text))
                                        .collect(Collectors.joining(" · ")),
                                String.join(" | ", t.hop().dates()),
                                ChainView.cell(t.hop().event()),
                                text.get(
                                        "network.witnesses",
                                        t.hop().witnesses(),
                                        t.hop().participants()),
                                Decimals.inLanguage(t.strength().shown(), text.language()),
                                TieEvidence.of(t, text.language())))
                        .toList());
    }

    private static Files files(String name, String mode, PageLinks links) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(links.parameters());
        parameters.remove("mode");
        parameters.remove("part");
        if (!mode.equals("one")) {
            parameters.put("mode", List.of(mode));
        }
        PageLinks here = PageLinks.of(links.path(), parameters, 1, false);
        Map<String, List<String>> nodes = new LinkedHashMap<>(parameters);
        nodes.put("part", List.of("nodes"));
        return new Files(
                name,
                List.of(
                        new Page.Link("GraphML", here.as("graphml"), Format.GRAPHML.mediaType()),
                        new Page.Link("Gephi (GEXF)", here.as("gexf"), Format.GEXF.mediaType()),
                        new Page.Link(
                                "CSV: nodes",
                                PageLinks.of(links.path(), nodes, 1, false).as("csv"),
                                Format.CSV.mediaType()),
                        new Page.Link("CSV: edges", here.as("csv"), Format.CSV.mediaType()),
                        new Page.Link("JSON", here.as("json"), Format.PLAIN_JSON.mediaType()),
                        new Page.Link("Cytoscape", here.as("cyjs"), Format.CYTOSCAPE.mediaType())));
    }

    private static String texts(Messages text) {
        Map<String, String> texts = new TreeMap<>();
        text.keys().stream()
                .filter(k -> k.startsWith("network.js."))
                .forEach(k -> texts.put(k.substring("network.js.".length()), text.get(k)));
        try {
            return Json.MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Page.Link> alternates() {
        return found.orElseThrow().files().getFirst().links();
    }
}
