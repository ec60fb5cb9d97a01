package org.entente.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.entente.export.ConnectionTable.Column;
import org.entente.network.Network;
import org.entente.text.Json;

/** A network as JSON: the same attributes as in the other formats, numbers as numbers, what is empty left out. */
final class NetworkJson {

    private NetworkJson() {}

    static void write(Network network, NetworkMode mode, Writer out) throws IOException {
        ConnectionTable table = ConnectionTable.of(network, mode);
        JsonGenerator json =
                Json.MAPPER.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        if (network.center().isPresent()) {
            json.writeObjectFieldStart("center");
            json.writeStringField(
                    "id", ConnectionTable.iri(network.center().get().node()));
            json.writeStringField("label", network.center().get().label());
            json.writeEndObject();
        }
        json.writeStringField("mode", mode == NetworkMode.ONE_MODE ? "one" : "two");
        json.writeStringField("options", network.options().toString());
        json.writeNumberField("members", network.members().size());
        json.writeNumberField("allMembers", network.all());
        json.writeArrayFieldStart("nodes");
        for (ConnectionTable.NodeRow row : table.nodes()) {
            json.writeStartObject();
            json.writeStringField("id", row.id());
            json.writeStringField("label", row.label());
            values(table.nodeColumns(), row.values(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        for (ConnectionTable.EdgeRow row : table.edges()) {
            json.writeStartObject();
            json.writeStringField("id", row.id());
            json.writeStringField("source", row.from());
            json.writeStringField("target", row.to());
            json.writeFieldName("weight");
            json.writeNumber(ConnectionTable.decimal(row.weight()));
            values(table.edgeColumns(), row.values(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void values(List<Column> columns, List<String> values, JsonGenerator json) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            String value = values.get(i);
            if (value.isEmpty()) {
                continue;
            }
            json.writeFieldName(columns.get(i).name());
            if (columns.get(i).type().equals("string")) {
                json.writeString(value);
            } else {
                json.writeNumber(value);
            }
        }
    }
}
