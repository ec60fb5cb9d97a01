package org.entente.web.sparql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.entente.bounds.QueryText;
import org.entente.bounds.SizeException;
import org.entente.execution.ForbiddenFeatures;
import org.entente.execution.Problem;
import org.entente.text.ExceptionText;
import org.entente.vocab.Ent;
import org.entente.web.http.Format;
import org.jspecify.annotations.Nullable;

/**
 * A parsed and checked query of the SPARQL 1.1 Protocol.
 *
 * @param text the query as it was sent
 * @param query the parsed query
 * @param dataset the parameters {@code default-graph-uri} and {@code named-graph-uri}
 * @param format value of {@code ?format=}; null if there is none
 * @param timeout how long the client wants to wait; null if it does not say
 */
record SparqlRequest(
        String text,
        Query query,
        Map<String, List<String>> dataset,
        @Nullable String format,
        @Nullable Duration timeout) {
    private static final Pattern PLACE =
            Pattern.compile("line (\\d{1,9}), column (\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final List<String> DATASET = List.of("default-graph-uri", "named-graph-uri");

    /**
     * Parses and checks a query.
     *
     * @param forbidden checks for features that queries may not use
     * @throws Problem 400 or 405 with what to do instead
     */
    static SparqlRequest of(SparqlSubmission sent, ForbiddenFeatures forbidden) {
        Map<String, List<String>> dataset = new LinkedHashMap<>();
        DATASET.stream()
                .filter(sent.parameters()::containsKey)
                .forEach(name -> dataset.put(name, sent.parameters().get(name)));
        return new SparqlRequest(
                sent.text(),
                parse(sent.text(), forbidden),
                dataset,
                sent.format(),
                ClientTimeout.of(sent.parameters()));
    }

    static Query parse(String text, ForbiddenFeatures forbidden) {
        if (text.isBlank()) {
            throw Problem.syntax("query", "The query is empty.", 1, 1);
        }
        try {
            QueryText.check(text);
            Query query = QueryFactory.create(text, Ent.BASE, Syntax.syntaxARQ);
            if (query.isJsonType()) {
                throw Problem.badRequest("JSON queries are not supported. Use SELECT, ASK, CONSTRUCT or DESCRIBE.");
            }
            forbidden.check(query);
            return query;
        } catch (QueryParseException e) {
            if (isUpdate(text)) {
                throw Problem.badRequest("This is an update, not a query. Send it to POST /update with your key.");
            }
            throw syntax("query", text, e);
        } catch (SizeException e) {
            throw Problem.size(ExceptionText.of(e));
        } catch (QueryException e) {
            throw Problem.syntax("query", firstLine(e.getMessage()), 1, 1);
        }
    }

    private static boolean isUpdate(String text) {
        try {
            return !UpdateFactory.create(text, Ent.BASE, Syntax.syntaxARQ)
                    .getOperations()
                    .isEmpty();
        } catch (QueryException e) {
            return false;
        }
    }

    /** A syntax error with its position, which the message of the parser gives more precisely than its exception. */
    static Problem syntax(String what, String text, QueryParseException e) {
        Matcher place = PLACE.matcher(ExceptionText.of(e));
        int line = e.getLine();
        int column = e.getColumn();
        if (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        Map<String, String> words = SyntaxWords.of(text, ExceptionText.of(e), line, column);
        Problem problem = Problem.syntax(
                what, words.getOrDefault("en", firstLine(e.getMessage())), Math.max(1, line), Math.max(1, column));
        return words.isEmpty() ? problem : problem.with("words", words);
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "It is not SPARQL.";
        }
        String[] lines = FusekiErrors.withoutJava(message).strip().split("\\R");
        String first = lines[0].strip();
        return first.endsWith(".") ? first : first + ".";
    }

    /** How long the query may run: as long as the client says, never longer than the limit of the server. */
    Duration atMost(Duration limit) {
        return timeout == null || timeout.compareTo(limit) > 0 ? limit : timeout;
    }

    /** The formats for answers of this form of query. */
    List<Format> offered() {
        List<Format> data = data();
        List<Format> offered = new ArrayList<>(data);
        offered.add(Format.HTML);
        return offered;
    }

    /** The data formats for answers of this form of query. */
    List<Format> data() {
        if (query.isSelectType() || query.isAskType()) {
            return Format.ROWS;
        }
        return query.isConstructQuad() ? Format.DATASETS : Format.GRAPHS;
    }
}
