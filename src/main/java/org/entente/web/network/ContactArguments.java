package org.entente.web.network;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.query.Arguments;
import org.entente.query.EntityResolver;
import org.entente.time.Edtf;
import org.entente.time.TimeBounds;
import org.entente.web.page.NameReadings;

/** The parameters of {@code /path} and {@code /network}, which select encounters. */
record ContactArguments(Arguments arguments) {
    /** The options for chains; {@code years} is one period. */
    ContactOptions ofPath() {
        Optional<TimeBounds> years = bounds("years");
        return options(
                years.map(TimeBounds::earliestStart),
                years.map(TimeBounds::latestEnd),
                text("timeRespecting").equals("true"),
                number("maxHops", ContactOptions.HELD.maxHops()),
                number("k", 1));
    }

    /** The options for a network; {@code from} and {@code to} are dates. */
    ContactOptions ofNetwork() {
        return options(
                bounds("from").map(TimeBounds::earliestStart),
                bounds("to").map(TimeBounds::latestEnd),
                false,
                ContactOptions.HELD.maxHops(),
                1);
    }

    private ContactOptions options(
            Optional<LocalDate> from, Optional<LocalDate> to, boolean inOrder, int maxHops, int k) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        nodes("level").forEach(node -> Level.named(node.getLiteralLexicalForm()).ifPresent(levels::add));
        return new ContactOptions(
                levels,
                Confidence.named(text("minConfidence")).orElse(Confidence.NONE),
                number("maxParticipants", Integer.MAX_VALUE),
                from,
                to,
                inOrder,
                maxHops,
                k);
    }

    /** How the names and dates were read, in sentences. */
    List<String> readings(EntityResolver names, String language) {
        return NameReadings.of(arguments.readings(), names, language);
    }

    /** The language of the answer. */
    String language() {
        return arguments.lang();
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(arguments.scalars().get(name));
    }

    List<Node> nodes(String name) {
        return arguments.lists().getOrDefault(name, List.of());
    }

    /** The text of a parameter; "" if it was not given. */
    String text(String name) {
        return node(name).map(Node::getLiteralLexicalForm).orElse("");
    }

    int number(String name, int otherwise) {
        return node(name).map(n -> Integer.parseInt(n.getLiteralLexicalForm())).orElse(otherwise);
    }

    /** The parameters of the permanent link. */
    Map<String, List<String>> permalink() {
        Map<String, List<String>> parameters = new LinkedHashMap<>(arguments.canonical());
        if (!arguments.lang().equals("en")) {
            parameters.put("lang", List.of(arguments.lang()));
        }
        return parameters;
    }

    private Optional<TimeBounds> bounds(String name) {
        String text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(Edtf.parse(text).bounds());
    }
}
