package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import org.entente.ServedStore;
import org.entente.Slow;
import org.entente.browser.Browser.Setting;
import org.entente.browser.Browser.Window;
import org.entente.link.LinkedExample;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The review of links as an editor does it: by keyboard, and without scripts. */
class LinkDeskTest {
    private static ServedStore site() {
        return ServedStore.over(LinkedExample.store(), ServerOptions.defaults().withWriteKey(ServedStore.KEY));
    }

    @Slow
    @Test
    void candidates_are_decided_and_taken_back_with_the_keyboard_alone() {
        try (ServedStore site = site();
                Browser browser = Browser.start(Setting.LIGHT)) {
            browser.open(site.url("/links?lang=en")).tabTo(".linkage").press("u");
            assertThat(browser.find(".chosen").getText()).contains("Q9000003: unsure", "1 chosen");
            browser.press("1", "a");
            assertThat(browser.find(".chosen").getText()).contains("Q9000003: accepted", "1 chosen");
            browser.screenshot("links-desk");
            assertThat(browser.accessibilityFindings()).isEmpty();
            assertThat(browser.consoleErrors()).isEmpty();
            browser.press("q", "Q77");
            assertThat(browser.find(".qid").getDomProperty("value"))
                    .as("in a text field letters are letters")
                    .isEqualTo("Q77");
            browser.press(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);

            browser.tabTo("#by")
                    .press("Muster")
                    .tabTo("#why")
                    .press("same office")
                    .tabTo("#key");
            browser.press("wrong", Keys.ENTER);
            browser.await(d -> !browser.all("[role=alert]").isEmpty());
            assertThat(browser.text()).contains("Nothing was saved");
            assertThat(browser.find("#by").getDomProperty("value")).isEqualTo("Muster");
            assertThat(browser.all(".preview input:checked[value=accepted]")).hasSize(1);
            browser.tabTo("#key").press(ServedStore.KEY, Keys.ENTER);
            browser.await(urlContains("saved=1"));
            assertThat(browser.find(".saved [role=status]").getText()).contains("One decision was saved");

            browser.tabTo("details.undo > summary").press(Keys.ENTER);
            browser.screenshot("links-undo");
            browser.tabTo("#by-undo").press("Muster").tabTo("#why-undo").press("wrong person");
            browser.tabTo("#key-undo").press(ServedStore.KEY, Keys.ENTER);
            browser.await(urlContains("/links?saved=1"));
            assertThat(browser.text()).contains("Erika Muster");
            browser.size(Window.PHONE);
            assertThat(browser.overflow()).isZero();
        }
    }

    @Test
    void without_scripts_a_batch_is_chosen_previewed_and_saved() {
        try (ServedStore site = site();
                Browser browser = Browser.start(Setting.NO_SCRIPT)) {
            browser.open(site.url("/links?lang=de"));
            browser.find("a[href*='choose=clear']").click();
            browser.find("button[value=preview]").click();
            assertThat(browser.text()).contains("Eine Entscheidung vor dem Speichern", "Annehmen: Erika Muster ist");
            browser.screenshot("links-preview");
            browser.find("#by").sendKeys("Muster");
            browser.find("#why").sendKeys("Amt und Name");
            browser.find("#key").sendKeys(ServedStore.KEY, Keys.ENTER);
            assertThat(browser.text()).contains("Eine Entscheidung wurde gespeichert");
        }
    }
}
