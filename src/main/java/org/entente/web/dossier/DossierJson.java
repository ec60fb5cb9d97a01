package org.entente.web.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierRow;
import org.entente.dossier.DossierSentences;
import org.entente.dossier.DossierSide;
import org.entente.dossier.Mention;
import org.entente.dossier.SearchScope;
import org.entente.encounter.Attestation;
import org.entente.encounter.Named;
import org.entente.evidence.Dispute;
import org.entente.execution.Row;
import org.entente.text.Json;

/** Writes a dossier as JSON. The schema is {@code Dossier} in the OpenAPI description. */
final class DossierJson {

    private DossierJson() {}

    /** @param coverage how many events there are at least; empty if none took place */
    static byte[] write(Dossier dossier, Set<ContactCategory> tiers, String self, Optional<ObjectNode> coverage) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("self", self);
        list(json, "a", dossier.a(), DossierJson::asked);
        list(json, "b", dossier.b(), DossierJson::asked);
        json.put("verdict", dossier.judgement().verdict().word());
        json.put("otherwise", dossier.judgement().otherwise().word());
        json.put("contradiction", dossier.judgement().contradiction().word());
        ObjectNode answer = json.putObject("answer");
        answer.put("de", DossierSentences.DE.answer(dossier));
        answer.put("en", DossierSentences.EN.answer(dossier));
        ObjectNode counts = json.putObject("counts");
        for (ContactCategory tier : ContactCategory.values()) {
            counts.put(tier.word(), dossier.rows(tier).size());
        }
        counts.put("contradictions", dossier.contradicted().size());
        counts.put("mentions", dossier.mentions().size());
        counts.put(
                "unnamedCounterparts",
                dossier.rows().stream().filter(DossierRow::unnamedCounterpart).count());
        coverage.ifPresent(object -> json.set("coverage", object));
        list(
                json,
                "rows",
                dossier.rows().stream()
                        .filter(row -> tiers.contains(row.tier()))
                        .toList(),
                (node, row) -> row(node, row, dossier.language()));
        ArrayNode contradictions = json.putArray("contradictions");
        dossier.contradicted()
                .forEach(row -> contradictions.add(Row.text(row.event().node())));
        list(json, "mentions", dossier.mentions(), DossierJson::mention);
        searched(json.putObject("searched"), dossier.searched());
        list(json, "queries", dossier.queries(), (node, query) -> node.put("name", query.name())
                .put("sparql", query.sparql()));
        try {
            return Json.MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void asked(ObjectNode node, DossierSide asked) {
        node.put("iri", Row.text(asked.node()));
        node.put("kind", asked.kind().name().toLowerCase(java.util.Locale.ROOT));
        ObjectNode labels = node.putObject("labels");
        asked.labels().forEach(labels::put);
    }

    private static void row(ObjectNode node, DossierRow row, String language) {
        node.put("tier", row.tier().word());
        node.set("event", named(row.event()));
        row.otherEvent().ifPresent(other -> node.set("otherEvent", named(other)));
        if (row.tier() == ContactCategory.SAME_PLACE_AND_TIME) {
            node.put("certain", row.certain());
        }
        optional(node, "status", row.status());
        texts(node, "dates", row.dates());
        node.put("dateText", DossierSentences.in(language).dates(row.dates()));
        things(node, "places", row.places());
        list(node, "a", row.a(), DossierJson::presence);
        list(node, "b", row.b(), DossierJson::presence);
        things(node, "topics", row.topics());
        list(node, "outcomes", row.outcomes(), (n, outcome) -> {
            n.set("agreement", named(outcome.agreement()));
            optional(n, "status", outcome.status());
            optional(n, "kind", outcome.kind());
        });
        list(node, "encounters", row.pairs(), (n, pair) -> {
            n.put("iri", Row.text(pair.encounter()));
            n.set("a", named(pair.a()));
            n.set("b", named(pair.b()));
            n.put("level", pair.level().word());
            n.put("witnesses", pair.witnesses());
            n.put("confidence", pair.confidence().word());
        });
        list(node, "possibleHolders", row.holders(), (n, holder) -> {
            n.set("post", named(holder.post()));
            n.set("holder", named(holder.holder()));
            n.put("asked", holder.asked());
            n.put("why", holder.why().word());
            n.put("tenure", holder.tenure());
        });
        node.put("witnesses", row.witnesses());
        node.put("confidence", row.confidence().word());
        list(node, "reports", row.reports(), DossierJson::testimony);
        list(node, "disputes", row.disputes(), DossierJson::dispute);
    }

    private static void presence(ObjectNode node, DossierRow.Presence presence) {
        node.set("who", named(presence.who()));
        node.put("byOffice", presence.byOffice());
        things(node, "offices", presence.offices());
        texts(node, "titles", presence.titles());
        texts(node, "titlesInDoubt", presence.titlesInDoubt());
        things(node, "roles", presence.roles());
        things(node, "attendance", presence.attendance());
        things(node, "sides", presence.sides());
    }

    private static void testimony(ObjectNode node, Attestation testimony) {
        node.put("report", Row.text(testimony.report()));
        node.set("about", named(testimony.about()));
        node.set("document", named(testimony.document()));
        optional(node, "publisher", testimony.publisher());
        node.put("language", testimony.language());
        node.put("published", testimony.published());
        testimony.url().ifPresent(url -> node.put("url", url));
        optional(node, "reliability", testimony.reliability());
        node.put("locator", testimony.locator());
        optional(node, "status", testimony.status());
        node.put("date", testimony.date());
        optional(node, "modality", testimony.modality());
        node.put("note", testimony.note());
        node.put("tellsOfA", testimony.tellsOfA());
        node.put("tellsOfB", testimony.tellsOfB());
    }

    private static void dispute(ObjectNode node, Dispute dispute) {
        node.put("conflict", Row.text(dispute.conflict()));
        node.set("on", named(dispute.on()));
        node.set("aspect", named(dispute.aspect()));
        optional(node, "about", dispute.about());
        list(node, "sides", dispute.sides(), (n, side) -> {
            n.put("report", Row.text(side.report()));
            n.set("document", named(side.document()));
            texts(n, "values", side.values());
        });
        dispute.decision().ifPresent(choice -> {
            ObjectNode n = node.putObject("decision");
            n.put("iri", Row.text(choice.decision().node()));
            n.put("label", choice.decision().label());
            texts(
                    n,
                    "prefers",
                    choice.prefers().stream().map(Row::text).sorted().toList());
            n.put("rationale", choice.rationale());
            n.put("decidedBy", choice.decidedBy());
            n.put("decidedOn", choice.decidedOn());
        });
    }

    private static void mention(ObjectNode node, Mention mention) {
        node.set("document", named(mention.document()));
        node.put("locators", mention.locators());
        node.put("sameReport", mention.sameReport());
        node.put("byOffice", mention.byOffice());
        list(node, "reports", mention.reports(), DossierJson::testimony);
    }

    private static void searched(ObjectNode node, SearchScope searched) {
        node.put("sources", searched.sources());
        node.put("publishers", searched.publishers());
        texts(node, "languages", searched.languages());
        years(node.putObject("published"), searched.published());
        years(node.putObject("events"), searched.events());
        things(node, "mentioningA", searched.mentioningA());
        things(node, "mentioningB", searched.mentioningB());
    }

    private static void years(ObjectNode node, SearchScope.Years years) {
        years.first().ifPresent(year -> node.put("first", year));
        years.last().ifPresent(year -> node.put("last", year));
    }

    private static ObjectNode named(Named named) {
        return Json.MAPPER.createObjectNode().put("iri", Row.text(named.node())).put("label", named.label());
    }

    private static void optional(ObjectNode node, String field, Optional<Named> named) {
        named.ifPresent(n -> node.set(field, named(n)));
    }

    private static void things(ObjectNode node, String field, List<Named> things) {
        ArrayNode array = node.putArray(field);
        things.forEach(thing -> array.add(named(thing)));
    }

    private static void texts(ObjectNode node, String field, List<String> texts) {
        ArrayNode array = node.putArray(field);
        texts.forEach(array::add);
    }

    private static <T> void list(ObjectNode node, String field, List<T> values, BiConsumer<ObjectNode, T> write) {
        ArrayNode array = node.putArray(field);
        values.forEach(value -> write.accept(array.addObject(), value));
    }
}
