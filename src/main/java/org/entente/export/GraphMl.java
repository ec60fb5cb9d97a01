package org.entente.export;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.entente.export.ConnectionTable.Column;
import org.entente.network.Network;

/** GraphML: http://graphml.graphdrawing.org/specification.html. */
final class GraphMl {
    static final String NS = "http://graphml.graphdrawing.org/xmlns";

    private final Xml xml;

    GraphMl(Xml xml) {
        this.xml = xml;
    }

    void write(Network network, NetworkMode mode) throws XMLStreamException {
        ConnectionTable table = ConnectionTable.of(network, mode);
        xml.root("graphml", NS, () -> {
            xml.empty("key", "id", "label", "for", "all", "attr.name", "label", "attr.type", "string");
            xml.empty("key", "id", "iri", "for", "node", "attr.name", "iri", "attr.type", "string");
            xml.empty("key", "id", "weight", "for", "edge", "attr.name", "weight", "attr.type", "double");
            keys("node", table.nodeColumns());
            keys("edge", table.edgeColumns());
            xml.element("graph", () -> {
                xml.attribute("id", "network");
                xml.attribute("edgedefault", "undirected");
                for (ConnectionTable.NodeRow row : table.nodes()) {
                    xml.element("node", () -> {
                        xml.attribute("id", token(row.id()));
                        data("label", row.label());
                        data("iri", row.id());
                        values("node", table.nodeColumns(), row.values());
                    });
                }
                for (ConnectionTable.EdgeRow row : table.edges()) {
                    xml.element("edge", () -> {
                        xml.attribute("id", token(row.id()));
                        xml.attribute("source", token(row.from()));
                        xml.attribute("target", token(row.to()));
                        data("label", row.label());
                        data("weight", ConnectionTable.decimal(row.weight()));
                        values("edge", table.edgeColumns(), row.values());
                    });
                }
            });
        });
    }

    /**
     * An IRI as the schema wants identifiers, a NMTOKEN: two IRIs never become the same one, and it is the same in every file, so
     * that programs may put files together. A slash becomes {@code _}, what is not allowed its number.
     */
    static String token(String iri) {
        StringBuilder token = new StringBuilder();
        iri.codePoints().forEach(c -> {
            if (c == '/') {
                token.append('_');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == ':' || c == '-')) {
                token.appendCodePoint(c);
            } else {
                token.append('\u00B7').append(Integer.toHexString(c)).append('\u00B7');
            }
        });
        return token.toString();
    }

    private void keys(String of, List<Column> columns) throws XMLStreamException {
        for (Column column : columns) {
            xml.empty(
                    "key",
                    "id",
                    of + "-" + column.name(),
                    "for",
                    of,
                    "attr.name",
                    column.name(),
                    "attr.type",
                    column.type());
        }
    }

    private void values(String of, List<Column> columns, List<String> values) throws XMLStreamException {
        for (int i = 0; i < columns.size(); i++) {
            data(of + "-" + columns.get(i).name(), values.get(i));
        }
    }

    private void data(String key, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.element("data", () -> {
                xml.attribute("key", key);
                xml.text(value);
            });
        }
    }
}
