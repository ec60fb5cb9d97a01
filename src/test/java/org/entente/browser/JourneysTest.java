package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.invisibilityOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.net.http.HttpResponse;
import org.entente.ServedStore;
import org.entente.Slow;
import org.entente.browser.Browser.Setting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a newcomer who opens the first page comes for, with the keyboard alone. */
class JourneysTest {
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

    @Test
    void whom_sklyar_met_in_2023_and_in_which_office() {
        browser.open("/?lang=en").tabTo("#q").press("Roman Sklyar", Keys.ENTER);
        browser.await(urlContains("/page/person/roman-sklyar"));
        assertThat(browser.find("h1").getText()).contains("Roman Sklyar");
        assertThat(browser.find("#panel-met")
                        .findElement(By.xpath("./ancestor::section"))
                        .getText())
                .contains(
                        "Roland Weigert", "State Secretary in the Bavarian Ministry of Economic Affairs", "July 2023");
        browser.tabTo("section[aria-labelledby='panel-met'] a[href*='who-met']").press(Keys.ENTER);
        browser.await(urlContains("person="));
        if (!browser.find("#p-from").isDisplayed()) {
            browser.tabTo("details.ask > summary").press(Keys.ENTER);
        }
        browser.tabTo("#p-from").press("2023");
        browser.tabTo("#p-to").press("2023", Keys.ENTER);
        browser.await(urlContains("to=2023"));
        String answer = browser.find("section.answer").getText();
        assertThat(answer).contains("Roland Weigert", "First Deputy Prime Minister of Kazakhstan", "Robert Habeck");
        assertThat(answer).doesNotContain("Manfred Pentz");
        browser.screenshot("journey-sklyar-2023");
    }

