package org.entente.web.sparql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.entente.execution.Problem;

/** A query in a short address: compressed with DEFLATE and written in the letters of addresses. Nothing is stored, so it stays valid. */
final class PackedQuery {
    private PackedQuery() {}

    /**
     * @param most largest size of the query in bytes
     * @throws Problem 400 if it is no packed query
     */
    static String unpack(String packed, long most) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(packed));
            byte[] query = new byte[(int) Math.min(most, 1_000_000) + 1];
            int length = inflater.inflate(query);
            if (!inflater.finished() || length == query.length) {
                throw wrong();
            }
            return new String(query, 0, length, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | DataFormatException e) {
            throw wrong();
        } finally {
            inflater.end();
        }
    }

    private static Problem wrong() {
        return Problem.badRequest(
                "The parameter z is not a query that this page has shortened. Copy the whole address.");
    }
}
