package org.entente.crash;

import static org.entente.ServedStore.KEY;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.entente.text.Json;

/** The ways to write over HTTP: each sends one write and notes it when the server has acknowledged it. */
final class Writing {
    static final String SPARQL = "application/sparql-update";
    /** Statements of one account: two people, their talk, a report with its two participants. */
    static final int ACCOUNT = 26;

    /** Statements of one merge. */
    static final int MERGE = 10;
    /** Statements of one decision in the log of links. */
    static final int LINK = 7;

    private static final String PREFIXES = """
            PREFIX ent: <https://w3id.org/entente/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX person: <https://w3id.org/entente/id/person/>
            PREFIX event: <https://w3id.org/entente/id/event/>
            PREFIX state: <https://w3id.org/entente/id/state/>
            PREFIX doc: <https://w3id.org/entente/id/doc/>
            PREFIX graph: <https://w3id.org/entente/graph/>
            PREFIX decision: <https://w3id.org/entente/id/decision/>
            PREFIX source: <https://w3id.org/entente/graph/source/>
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Ledger ledger;

    Writing(RunningServer server, Ledger ledger) {
        this.address = server.address();
        this.ledger = ledger;
    }

    /** An account of a talk: identities in one graph, the report in another. */
    void update() throws IOException, InterruptedException {
        String name = ledger.send("account");
        String data = """
                GRAPH <https://w3id.org/entente/graph/authority/own> {
                  person:NAME-a a ent:Person ; rdfs:label "Ann NAME"@en , "Anne NAME"@de .
                  person:NAME-b a ent:Person ; rdfs:label "Bob NAME"@en , "Bodo NAME"@de .
                  event:NAME a ent:Meeting ; rdfs:label "Talk NAME"@en , "Gespräch NAME"@de .
                }
                GRAPH source:own {
                  doc:NAME-r1 a ent:Report ; ent:statedIn doc:NAME ; ent:reports event:NAME ; ent:modality ent:asFact ;
                    ent:reportedStatus ent:held .
                  doc:NAME-p1 a ent:Participation ; ent:inReport doc:NAME-r1 ; ent:participant person:NAME-a ;
                    ent:attendance ent:attended ; ent:role ent:host ; ent:onBehalfOf state:north .
                  doc:NAME-p2 a ent:Participation ; ent:inReport doc:NAME-r1 ; ent:participant person:NAME-b ;
                    ent:attendance ent:attended ; ent:role ent:guest ; ent:onBehalfOf state:south .
                }
                """.replace("NAME", name);
        if (send("POST", "update", SPARQL, PREFIXES + "INSERT DATA { " + data + " }") == 204) {
            ledger.acknowledge(name);
        }
    }

    /** A graph replaced by its next version: each of its statements says which. */
    void put() throws IOException, InterruptedException {
        int version = ledger.sendVersion("graph");
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            turtle.append("<https://example.org/line/%d> <https://example.org/version> %d .\n".formatted(i, version));
        }
        int status = send(
                "PUT",
                "graph-store?graph=https%3A%2F%2Fw3id.org%2Fentente%2Fgraph%2Fsource%2Fversions",
                "text/turtle",
                turtle.toString());
        if (status / 100 == 2) {
            ledger.acknowledgeVersion("graph", version);
        }
    }

    /** A decision about a link in the log. */
    void link() throws IOException, InterruptedException {
        String name = ledger.send("link");
        String item = "Q" + (8_000_000 + Integer.parseInt(name.replaceAll("\\D", "")));
        int status = send("POST", "links", "application/json", """
                {"entity":"person:anna","qid":"%s","state":"rejected","by":"Tester","why":"%s"}
                """.formatted(item, name));
        if (status == 201) {
            ledger.acknowledge(name);
        }
    }

    /** Two people and the decision that they are one, which changes what is derived of both. */
    void merge() throws IOException, InterruptedException {
        String name = ledger.send("merge");
        String data = """
                GRAPH <https://w3id.org/entente/graph/authority/own> {
                  person:NAME-a a ent:Person ; rdfs:label "Carl NAME"@en .
                  person:NAME-b a ent:Person ; rdfs:label "Karl NAME"@en .
                }
                GRAPH <https://w3id.org/entente/graph/decisions/own> {
                  decision:NAME a ent:Decision ; ent:decidesOn person:NAME-a ; ent:aspect ent:mergedInto ;
                    ent:prefers person:NAME-b ; ent:decidedBy "Tester" ; ent:decidedOn "2026-11-24" .
                }
                """.replace("NAME", name);
        if (send("POST", "update", SPARQL, PREFIXES + "INSERT DATA { " + data + " }") == 204) {
            ledger.acknowledge(name);
        }
    }

    /** A release of what is there now. */
    void release() throws IOException, InterruptedException {
        update();
        HttpResponse<String> kept = exchange("POST", "releases", "application/json", "{\"by\":\"Tester\"}");
        location(kept).ifPresent(page -> ledger.acknowledge("release-" + page.replaceAll(".*/", "")));
    }

    private static Optional<String> location(HttpResponse<String> answer) {
        return answer.statusCode() == 201 ? answer.headers().firstValue("Location") : Optional.empty();
    }

    /** A backup that the server says is made. */
    void backup() throws IOException, InterruptedException {
        String outcome = task("backups");
        if (outcome.startsWith("Backup ")) {
            ledger.acknowledge("backup-" + outcome.split(" ")[1]);
        }
    }

    /** A compaction; what is written meanwhile counts. */
    void compact() throws IOException, InterruptedException {
        String outcome = task("compact");
        if (!outcome.isEmpty()) {
            ledger.acknowledge(ledger.send("compaction"));
        }
    }

    private String task(String path) throws IOException, InterruptedException {
        HttpResponse<String> begun = exchange("POST", path, "text/plain", "");
        if (begun.statusCode() != 202) {
            return "";
        }
        String page = begun.headers().firstValue("Location").orElseThrow().substring(1);
        while (true) {
            JsonNode task =
                    Json.MAPPER.readTree(exchange("GET", page, "text/plain", "").body());
            if (task.path("state").asText().equals("failed")) {
                ledger.refused(task.toString());
            }
            if (!task.path("state").asText().equals("running")) {
                return task.path("outcome").asText();
            }
            Thread.sleep(20);
        }
    }

    int send(String method, String path, String type, String body) throws IOException, InterruptedException {
        return exchange(method, path, type, body).statusCode();
    }

    HttpResponse<String> exchange(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 400 && answer.statusCode() != 409 && answer.statusCode() != 503) {
            ledger.refused(method + " /" + path + " " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
