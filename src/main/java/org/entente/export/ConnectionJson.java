package org.entente.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.encounter.Named;
import org.entente.encounter.Source;
import org.entente.network.Chain;
import org.entente.network.Connection;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;
import org.entente.text.Json;

/** A connection as JSON. Dates stay EDTF, and several of them are what several sources say. */
final class ConnectionJson {
    private static final ObjectMapper JSON =
            Json.MAPPER.copy().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);

    private ConnectionJson() {}

    static void write(Connection connection, EncounterSentences sentences, Writer out) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", named(connection.from()));
        json.put("to", named(connection.to()));
        json.put("fromOnRecord", connection.fromKnown());
        json.put("toOnRecord", connection.toKnown());
        json.put("answer", sentences.answer(connection));
        json.put("options", connection.options().toString());
        json.put("encountersSearched", connection.searched());
        json.put(
                "chains",
                connection.chains().stream().map(c -> chain(c, sentences)).toList());
        connection.announced().ifPresent(c -> json.put("nearestAnnounced", chain(c, sentences)));
        JSON.writeValue(out, json);
    }

    private static Map<String, Object> chain(Chain chain, EncounterSentences sentences) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("length", chain.hops().size());
        json.put("held", chain.held());
        json.put("orderInTime", chain.order().name().toLowerCase(Locale.ROOT));
        json.put("hops", chain.hops().stream().map(h -> hop(h, sentences)).toList());
        return json;
    }

    private static Map<String, Object> hop(PathStep hop, EncounterSentences sentences) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", named(hop.a()));
        json.put("b", named(hop.b()));
        json.put("level", hop.level().word());
        json.put("sentence", sentences.hop(hop));
        json.put("event", named(hop.event()));
        json.put("dates", hop.dates());
        json.put("places", named(hop.places()));
        json.put("officesOfA", named(hop.officesOfA()));
        json.put("officesOfB", named(hop.officesOfB()));
        json.put("rolesOfA", named(hop.rolesOfA()));
        json.put("rolesOfB", named(hop.rolesOfB()));
        json.put("sidesOfA", named(hop.sidesOfA()));
        json.put("sidesOfB", named(hop.sidesOfB()));
        json.put("participants", hop.participants());
        json.put("witnesses", hop.witnesses());
        json.put("confidence", hop.confidence().word());
        json.put("evidence", sentences.evidence(hop));
        json.put("sources", hop.sources().stream().map(ConnectionJson::source).toList());
        json.put("encounter", ConnectionTable.iri(hop.encounter()));
        return json;
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", named(source.document()));
        json.put("report", ConnectionTable.iri(source.report()));
        json.put("locators", source.locators());
        source.url().ifPresent(url -> json.put("url", url));
        return json;
    }

    private static List<Map<String, String>> named(List<Named> all) {
        return all.stream().map(ConnectionJson::named).toList();
    }

    private static Map<String, String> named(Named named) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("id", ConnectionTable.iri(named.node()));
        json.put("label", named.label());
        return json;
    }
}
