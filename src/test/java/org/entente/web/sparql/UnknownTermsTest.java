package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor says when a query uses a term that the ontology does not have. */
class UnknownTermsTest {
    private static final String PREFIX = "PREFIX ent: <https://w3id.org/entente/ontology#> ";

    @Test
    void a_misspelt_term_is_named_with_the_one_that_was_meant() {
        assertThat(page("SELECT * { ?a ent:metWiht ?b }", "en"))
                .contains("The ontology has no term ent:metWiht", "Did you mean ent:metWith?");
        assertThat(page("ASK { ?a ent:participent/ent:holder ?b }", "de"))
                .contains("keinen Begriff ent:participent", "Ist ent:participant gemeint?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a a ent:Meeting ; ent:status ent:held ; ent:displayLabel ?b FILTER EXISTS { ?c ent:viaEvent ?a } } LIMIT 2",
                "PREFIX person: <https://w3id.org/entente/id/person/> SELECT * { person:roman-sklyar ent:met ?b } LIMIT 2"
            })
    void terms_and_functions_that_exist_are_not_named(String query) {
        assertThat(page(query, "en")).doesNotContain("The ontology has no term");
    }

    private static String page(String query, String language) {
        return ServedStore.shipped()
                .get("/sparql?lang=" + language + "&query=" + Urls.encode(PREFIX + query), "Accept", "text/html")
                .body();
    }
}
