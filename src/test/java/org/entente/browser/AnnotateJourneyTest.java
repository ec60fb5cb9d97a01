package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.ServedStore;
import org.entente.browser.Browser.Setting;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A text is pasted, and its cards are gone through with the keyboard alone. */
class AnnotateJourneyTest {
    @Test
    void cards_are_striped_until_seen_and_decided_by_keys() {
        try (Browser browser = Browser.start(Setting.LIGHT)) {
            browser.open(ServedStore.shipped().url("/annotate?lang=en"));
            browser.find("#text")
                    .sendKeys(
                            "Am 3. März 2020 traf Reiner Haseloff in Magdeburg Botschafter Dauren Karipov. Danach besuchte"
                                    + " Roland Weigert Astana.");
            browser.tabTo("button[value=read]").press(Keys.ENTER);
            browser.await(driver -> browser.all("li.card").size() == 2);
            assertThat((Number)
                            browser.script("return document.querySelector('li.card').getBoundingClientRect().width"))
                    .as("width of a card in pixels")
                    .satisfies(width -> assertThat(width.intValue()).isGreaterThan(500));
            assertThat(browser.all(".unseen")).isNotEmpty();
            assertThat(browser.accessibilityFindings()).isEmpty();
            browser.press("j", "j");
            assertThat(browser.all("li.card .unseen")).isEmpty();
            assertThat(browser.all("[name=take]:checked"))
                    .as("nothing is taken that nobody has accepted")
                    .isEmpty();
            browser.press("a");
            assertThat(browser.all("[name=take]:checked")).hasSize(1);
            assertThat(browser.text()).contains("1 taken, 0 not seen yet");
            assertThat(browser.consoleErrors()).isEmpty();
            browser.screenshot("annotate-cards");
        }
    }
}
