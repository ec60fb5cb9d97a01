package org.entente.web.links;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.link.Contribution;
import org.entente.link.Contributions;
import org.entente.link.LinkEntry;
import org.entente.link.QuickStatements;
import org.entente.text.Json;
import org.entente.vocab.Prefixes;

/** Links as JSON. */
final class LinkJson {

    private LinkJson() {}

    static String page(LinksView view) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("state", view.state()).put("type", view.kind()).put("snapshot", view.snapshot());
        root.put("total", view.found().total());
        ArrayNode items = root.putArray("items");
        view.found().rows().forEach(row -> items.add(row(row)));
        if (!view.found().next().isEmpty()) {
            root.put("next", view.found().next());
        }
        return write(root);
    }

    static String history(LinkRow row, List<LinkEntry> entries) {
        ObjectNode root = row(row);
        root.set("history", entries(entries));
        return write(root);
    }

    static String decided(List<LinkEntry> entries) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.set("entries", entries(entries));
        return write(root);
    }

    static String statements(Contributions contributions) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ArrayNode lines = root.putArray("commands");
        QuickStatements.lines(contributions.checked(true)).forEach(lines::add);
        ArrayNode unchecked = root.putArray("unchecked");
        QuickStatements.lines(contributions.checked(false)).forEach(unchecked::add);
        ArrayNode statements = root.putArray("statements");
        contributions.all().forEach(one -> statement(statements.addObject(), one));
        ArrayNode left = root.putArray("leftOut");
        contributions.undecided().forEach(l -> {
            ObjectNode node = left.addObject();
            node.put("entity", Prefixes.compact(l.entity()))
                    .put("subject", l.subject())
                    .put("property", l.property().pid())
                    .put("value", l.value())
                    .put("reason", l.reason().word());
            if (!l.theirs().isEmpty()) {
                l.theirs().forEach(node.putArray("wikidata")::add);
            }
        });
        ObjectNode counts = root.putObject("counts");
        contributions.properties().forEach(property -> {
            ObjectNode of = counts.putObject(property.pid());
            of.put("given", contributions.given(property, true));
            of.put("outside", contributions.given(property, false));
            contributions.reasons(property).forEach((reason, count) -> of.put(reason.word(), count));
        });
        return write(root);
    }

    private static void statement(ObjectNode node, Contribution one) {
        node.put("entity", Prefixes.compact(one.entity()))
                .put("subject", one.subject())
                .put("property", one.property().pid())
                .put("value", one.value())
                .put("start", one.time().start())
                .put("end", one.time().end())
                .put("seen", one.time().seen())
                .put("checked", one.checked());
        ArrayNode sources = node.putArray("sources");
        one.sources().forEach(source -> sources.addObject()
                .put("item", source.item())
                .put("address", source.address())
                .put("published", source.published())
                .put("retrieved", source.retrieved()));
    }

    private static ObjectNode row(LinkRow row) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("entity", row.id()).put("label", row.label()).put("type", row.kind());
        ArrayNode links = node.putArray("links");
        row.choices().forEach(choice -> {
            ObjectNode link = links.addObject();
            link.put("qid", choice.qid()).put("label", choice.item().label());
            link.put("state", choice.state().isEmpty() ? null : choice.state());
            if (!choice.item().movedTo().isEmpty()) {
                link.put("mergedInto", choice.item().movedTo());
            }
            if (!choice.rank().score().isEmpty()) {
                link.put("score", Integer.parseInt(choice.rank().score().replace(" %", "")) / 100.0);
                ArrayNode features = link.putArray("features");
                choice.rank().reasons().forEach(f -> features.addObject()
                        .put("name", f.name())
                        .put("value", f.value())
                        .put("weight", f.weight())
                        .put("detail", f.detail()));
            }
        });
        return node;
    }

    private static ArrayNode entries(List<LinkEntry> entries) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        entries.forEach(e -> {
            ObjectNode node = array.addObject();
            node.put("entity", Prefixes.compact(e.entity()));
            node.put("qid", e.qid()).put("state", e.state().word()).put("by", e.by());
            e.at().ifPresent(at -> node.put("at", at.toString()));
            node.put("why", e.why()).put("evidence", e.evidence());
            if (!e.iri().isEmpty()) {
                node.put("iri", e.iri()).put("snapshot", e.snapshot());
            }
            if (!e.rule().isEmpty()) {
                node.put("rule", e.rule());
            }
            e.score().ifPresent(s -> node.put("score", s));
            e.precision().ifPresent(p -> node.put("measuredPrecision", p));
        });
        return array;
    }

    private static String write(ObjectNode root) {
        try {
            return Json.MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
