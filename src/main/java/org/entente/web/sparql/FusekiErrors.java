package org.entente.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.irix.IRIException;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.BadCharLiteralException;
import org.apache.jena.shared.InvalidPropertyURIException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.update.UpdateException;
import org.entente.bounds.MemoryException;
import org.entente.bounds.SizeException;
import org.entente.execution.Problem;
import org.entente.execution.ServiceFailure;
import org.entente.text.ExceptionText;

/** Turns errors of Fuseki into problems. */
public final class FusekiErrors {
    private FusekiErrors() {}

    static Problem noSuchGraph(String said) {
        return Problem.notFound(
                "No such graph",
                said.strip() + " GET /sparql?query=SELECT DISTINCT ?g {GRAPH ?g {}} lists the graphs.");
    }

    /** 504 where the other service was too slow, 502 for everything else. */
    public static Problem service(ServiceFailure failure) {
        return Problem.of(
                failure.isTimeout() ? 504 : 502,
                failure.isTimeout() ? "service-timeout" : "service",
                failure.isTimeout()
                        ? "Another service did not answer in time"
                        : "Another service did not answer properly",
                ExceptionText.of(failure) + " With SERVICE SILENT the query continues without it.");
    }

    /** A mistake of whoever wrote the query or update, which shows only when it runs; empty if it is none. */
    static Optional<Problem> mistake(RuntimeException e) {
        return Optional.ofNullable(
                switch (e) {
                    case Problem problem -> problem;
                    case MemoryException memory -> Problem.memory(ExceptionText.of(memory));
                    case SizeException size -> Problem.size(ExceptionText.of(size));
                    case ServiceFailure service -> service(service);
                    case QueryBuildException wrong -> wrong(wrong);
                    case QueryParseException wrong -> wrong(wrong);
                    case ExprException wrong -> wrong(wrong);
                    case UpdateException wrong -> update(wrong);
                    case ActionErrorException written ->
                        written.getCause() instanceof JenaException ? Problem.notWritable() : null;
                    case InvalidPropertyURIException property -> Problem.notWritable();
                    case BadCharLiteralException text -> Problem.notWritable();
                    case IRIException iri -> Problem.notWritable();
                    default -> null;
                });
    }

    private static Problem update(UpdateException e) {
        return said(e).contains("No such graph") ? noSuchGraph(said(e).strip() + ".") : wrong(e);
    }

    private static Problem wrong(RuntimeException e) {
        String said = withoutJava(said(e)).replaceAll("\\s+", " ").strip();
        return Problem.of(
                400,
                "query-wrong",
                "The query cannot be answered as it is written",
                (said.isEmpty() || said.endsWith(".") ? said : said + ".") + " Correct it and send it again.");
    }

    /** What an exception says, without the names of Java's exceptions in it. */
    static String withoutJava(String message) {
        return message.replaceAll("([a-z0-9]+\\.)+[A-Za-z]+(Exception|Error)(: )?", "");
    }

    private static String said(RuntimeException e) {
        return ExceptionText.of(e);
    }

    /** @param request whose {@link FusekiBridge#PROBLEM} is taken if it has one */
    static Problem problem(HttpServletRequest request, FusekiResponse response, Duration timeout) {
        return request.getAttribute(FusekiBridge.PROBLEM) instanceof Problem problem
                ? problem
                : problem(response, timeout);
    }

    private static Problem problem(FusekiResponse response, Duration timeout) {
        // Fuseki says the whole query again before what is wrong with it.
        String message = response.message().replaceFirst("(?s)^Query parse error: .*\n(?=.)", "");
        String said = message.isBlank() ? "" : message.endsWith(".") ? message + " " : message + ". ";
        return switch (response.status()) {
            case 503 -> Problem.timeout(timeout);
            case 400 -> Problem.badRequest(said + "Correct the request and send it again.");
            case 404 -> noSuchGraph(said);
            case 405 -> Problem.methodNotAllowed("GET, HEAD, PUT, POST, DELETE, OPTIONS", said);
            case 406 -> Problem.of(406, "not-acceptable", "No acceptable format", said + "Accept text/turtle.");
            case 415 -> Problem.unsupported(said + "Send Turtle, TriG, N-Triples, N-Quads or RDF/XML.");
            default ->
                Problem.of(
                        Math.max(500, response.status()),
                        "internal",
                        "The query could not be answered",
                        said + "If you think it should work, please report it with the query.");
        };
    }
}
