package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.entente.ServedStore;
import org.entente.Slow;
import org.entente.browser.Browser.Setting;
import org.entente.browser.Browser.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has been painted does not move when fonts, styles and scripts arrive, on a first visit over a slow line. */
@Slow
class LayoutShiftTest {
    private static final double GOOD = 0.1;

    /** The sum of all layout shifts without a cause by the reader, when fonts and scripts are there. */
    private static final String SHIFT = """
            const done = arguments[0];
            let sum = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) sum += e.value; }))
                .observe({type: 'layout-shift', buffered: true});
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 300))));
            """;

    @ParameterizedTest
    @CsvSource({
        "/?lang=en, DESKTOP",
        "/?lang=de, PHONE",
        "/who-met?person=person:albert-rau&lang=en, DESKTOP",
        "/dossier?a=person:roman-vassilenko&b=person:monika-iwersen&lang=de, DESKTOP",
        "/network?person=person:roman-sklyar&lang=en, DESKTOP",
        "/page/event/thuringia-central-asia-2023?lang=en, PHONE"
    })
    void a_first_visit_shifts_by_less_than_a_tenth(String path, Window window) {
        try (Browser browser = Browser.start(Setting.LIGHT)) {
            browser.size(window);
            browser.driver.executeCdpCommand("Network.enable", Map.of());
            browser.driver.executeCdpCommand(
                    "Network.emulateNetworkConditions",
                    Map.of(
                            "offline",
                            false,
                            "latency",
                            40,
                            "downloadThroughput",
                            200_000,
                            "uploadThroughput",
                            100_000));
            browser.driver.get(ServedStore.shipped().url(path));
            double shift = ((Number) browser.driver.executeAsyncScript(SHIFT)).doubleValue();
            System.out.printf("layout shift of %s (%s): %.3f%n", path, window, shift);
            assertThat(shift).as(path).isLessThan(GOOD);
        }
    }
}