    @Test
    void a_name_is_proposed_while_it_is_written_in_another_script() {
        browser.open("/?lang=en").tabTo("#q").press("Васс");
        browser.await(visibilityOfElementLocated(By.cssSelector("[role=option]")));
        assertThat(browser.find("#q").getDomAttribute("role")).isEqualTo("combobox");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.find("#q").getDomAttribute("aria-activedescendant")).isNotBlank();
        browser.screenshot("journey-suggestions").press(Keys.ENTER);
        browser.await(urlContains("/page/person/roman-vassilenko"));
    }

    @Test
    void why_the_meeting_of_vassilenko_and_iwersen_is_marked_decided() {
        browser.open("/?lang=en").tabTo("#q").press("Roman Vassilenko × Monika Iwersen", Keys.ENTER);
        browser.await(urlContains("/dossier"));
        assertThat(browser.find(".answer").getText()).contains("met twice", "there is a decision with reasons");
        browser.open("/page/event/vassilenko-iwersen-2024?lang=en")
                .tabTo("main a[data-evidence]")
                .press(Keys.ENTER);
        WebElement panel = browser.await(visibilityOfElementLocated(By.cssSelector("dialog[open]")));
        browser.await(driver -> panel.getText().contains("s004 calls the meeting planned"));
        assertThat(panel.getText()).contains("announced", "held");
        browser.screenshot("journey-decided").press(Keys.ESCAPE);
        browser.await(invisibilityOfElementLocated(By.cssSelector("dialog[open]")));
        assertThat(browser.script("return document.activeElement.matches('a[data-evidence]')"))
                .as("the focus is back where it was")
                .isEqualTo(true);
    }

    @Test
    void how_weigert_is_connected_to_iwersen() {
        browser.open("/?lang=en").tabTo("nav.main a[href='/path']").press(Keys.ENTER);
        browser.await(urlContains("/path"));
        browser.tabTo("#p-from").press("Weigert", Keys.ESCAPE);
        browser.tabTo("#p-to").press("Iwersen", Keys.ESCAPE, Keys.ENTER);
        browser.await(urlContains("to="));
        assertThat(browser.find("main").getText())
                .contains("Roland Weigert", "Roman Sklyar", "Monika Iwersen", "20 February 2023");
        browser.screenshot("journey-chain");
    }

    @Slow
    @Test
    void the_network_of_ten_years_is_taken_to_gephi() {
        browser.open("/?lang=en").tabTo("nav.main a[href='/network']").press(Keys.ENTER);
        browser.await(urlContains("/network"));
        if (!browser.find("#p-from").isDisplayed()) {
            browser.tabTo("details.ask > summary").press(Keys.ENTER);
        }
        browser.tabTo("#p-from").press("2015");
        browser.tabTo("#p-to").press("2025", Keys.ENTER);
        browser.await(urlContains("to=2025"));
        browser.tabTo("main a[href*='format=gexf']");
        String address = browser.focused().getDomProperty("href");
        ServedStore shipped = ServedStore.shipped();
        HttpResponse<String> file = shipped.get(address.replace(shipped.url(""), ""));
        assertThat(file.body()).contains("<gexf", "mode=\"dynamic\"", "Roman Sklyar");
        browser.screenshot("journey-network");
    }

    @Test
    void the_query_behind_a_panel_is_changed_and_run_and_cited() {
        browser.open("/page/person/roman-sklyar?lang=en")
                .tabTo("#panel-met ~ * a[href*='/sparql'], section[aria-labelledby='panel-met'] a[href*='/sparql']")
                .press(Keys.ENTER);
        browser.await(urlContains("/sparql"));
        browser.tabTo(".cm-content");
        browser.pressWithControl(Keys.END)
                .press(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, "3", Keys.ESCAPE)
                .pressWithControl(Keys.ENTER);
        browser.screenshot("journey-query-written");
        browser.await(driver -> browser.all("#answer tbody tr").size() == 3);
        browser.screenshot("journey-query");
        browser.tabTo("details.cite > summary").press(Keys.ENTER);
        assertThat(browser.find("details.cite").getText()).contains("Entente", "Release");
        browser.tabTo("details.cite a[href*='format=bib']");
    }

    @Test
    void the_years_of_the_coverage_are_drawn_in_their_own_size_however_few_they_are() {
        browser.open("/coverage?lang=en");
        Number height = (Number)
                browser.script("const bars = document.querySelector('svg.bars'); bars.setAttribute('width', 36);"
                        + " bars.setAttribute('viewBox', '0 0 36 150'); return bars.getBoundingClientRect().height");
        assertThat(height.doubleValue()).isBetween(20.0, 151.0);
    }

    @Test
    void a_query_that_was_run_is_found_again_and_has_a_short_link() {
        String query = "SELECT (COUNT(*) AS ?things) { ?thing a ?class }";
        browser.open("/sparql?lang=en&query=" + org.entente.web.http.Urls.encode(query));
        browser.find("#run").click();
        browser.await(visibilityOfElementLocated(By.cssSelector("#history")));
        browser.open("/sparql?lang=en");
        browser.find("#history > summary").click();
        assertThat(browser.find("#history-list").getText()).contains("SELECT (COUNT(*) AS ?things)");
        browser.find("#history-list button").click();
        browser.await(driver ->
                browser.script("return document.getElementById('query').value").equals(query));
        browser.find("#short").click();
        browser.await(urlContains("/sparql?z="));
        assertThat(browser.path().length()).isLessThan(120);
        browser.open(browser.path());
        assertThat(browser.find("#answer").getText()).contains("things");
    }

    @Slow
    @Test
    void names_of_a_list_get_their_ids_in_four_clicks() {
        browser.open("/?lang=en").tabTo("main a[href='/match']").press(Keys.ENTER);
        browser.await(urlContains("/match"));
        browser.tabTo("#paste")
                .press("Name;Country\nAngela Merkel;Germany\nOlaf Scholz;\nКасым-Жомарт Токаев;Kazakhstan\nRau;\n");
        browser.tabTo("button[value=match]").press(Keys.ENTER);
        browser.await(visibilityOfElementLocated(By.cssSelector("table.matched")));
        assertThat(browser.find("#found").getText()).contains("4 rows: 2 matched");
        assertThat(browser.find("table.matched").getText()).contains("Q567", "Q61053", "Rau");
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.tabTo("button[value=names]").press(Keys.ENTER);
        browser.await(driver -> browser.find("#found").getText().contains("3 matched"));
        browser.screenshot("journey-match");
        browser.tabTo("button[value=csv]");
    }
}
