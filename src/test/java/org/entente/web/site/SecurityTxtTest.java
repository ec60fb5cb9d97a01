package org.entente.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.ServedStore;
import org.junit.jupiter.api.Test;

/** Who finds a hole learns whom to tell, if the collection says who looks after it. */
class SecurityTxtTest {
    @Test
    void the_contact_of_the_collection_is_named_and_nobody_is_made_up() {
        try (ServedStore site = ServedStore.example()) {
            HttpResponse<String> none = site.get("/.well-known/security.txt");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("dcat:contactPoint").doesNotContain("mailto:");

            describe(site, "mailto:holes@example.org");
            HttpResponse<String> answer = site.get("/.well-known/security.txt");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ServedStore.header(answer, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
            assertThat(answer.body())
                    .contains(
                            "Contact: mailto:holes@example.org\n",
                            "Preferred-Languages: de\n",
                            "Canonical: " + site.url("/.well-known/security.txt") + "\n");
            Instant expires = Instant.parse(answer.body()
                    .lines()
                    .filter(line -> line.startsWith("Expires: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("Expires: ".length()));
            assertThat(expires).isAfter(Instant.now()).isBefore(Instant.now().plus(366, ChronoUnit.DAYS));
        }
    }

    private static void describe(ServedStore site, String contact) {
        assertThat(site.update("PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dcterms: <http://purl.org/dc/terms/>"
                                + " INSERT DATA { GRAPH <https://w3id.org/entente/graph/collection> { <urn:example:it> a dcat:Dataset ;"
                                + " dcterms:language \"de\" ; dcat:contactPoint <" + contact + "> } }")
                        .statusCode())
                .isEqualTo(204);
    }
}
