package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.visibilityOfElementLocated;

import java.util.List;
import org.entente.browser.Browser.Setting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** In the interactive picture of a network no name is written over another. */
class NetworkLabelsTest {
    /** The numbers of names that are written, and of pairs of them that lie on each other. */
    private static final String NAMES = """
            const cy = document.querySelector('.stage-canvas')._cyreg.cy;
            const boxes = cy.nodes().filter(n => n.visible() && n.style('label') && Number(n.style('text-opacity')) > 0)
                .map(n => n.renderedBoundingBox({includeNodes: false, includeEdges: false, includeOverlays: false, includeLabels: true}));
            let overlaps = 0;
            boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
                if (a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2) overlaps++;
            }));
            return [boxes.length, overlaps];
            """;

    @ParameterizedTest
    @ValueSource(strings = {"/network?lang=en", "/network?person=person:roman-sklyar&lang=de"})
    void names_do_not_overlap(String path) {
        try (Browser browser = Browser.start(Setting.LIGHT)) {
            browser.open(path);
            browser.await(visibilityOfElementLocated(By.cssSelector(".stage-canvas canvas")));
            browser.await(driver -> ((Number) names(browser).get(0)).intValue() > 3);
            browser.screenshot("network-" + (path.contains("person") ? "person" : "all"));
            assertThat(((Number) names(browser).get(1)).intValue()).isZero();
        }
    }

    private static List<?> names(Browser browser) {
        return (List<?>) browser.script(NAMES);
    }
}
