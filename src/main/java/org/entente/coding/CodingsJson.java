package org.entente.coding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entente.text.Json;

/** The figures of two codings and what has to be decided, as JSON. */
public final class CodingsJson {
    private CodingsJson() {}

    /** Shares and alpha are numbers from at most 1; alpha is null where it is not defined. */
    public static JsonNode of(Codings codings) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode documents = json.putArray("documents");
        codings.documents().forEach(document -> documents.add(document.name()));
        codings.onlyA().forEach(json.putArray("onlyA")::add);
        codings.onlyB().forEach(json.putArray("onlyB")::add);
        put(json.putObject("reports"), codings.reports());
        put(json.putObject("participations"), codings.participations());
        ArrayNode columns = json.putArray("columns");
        for (AttributeAgreement one : codings.attributes()) {
            ObjectNode column = columns.addObject();
            column.put("column", one.column()).put("units", one.units()).put("same", one.same());
            column.put("alpha", one.alpha().isPresent() ? (Double) one.alpha().getAsDouble() : null);
        }
        ArrayNode differences = json.putArray("differences");
        codings.differences().forEach(one -> differences.add(Json.MAPPER.<JsonNode>valueToTree(one)));
        return json;
    }

    private static void put(ObjectNode json, Overlap overlap) {
        json.put("a", overlap.a())
                .put("b", overlap.b())
                .put("both", overlap.both())
                .put("f1", overlap.f1());
    }
}
