package org.entente.execution;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is not what was asked for: RFC 9457's type, title, status and detail, plus fields of its own. The detail says
 * what happened and what to do next.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Every type of problem is named below this IRI. */
    static final String TYPES = "https://w3id.org/entente/problems/";

    private final int status;
    private final String type;
    private final String title;
    private final String detail;
    private final transient Map<String, Object> fields = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Problem(int status, String type, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
    }

    /** A problem of the type {@code TYPES + type}. */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail);
    }

    /** Adds a field to the answer. */
    public Problem with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** Adds a header to the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String type() {
        return TYPES + type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** A parameter whose value cannot be used. */
    public static Problem parameter(String name, String expected) {
        return of(
                        422,
                        "parameter",
                        "The parameter " + name + " is invalid",
                        "Parameter " + name + ": expected " + expected + ".")
                .with("parameter", name)
                .with("expected", expected);
    }

    public static Problem syntax(String what, String message, int line, int column) {
        Problem problem = of(
                400,
                "sparql-syntax",
                "The " + what + " cannot be read",
                message + " Correct the " + what + " at line " + line + ", column " + column + ", and send it again.");
        return problem.with("line", line).with("column", column);
    }

    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "Bad request", detail);
    }

    static Problem closed(String what, String detail) {
        return of(400, "closed", what + " is not allowed", detail).with("closed", what);
    }

    /** @param message of the {@link org.entente.bounds.SizeException} */
    public static Problem size(String message) {
        return of(400, "query-size", "The query is too large", message);
    }

    /** @param message of the {@link org.entente.bounds.MemoryException} */
    public static Problem memory(String message) {
        return of(503, "memory", "The server has no memory left for the query", message)
                .header("Retry-After", "5");
    }

    public static Problem notFound(String what, String detail) {
        return of(404, "not-found", what, detail);
    }

    public static Problem methodNotAllowed(String allow, String detail) {
        return of(405, "method-not-allowed", "Method not allowed", detail)
                .with("allow", allow)
                .header("Allow", allow);
    }

    public static Problem tooLarge(long limit) {
        return of(
                        413,
                        "too-large",
                        "The body is too large",
                        "At most " + limit + " bytes are accepted. Send less at a time, or load large files with the"
                                + " command line.")
                .with("limit", limit);
    }

    public static Problem unsupported(String detail) {
        return of(415, "unsupported-media-type", "Unsupported media type", detail);
    }

    /** Something in a graph has no form in the format that was asked for: control characters in XML, triple terms in JSON-LD. */
    public static Problem notWritable() {
        return of(
                406,
                "not-acceptable",
                "This graph cannot be written in this format",
                "An IRI, a text or a statement in it has no form there. Accept text/turtle instead.");
    }

    /** @param limit of the server, or what the client allowed */
    public static Problem timeout(Duration limit) {
        String seconds = seconds(limit);
        return of(
                        503,
                        "query-timeout",
                        "The query took too long",
                        "The query was stopped after " + seconds
                                + " s, the time limit for queries. Trying again will"
                                + " not help: add a person, a place or a period to the query, or use LIMIT.")
                .with("timeLimitSeconds", limit.toMillis() % 1000 == 0 ? limit.toSeconds() : new BigDecimal(seconds));
    }

    /** A time in seconds, with a fraction if it has one. */
    public static String seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros();
        return (seconds.scale() < 0 ? seconds.setScale(0) : seconds).toPlainString();
    }

    public static Problem stopped() {
        return of(
                503,
                "query-stopped",
                "The query was stopped",
                "Whoever sent it, or the operator, stopped it. Send it again to run it again.");
    }

    static Problem busy() {
        return of(
                        503,
                        "busy",
                        "Too many queries are waiting",
                        "The server is busy with other queries. Send the same request again in a few seconds.")
                .header("Retry-After", "5");
    }

    static Problem tooMany(int limit) {
        return of(
                        429,
                        "too-many-requests",
                        "Too many queries at once",
                        "At most " + limit
                                + " queries from one address are answered at once. Wait for the others to finish.")
                .header("Retry-After", "2");
    }
}
