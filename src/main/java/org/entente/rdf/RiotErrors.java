package org.entente.rdf;

import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;

/** Everything that RIOT calls an error stops the statement; warnings of its tokenizer about IRIs do so too. */
final class RiotErrors implements ErrorHandler {
    @Override
    public void warning(String message, long line, long col) {
        if (message.contains("in IRI")) {
            throw new RiotParseException(message, line, col);
        }
    }

    @Override
    public void error(String message, long line, long col) {
        throw new RiotParseException(message, line, col);
    }

    @Override
    public void fatal(String message, long line, long col) {
        throw new RiotParseException(message, line, col);
    }
}
