package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.entente.web.http.Urls;

/** The requests of a reconciliation client: all that goes out and comes in is validated. */
record ReconcileClient(ServedStore service) {
    static final ObjectMapper JSON = new ObjectMapper();

    HttpResponse<String> form(String path, String field, String value) {
        return service.post(path, "application/x-www-form-urlencoded; charset=UTF-8", field + "=" + Urls.encode(value));
    }

    /** A batch as OpenRefine posts it. */
    JsonNode reconcile(String queries) throws IOException {
        ReconcileSchemas.V0_2.valid("reconciliation-query-batch", queries);
        return json(form("/reconcile", "queries", queries), "reconciliation-result-batch");
    }

    /** The candidates of one query. */
    JsonNode candidates(String query) throws IOException {
        return reconcile("{\"q0\":" + query + "}").at("/q0/result");
    }

    JsonNode best(String query) throws IOException {
        JsonNode candidates = candidates(query);
        assertThat(candidates).as(query).isNotEmpty();
        return candidates.get(0);
    }

    static double feature(JsonNode candidate, String id) {
        for (JsonNode feature : candidate.get("features")) {
            if (feature.get("id").asText().equals(id)) {
                return feature.get("value").asDouble();
            }
        }
        throw new AssertionError("no feature " + id + ": " + candidate);
    }

    static JsonNode json(HttpResponse<String> answer, String schema) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return ReconcileSchemas.V0_2.valid(schema, answer.body());
    }

    static JsonNode json10(HttpResponse<String> answer, String schema) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return ReconcileSchemas.V1_0.valid(schema, answer.body());
    }

    static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        return JSON.readTree(answer.body());
    }
}
