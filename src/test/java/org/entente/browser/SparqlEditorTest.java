package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.ServedStore;
import org.entente.Slow;
import org.entente.browser.Browser.Setting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The SPARQL editor in the hands of somebody at the keyboard. */
class SparqlEditorTest {
    private static final String OPTIONS = "return [...(document.querySelector('.codemirror').shadowRoot"
            + ".querySelectorAll('[role=option]'))].map(option => option.textContent)";
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(Setting.LIGHT);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String query) {
        browser.open("/sparql?lang=en");
        browser.script("localStorage.clear()");
        browser.open("/sparql?lang=en&edit=" + ServedStore.encoded(query));
        // the terms are there
        browser.await(driver -> Boolean.TRUE.equals(browser.script("return performance.getEntriesByType('resource')"
                + ".some(r => r.name.includes('terms.json') && r.responseEnd > 0)")));
        browser.tabTo(".cm-content").pressWithControl(Keys.END);
    }

    private static String text() {
        return browser.script("return document.getElementById('query').value").toString();
    }

    /** Presses Ctrl-Space and waits for a proposal; presses again now and then, for what is typed meanwhile closes the list. */
    @SuppressWarnings("unchecked")
    private static List<String> proposals(String first) {
        int[] looks = {0};
        return browser.await(driver -> {
            if (looks[0]++ % 8 == 0) {
                browser.pressWithControl(Keys.SPACE);
                return null;
            }
            List<String> options = (List<String>) browser.script(OPTIONS);
            return !options.isEmpty() && options.getFirst().startsWith(first) ? options : null;
        });
    }

    @Test
    void every_place_of_a_query_is_recognised() throws IOException {
        browser.open("/sparql?lang=en");
        for (String line : Files.readAllLines(Path.of("src/test/resources/web/positions.tsv"))) {
            String[] parts = line.split("\t", -1);
            Object place = browser.driver.executeAsyncScript(
                    "const [text, done] = arguments; import('/static/js/position.js').then(m => done(m.read(text).place), e => done(String(e)));",
                    parts[1].replace("\\n", "\n"));
            assertThat(place).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @Test
    void a_query_is_written_by_what_is_proposed() {
        open("SELECT ?who { ?who a ");
        assertThat(proposals("ent:"))
                .allSatisfy(option -> assertThat(option).matches("[a-z]+:[A-Z].*"))
                .anySatisfy(option -> assertThat(option).startsWith("ent:Personperson"));
        browser.await(driver ->
                browser.find("#proposals").getDomProperty("textContent").contains("Classes. Arrow keys"));
        browser.press("Participation");
        browser.await(driver -> browser.script(OPTIONS).toString().startsWith("[ent:Participationparticipation"));
        browser.screenshot("sparql-classes").press(Keys.ENTER);
        assertThat(text())
                .isEqualTo("PREFIX ent: <https://w3id.org/entente/ontology#>\nSELECT ?who { ?who a ent:Participation");

        browser.press(" ; rol");
        assertThat(proposals("ent:role")).first().isEqualTo("ent:rolerole");
        browser.press(Keys.ENTER, " ");
        assertThat(proposals("ent:"))
                .as("values of this property only")
                .contains("ent:guestguest")
                .noneMatch(option -> option.startsWith("ent:held"));
        browser.press("head of");
        browser.await(driver -> browser.script(OPTIONS).toString().contains("headOfDelegation"));
        browser.press(Keys.ESCAPE);
        assertThat(browser.consoleErrors())
                .as("but for queries that are not finished")
                .allMatch(line -> line.contains("/sparql/check"));
    }

    @Test
    void properties_that_fit_come_first_and_variables_are_offered() {
        open("SELECT * { ?meeting a ent:Report . ?person a ent:Person . ?meeting ");
        List<String> properties = proposals("a");
        assertThat(properties.subList(0, 20))
                .contains("ent:reportedStatusreported status", "ent:reportsreports")
                .doesNotContain("ent:holderholder");
        browser.press(Keys.ESCAPE, "ent:reports ?p");
        assertThat(proposals("?person")).containsExactly("?personperson");
        browser.press(Keys.ENTER);
        assertThat(text()).endsWith("?meeting ent:reports ?person");
    }

    @Test
    void prefixes_stand_at_the_start() {
        open("");
        assertThat(proposals("PREFIX ")).contains("PREFIX ent: <https://w3id.org/entente/ontology#>");
        browser.press("ent");
        browser.await(driver -> browser.script(OPTIONS).toString().matches("\\[PREFIX ent:[^,]*]"));
        browser.press(Keys.ENTER, "SEL");
        proposals("SELECT");
        browser.press(Keys.ENTER);
        assertThat(text()).isEqualTo("PREFIX ent: <https://w3id.org/entente/ontology#>\nSELECT");
    }

    @Slow
    @Test
    void a_query_is_laid_out_in_one_step_and_a_wrong_one_is_left_alone() {
        open("SELECT ?p{?p a ent:Person.# who\n?p rdfs:label ?name}");
        browser.find("#format-query").click();
        browser.await(driver -> text().contains("{\n  ?p a ent:Person . # who\n  ?p rdfs:label ?name\n}"));
        assertThat(text()).startsWith("PREFIX ent: <");
        browser.tabTo(".cm-content").pressWithControl("z");
        assertThat(text()).isEqualTo("SELECT ?p{?p a ent:Person.# who\n?p rdfs:label ?name}");

        open("SELECT ?p{?p a }");
        browser.driver.switchTo().activeElement().sendKeys(Keys.chord(Keys.SHIFT, Keys.ALT, "f"));
        browser.await(driver -> browser.find("#status").getText().startsWith("Nothing was changed"));
        assertThat(text()).isEqualTo("SELECT ?p{?p a }");
        assertThat(browser.find("#trouble").getText()).contains("Line 1, column 16");
    }

    @Slow
    @Test
    void drafts_are_tabs_that_stay() {
        open("ASK { ?first ?p ?o }");
        browser.find("#run").click();
        browser.await(driver -> browser.find("#answer").getText().contains("Yes"));
        browser.find("#draft-add").click();
        assertThat(browser.find("#answer").getText()).isEmpty();
        browser.pressWithControl("a").press(Keys.BACK_SPACE, "ASK {}");
        browser.find("#drafts-list [aria-selected=true]").sendKeys(Keys.F2);
        browser.press("Second", Keys.ENTER);
        assertThat(browser.find("#drafts-list").getText()).contains("Draft 1", "Second");
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.screenshot("sparql-drafts").press(Keys.ARROW_LEFT);
        assertThat(text()).isEqualTo("ASK { ?first ?p ?o }");
        assertThat(browser.find("#answer").getText()).contains("Yes");
        assertThat(browser.focused().getDomAttribute("aria-selected")).isEqualTo("true");
        browser.press(Keys.END);
        assertThat(text()).isEqualTo("ASK {}");

        browser.open("/sparql?lang=en");
        assertThat(text()).as("kept").isEqualTo("ASK {}");
        assertThat(browser.find("#drafts-list").getText()).contains("Second");
        browser.find("#drafts-list [aria-selected=true]").sendKeys(Keys.DELETE);
        assertThat(text()).isEqualTo("ASK { ?first ?p ?o }");
        assertThat(browser.all("#drafts-list [role=tab]")).hasSize(1);
        assertThat(browser.find("#draft-close").isDisplayed()).isFalse();
    }

    @Slow
    @Test
    void an_answer_is_shown_in_another_way_while_the_query_is_being_changed() {
        open(
                "SELECT ?year (COUNT(*) AS ?events) { VALUES (?year ?x) { (2015 1) (2016 1) (2016 2) } } GROUP BY ?year ORDER BY ?year");
        browser.find("#run").click();
        browser.await(driver -> browser.all("#answer [data-view]").size() > 1);
        browser.tabTo(".cm-content").pressWithControl(Keys.END).press(" # not run yet");
        browser.find("#answer [data-view=chart]").click();
        browser.await(driver -> browser.all("#answer svg").size() > 0
                && "true".equals(browser.find("#answer [data-view=chart]").getDomAttribute("aria-current")));
        assertThat(text()).endsWith("# not run yet");
        assertThat(browser.path()).contains("view=chart").doesNotContain("not+run");
    }

    @Slow
    @Test
    void graphs_are_coloured_turtle() {
        open("CONSTRUCT { ?p a ent:Person ; rdfs:label ?name } WHERE { ?p a ent:Person ; rdfs:label ?name } LIMIT 3");
        browser.find("#run").click();
        browser.await(driver -> browser.all("#answer .tok-keyword").size() > 0);
        assertThat(browser.all("#answer .tok-string")).isNotEmpty();
        assertThat(browser.all("#answer .tok-name"))
                .anySatisfy(name -> assertThat(name.getText()).isEqualTo("ent:Person"));
        assertThat(browser.accessibilityFindings()).isEmpty();
        assertThat(browser.consoleErrors()).isEmpty();
        browser.screenshot("sparql-turtle");
    }
}
