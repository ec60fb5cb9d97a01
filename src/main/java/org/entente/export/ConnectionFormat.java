package org.entente.export;

import java.io.IOException;
import java.io.Writer;
import org.entente.network.Connection;
import org.entente.network.EncounterSentences;

/** The formats in which a connection leaves the program. All are UTF-8. */
public enum ConnectionFormat {
    /** One line for every hop of every chain. */
    CSV("text/csv") {
        @Override
        public void write(Connection connection, EncounterSentences sentences, Writer out) throws IOException {
            ConnectionCsv.write(connection, sentences, out);
        }
    },
    /** The chains with their hops and all that explains them. */
    JSON("application/json") {
        @Override
        public void write(Connection connection, EncounterSentences sentences, Writer out) throws IOException {
            ConnectionJson.write(connection, sentences, out);
        }
    };

    private final String mediaType;

    ConnectionFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes the whole connection and leaves the writer open.
     *
     * @param sentences the language of what is said in sentences
     * @throws IOException if the writer fails
     */
    public abstract void write(Connection connection, EncounterSentences sentences, Writer out) throws IOException;
}
