package org.entente.web.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.entente.ServedStore;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the versions lead to what they name. */
class OntologyVersionsTest {
    private static final ServedStore SHIPPED =
            ServedStore.shipped(ServerOptions.defaults().withOntology(Path.of("ontology")));
    private static final String BASE = "https://w3id.org/entente";

    @AfterAll
    static void close() {
        SHIPPED.close();
    }

    @ParameterizedTest
    @EnumSource(OntologyModule.class)
    void the_version_that_a_module_names_is_the_module(OntologyModule module) {
        Model now = turtle(module.path());
        String version = now.getResource(BASE + module.path())
                .getPropertyResourceValue(OWL2.versionIRI)
                .getURI();

        assertThat(version).startsWith(BASE + module.path() + "/");
        Model named = turtle(version.substring(BASE.length()));
        assertThat(named.size()).isPositive();
        assertThat(named.listStatements().toList())
                .filteredOn(s -> !s.getSubject().isAnon() && !s.getObject().isAnon())
                .allMatch(now::contains);
    }

    @ParameterizedTest
    @EnumSource(OntologyModule.class)
    void an_earlier_version_says_what_to_use_instead(OntologyModule module) {
        String earlier = turtle(module.path())
                .getResource(BASE + module.path())
                .getPropertyResourceValue(OWL2.priorVersion)
                .getURI();
        HttpResponse<String> answer = get(earlier.substring(BASE.length()), "text/turtle");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Use " + module.path() + "/0.2.0", "/ontology#changes");
        assertThat(answer.headers().firstValue("Link").orElse(""))
                .isEqualTo("<" + module.path() + "/0.2.0>; rel=\"successor-version\"");
    }

    @Test
    void a_version_that_never_was_is_not_found() {
        HttpResponse<String> answer = get("/shapes/7.7.7", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/shapes/0.2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ontology/0.2.0", "/vocabulary", "/vocabulary/0.2.0", "/shapes/0.2.0"})
    void a_browser_is_led_to_the_page(String path) {
        HttpResponse<String> answer = get(path, "text/html");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/ontology");
    }

    @Test
    void every_module_is_redirected_by_its_permanent_name() throws IOException {
        List<Pattern> rules = Files.readAllLines(Path.of("ontology/w3id/.htaccess")).stream()
                .filter(line -> line.startsWith("RewriteRule") && line.contains("R=303"))
                .map(line -> Pattern.compile(line.split(" ")[1]))
                .toList();
        for (OntologyModule module : OntologyModule.values()) {
            for (String version : List.of("", "/0.2.0")) {
                assertThat(rules).anyMatch(rule -> rule.matcher(module.path().substring(1) + version)
                        .find());
            }
        }
        assertThat(rules).anyMatch(rule -> rule.matcher("id/person/albert-rau").find());
    }

    private static Model turtle(String path) {
        HttpResponse<String> answer = get(path, "text/turtle");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(answer.body()), null, Lang.TURTLE);
        return model;
    }

    private static HttpResponse<String> get(String path, String accept) {
        return SHIPPED.get(path, "Accept", accept);
    }
}
