package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import org.entente.network.Network;

/** The formats in which a network leaves the program. All are UTF-8. */
public enum NetworkFormat {
    /** One line for every member (and every event, in two modes). */
    CSV_NODES("text/csv", "csv") {
        @Override
        public void write(Network network, NetworkMode mode, Writer out) throws IOException {
            NetworkCsv.nodes(network, mode, out);
        }
    },
    /** One line for every edge. */
    CSV_EDGES("text/csv", "csv") {
        @Override
        public void write(Network network, NetworkMode mode, Writer out) throws IOException {
            NetworkCsv.edges(network, mode, out);
        }
    },
    /** GraphML 1.0 with typed attributes. */
    GRAPHML("application/graphml+xml", "graphml") {
        @Override
        public void write(Network network, NetworkMode mode, Writer out) throws IOException {
            Xml.write(out, xml -> new GraphMl(xml).write(network, mode));
        }
    },
    /** GEXF 1.3, dynamic: every node and edge has the spells in which it can have been. */
    GEXF("application/gexf+xml", "gexf") {
        @Override
        public void write(Network network, NetworkMode mode, Writer out) throws IOException {
            Xml.write(out, xml -> new Gexf(xml).write(network, mode));
        }
    },
    /** Nodes and edges as lists of objects. */
    JSON("application/json", "json") {
        @Override
        public void write(Network network, NetworkMode mode, Writer out) throws IOException {
            NetworkJson.write(network, mode, out);
        }
    };

    private final String mediaType;
    private final String extension;

    NetworkFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file name, without dot. */
    public String extension() {
        return extension;
    }

    /**
     * Writes the whole network and leaves the writer open.
     *
     * @throws IOException if the writer fails
     */
    public abstract void write(Network network, NetworkMode mode, Writer out) throws IOException;
}
