package org.entente.rdf;

import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;

/** Stops the statement at every error of RIOT, and at warnings of its tokenizer about IRIs. */
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
