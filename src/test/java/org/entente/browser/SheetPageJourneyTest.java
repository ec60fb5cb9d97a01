package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.browser.Browser.Setting;
import org.entente.browser.Browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A source goes through a spreadsheet: taken, changed, brought back, looked at, written. */
class SheetPageJourneyTest {
    @TempDir
    private Path data;

    @TempDir
    private Path store;

    @TempDir
    private Path desk;

    @Slow
    @Test
    void a_source_is_taken_as_a_sheet_and_what_was_changed_is_written() throws IOException {
        try (ServedStore site = ServedStore.editable(ShippedCollection.copiedTo(data), store);
                Browser browser = Browser.start(Setting.LIGHT)) {
            browser.open(site.url("/page/doc/d035?lang=en"))
                    .tabTo("a[href^='/sheet']")
                    .press(Keys.ENTER);
            browser.await(urlContains("/sheet?source="));
            assertThat(browser.find("#source").getDomProperty("value")).isEqualTo("d035");

            String sheet = site.get("/sheet?source=d035&format=csv").body();
            Path changed = desk.resolve("d035.csv");
            Files.writeString(
                    changed,
                    sheet.replaceFirst(",guest,", ",host,").replaceFirst("Beibut Atamkulov,,", "B. Atamkulov,,"));
            browser.find("#file").sendKeys(changed.toString());
            browser.tabTo("button[value=compare]").press(Keys.ENTER);
            browser.await(driver -> browser.all("ul.changes li").size() == 2);
            assertThat(browser.text())
                    .contains("“guest” becomes “host”.", "“Beibut Atamkulov” becomes “B. Atamkulov”.");
            assertThat(browser.accessibilityFindings()).isEmpty();
            assertThat(browser.consoleErrors()).isEmpty();
            browser.screenshot("sheet-differences");

            browser.tabTo("ul.changes li:first-child input").press(Keys.SPACE);
            browser.tabTo("#key").press("wrong", Keys.ENTER);
            browser.await(driver -> !browser.all("[role=alert]").isEmpty());
            assertThat(browser.all("ul.changes input:checked"))
                    .as("nothing is lost")
                    .hasSize(1);
            browser.tabTo("#key").press(ServedStore.KEY, Keys.ENTER);
            browser.await(urlContains("saved=1"));
            assertThat(browser.find(".said[role=status]").getText()).contains("One change is written");
            assertThat(Files.readString(data.resolve("sources/d035.ttl")))
                    .contains("ent:role ent:host")
                    .contains("ent:nameAsPrinted \"Beibut Atamkulov\"@de");
            browser.size(Window.PHONE);
            assertThat(browser.overflow()).isZero();
        }
    }
}
