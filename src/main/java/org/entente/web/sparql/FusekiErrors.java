package org.entente.web.sparql;

import java.time.Duration;
import org.entente.bounds.SizeException;
import org.entente.execution.Problem;
import org.entente.execution.ServiceFailure;

/** Fuseki's errors in our words. */
public final class FusekiErrors {
    private FusekiErrors() {}

    static Problem noSuchGraph(String said) {
        return Problem.notFound(
                "No such graph",
                said.strip() + " GET /sparql?query=SELECT DISTINCT ?g {GRAPH ?g {}} lists the graphs.");
    }

    public static Problem service(String message) {
        return Problem.of(
                502,
                "service",
                "Another service did not answer properly",
                message + " With SERVICE SILENT the query continues without it.");
    }

    static Problem problem(FusekiResponse response, Duration timeout) {
        String message = response.message();
        String said = message.isBlank() ? "" : message.endsWith(".") ? message + " " : message + ". ";
        if (message.contains(ServiceFailure.START)) {
            return service(message.substring(message.indexOf(ServiceFailure.START)));
        }
        if (message.contains(SizeException.START)) {
            return Problem.size(message.substring(message.indexOf(SizeException.START)));
        }
        return switch (response.status()) {
            case 503 -> Problem.timeout(timeout.toSeconds());
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
