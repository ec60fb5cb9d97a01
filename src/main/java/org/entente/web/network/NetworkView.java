package org.entente.web.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.network.Network;
import org.entente.network.Network.Contact;
import org.entente.web.http.Format;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.Counts;
import org.entente.web.page.EntityLabels;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.FormView;
import org.entente.web.page.Messages;
import org.entente.web.page.Page;
import org.entente.web.page.PageLinks;
import org.entente.web.page.ProblemView;
import org.entente.web.page.QuestionRequest;

/**
 * A network as a page shows it: a picture, and tables that hold the same.
 *
 * @param problem what is wrong with a parameter; null if nothing is
 * @param answer how large it is, in a sentence; "" where nothing could be asked
 * @param cut what is left out, in a sentence; "" if nothing is
 * @param picture null where nobody is in the network
 * @param files the data: for each kind of network a name and its links
 * @param self the permanent link
 * @param texts what the script of the picture says, in JSON
 */
public record NetworkView(
        String title,
        String description,
        FormView form,
        ProblemView problem,
        String answer,
        String cut,
        NetworkPicture picture,
        List<Member> members,
        List<Pair> pairs,
        List<Files> files,
        String self,
        String texts) {

    /** Somebody in the network. */
    public record Member(
            Cell name, String letter, Cell kind, int steps, String sides, String offices, String strength) {}

    /** Two members and their encounters. */
    public record Pair(Cell a, Cell b, String strength, List<Tie> ties) {}

    /** One encounter; {@code parts} is the calculation of its strength. */
    public record Tie(
            String level,
            String when,
            String edtf,
            Cell event,
            String witnesses,
            String parts,
            EvidenceBadge evidence) {}

    /** A kind of network and where its files are. */
    public record Files(String name, List<Page.Link> links) {}

    static NetworkView form(QuestionRequest request, ProblemView problem) {
        var header = NetworkEndpoint.QUESTION.header();
        return new NetworkView(
                header.summary().in(request.language()),
                header.description().in(request.language()),
                FormView.of(NetworkEndpoint.QUESTION, request, true, NetworkEndpoint.OF_DATA),
                problem,
                "",
                "",
                null,
                List.of(),
                List.of(),
                List.of(),
                "",
                "");
    }

    static NetworkView answer(
            QuestionRequest request,
            Network network,
            EntityLabels labels,
            Polities polities,
            Counts counts,
            PageLinks links) {
        var header = NetworkEndpoint.QUESTION.header();
        Messages text = Messages.in(request.language());
        String language = request.language();
        String title = network.center()
                .map(c -> header.question().in(language).replace("{person}", c.label()))
                .orElse(text.get("network.whole"));
        boolean empty = network.contacts().isEmpty();
        List<Contact> shown = NetworkPicture.strongest(network);
        NetworkPicture picture = empty ? null : NetworkPicture.of(network, shown, polities, title, text);
        boolean fewer = shown.size() < network.contacts().size();
        String cut = network.cut() || fewer
                ? text.get(
                        fewer ? "network.cut" : "network.cutMembers",
                        network.members().size(),
                        network.all(),
                        shown.size(),
                        network.contacts().size())
                : "";
        return new NetworkView(
                title,
                header.description().in(language),
                FormView.of(NetworkEndpoint.QUESTION, request, false, NetworkEndpoint.OF_DATA),
                null,
                empty
                        ? text.get("network.none", counts.sources(), counts.from(), counts.to())
                        : text.get(
                                "network.size",
                                network.members().size(),
                                network.contacts().size(),
                                network.ties().size(),
                                network.events().size()),
                cut,
                picture,
                empty ? List.of() : members(network, labels, picture, language),
                shown.stream().map(c -> pair(c, text)).toList(),
                List.of(files(text.get("network.one"), "one", links), files(text.get("network.two"), "two", links)),
                links.self(),
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
                    decimal(member.strength(), language)));
        }
        return members;
    }

    private static Pair pair(Contact contact, Messages text) {
        return new Pair(
                ChainView.cell(contact.a()),
                ChainView.cell(contact.b()),
                decimal(contact.strength(), text.language()),
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
                                comma(t.strength().shown(), text.language()),
                                evidence(t, text.language())))
                        .toList());
    }

    static EvidenceBadge evidence(Network.Tie tie, String language) {
        return EvidenceBadge.of(
                iri(tie.hop().event().node()), sign(tie), tie.hop().witnesses(), language);
    }

    private static String sign(Network.Tie tie) {
        if (tie.hop().level() == Level.CANDIDATE) {
            return "derived";
        }
        if (!tie.hop().level().happened()) {
            return "announced";
        }
        return tie.hop().confidence().compareTo(Confidence.MEDIUM) < 0 ? "doubt" : "stated";
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
                        new Page.Link("GEXF", here.as("gexf"), Format.GEXF.mediaType()),
                        new Page.Link(
                                "CSV: nodes",
                                PageLinks.of(links.path(), nodes, 1, false).as("csv"),
                                Format.CSV.mediaType()),
                        new Page.Link("CSV: edges", here.as("csv"), Format.CSV.mediaType()),
                        new Page.Link("JSON", here.as("json"), Format.PLAIN_JSON.mediaType()),
                        new Page.Link("Cytoscape", here.as("cyjs"), Format.CYTOSCAPE.mediaType())));
    }

    static String decimal(double value, String language) {
        return comma(String.format(Locale.ROOT, "%.2f", value), language);
    }

    private static String comma(String numbers, String language) {
        return language.equals("de") ? numbers.replace('.', ',') : numbers;
    }

    /** The same network for the interactive picture: the strongest of each kind of network. */
    public String elements(String mode) {
        String address = self + (self.contains("?") ? "&" : "?") + "format=cyjs&limit=" + NetworkEndpoint.MOST_DRAWN;
        return mode.equals("two") ? address + "&mode=two" : address;
    }

    /** What the interactive picture says, for its script: names and texts in JSON. */
    public String texts() {
        return texts;
    }

    private static String texts(Messages text) {
        Map<String, String> said = new TreeMap<>();
        text.keys().stream()
                .filter(k -> k.startsWith("network.js."))
                .forEach(k -> said.put(k.substring("network.js.".length()), text.get(k)));
        try {
            return new ObjectMapper().writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is an answer and not only the form. */
    public boolean asked() {
        return !answer.isEmpty();
    }

    List<Page.Link> alternates() {
        return files.isEmpty() ? List.of() : files.getFirst().links();
    }

    /** Of whom a person's row shows the steps: only in a network with a centre they differ. */
    public boolean hasSteps() {
        Set<Integer> steps = new HashSet<>();
        members.forEach(m -> steps.add(m.steps()));
        return steps.size() > 1;
    }

    static String iri(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }
}
