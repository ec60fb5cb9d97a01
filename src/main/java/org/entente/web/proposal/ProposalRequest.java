package org.entente.web.proposal;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.execution.Problem;
import org.entente.web.http.QueryParameters;
import org.entente.web.http.RequestBody;

/**
 * Who is said to have held an office at an event, and where that stands.
 *
 * @param event name of the event behind the name space, such as {@code event:wg-economy-9}; "" for none
 * @param post the same of the office
 * @param name who it was
 * @param source address of a page or file, or a printed source in words
 * @param passage the words of the source
 * @param sent whether the form was filled in, so that what is missing is an error
 */
record ProposalRequest(String event, String post, String name, String source, String passage, boolean sent) {
    /** Longest text in a field, in characters. */
    static final int LONGEST = 2_000;

    static ProposalRequest read(Context ctx) {
        Map<String, java.util.List<String>> given =
                RequestBody.parameters(ctx.req().getQueryString());
        return new ProposalRequest(
                text(given, "event"),
                text(given, "post"),
                text(given, "name"),
                text(given, "source"),
                text(given, "passage"),
                given.containsKey("name") || given.containsKey("source") || given.containsKey("passage"));
    }

    private static String text(Map<String, java.util.List<String>> given, String field) {
        String text = QueryParameters.first(given, field);
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST) {
            throw Problem.parameter(field, "at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    /** What is wrong, by field: the last part of the key of the message. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (sent) {
            if (name.isEmpty()) {
                errors.put("name", "name");
            }
            if (source.isEmpty()) {
                errors.put("source", "source");
            } else if (!source.matches("https?://[^\\s/?#]+\\S*")) {
                errors.put("source", "address");
            }
            if (passage.isEmpty()) {
                errors.put("passage", "passage");
            }
        }
        return errors;
    }

    boolean isComplete() {
        return sent && errors().isEmpty();
    }
}
