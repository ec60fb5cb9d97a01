package org.entente.web.canned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.header;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.query.CannedQuery;
import org.entente.query.Parameter;
import org.entente.store.Release;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is thrown at the parameters of a canned query, the answer is a result or a refusal that names the parameter, and the
 * store stays as it was. The seed is printed with a failure, so that it can be repeated.
 */
class HostileParametersTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();
    private static final int ROUNDS = 25;
    private static final List<String> BITS = List.of(
            "'",
            "\"",
            "\\",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u0001",
            "<",
            ">",
            "{",
            "}",
            "|",
            "^",
            "`",
            ";",
            "#",
            "--",
            "?",
            "$",
            "&",
            "=",
            "%",
            "%00",
            "%0a",
            "../",
            "..",
            "/",
            "//",
            ":",
            "@",
            "[",
            "]",
            "*",
            "+",
            " ",
            "\u00a0",
            "\u202e",
            "\ufeff",
            "😀",
            "é",
            "ß",
            "қ",
            "Ж",
            "\ud800",
            "\ufffe",
            "0",
            "-1",
            "99999999999999999999",
            "1e309",
            "NaN",
            "true",
            "2015",
            "2015-13",
            "2015-06-09",
            "[..2015]",
            "{2015,2016}",
            "..",
            "Rau",
            "Albert",
            "person:",
            "person:albert-rau",
            "post:",
            "ent:levelMet",
            "https://w3id.org/entente/id/person/albert-rau",
            "http://[::1]/",
            "urn:x:y",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "} UNION { ?s ?p ?o",
            "\" . ?s ?p ?o . #",
            "> <",
            "SERVICE <http://127.0.0.1/>",
            "INSERT DATA { <a:a> <a:b> <a:c> }",
            "DROP ALL",
            "$(id)",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "\u0000\u0000");

    static Stream<CannedQuery> queries() {
        return ShippedCollection.catalog().queries().stream()
                .filter(q -> !q.header().parameters().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void nothing_but_200_or_422_comes_back(CannedQuery query) {
        Release before = ShippedCollection.store().release();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String parameters = parameters(query, random);
            HttpResponse<String> answer = ask(query, parameters, random.nextBoolean());
            assertThat(answer.statusCode())
                    .as("seed %d round %d: %s?%s%n%s", seed, round, query.id(), parameters, answer.body())
                    .isIn(200, 422);
            if (answer.statusCode() == 422) {
                assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
                assertThat(answer.body()).contains("\"parameter\"");
            }
        }
        assertThat(ShippedCollection.store().release()).isEqualTo(before);
    }

    private static HttpResponse<String> ask(CannedQuery query, String parameters, boolean byPost) {
        String path = "/queries/" + query.id();
        // A long address is refused before it reaches a query (414); long values come by POST.
        return byPost || parameters.length() > 4_000
                ? SHIPPED.post(path, "application/x-www-form-urlencoded", parameters, "Accept", "text/csv")
                : SHIPPED.get(path + "?" + parameters, "Accept", "text/csv");
    }

    /** Some parameters of the query with hostile values, now and then its own example among them, now and then a list. */
    private static String parameters(CannedQuery query, Random random) {
        List<String> pairs = new ArrayList<>();
        for (Parameter parameter : query.header().parameters()) {
            int values = parameter.required() ? 1 + random.nextInt(2) : random.nextInt(3);
            for (int i = 0; i < values; i++) {
                List<String> example = query.header().example().get(parameter.name());
                String value = example != null && random.nextInt(4) == 0 ? example.getFirst() : hostile(random);
                pairs.add(encoded(parameter.name()) + "=" + encoded(value));
            }
        }
        if (random.nextInt(5) == 0) {
            pairs.add(encoded(hostile(random)) + "=" + encoded(hostile(random)));
        }
        return String.join("&", pairs);
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
        }
        return random.nextInt(20) == 0 ? text.toString().repeat(400) : text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
