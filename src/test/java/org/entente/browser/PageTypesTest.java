package org.entente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.entente.browser.Browser.Setting;
import org.entente.browser.Browser.Window;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every type of page, in both languages, light and dark, wide and narrow. The build looks at those that differ most, {@link
 * OtherPageTypesTest} at the others. {@code -Dentente.pages=home,map} looks at some only, {@code -Dentente.screenshots=true} keeps pictures
 * of them.
 */
class PageTypesTest {
    private static final Set<String> MAIN = Set.of(
            "home",
            "person",
            "organisation",
            "event",
            "source",
            "dossier",
            "network",
            "who-met",
            "map",
            "sparql-result",
            "sheet",
            "not-found");

    /** One page of every type, by the name that its screenshots get. */
    static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("person", "/page/person/roman-sklyar"),
            Map.entry("organisation", "/page/org/bmwi"),
            Map.entry("post", "/page/post/ambassador-de-kz"),
            Map.entry("place", "/page/place/astana"),
            Map.entry("trip", "/page/event/thuringia-central-asia-2023"),
            Map.entry("region", "/page/region/bavaria"),
            Map.entry("topic", "/ask?q=Which%20meetings%20dealt%20with%20green%20hydrogen%3F"),
            Map.entry("event", "/page/event/vassilenko-iwersen-2024"),
            Map.entry("source", "/page/doc/s003"),
            Map.entry("dossier", "/dossier?a=Roman%20Vassilenko&b=Monika%20Iwersen"),
            Map.entry("dossier-nothing", "/dossier?a=Weigert&b=Onzhanov"),
            Map.entry("path", "/path?from=Roland%20Weigert&to=Monika%20Iwersen"),
            Map.entry("path-nothing", "/path?from=Armin%20Willingmann&to=Wolfgang%20Tiefensee"),
            Map.entry("network", "/network?person=Roman%20Sklyar"),
            Map.entry("who-met", "/who-met?person=Roman%20Sklyar&from=2023&to=2023"),
            Map.entry("question-form", "/queries/who-met"),
            Map.entry("question-wrong", "/who-met?person=Tokajevski"),
            Map.entry("questions", "/queries"),
            Map.entry("conflicts", "/conflicts"),
            Map.entry("coverage", "/coverage"),
            Map.entry("sources", "/sources"),
            Map.entry("candidates", "/queries/candidates"),
            Map.entry("plausibility", "/queries/plausibility"),
            Map.entry("state", "/page/state/kazakhstan"),
            Map.entry("series", "/page/series/wg-economy"),
            Map.entry("timeline", "/timeline"),
            Map.entry("map", "/map"),
            Map.entry("statistics", "/statistics"),
            Map.entry("result-as-timeline", "/who-met?person=Roman%20Sklyar&view=timeline"),
            Map.entry("search", "/search?q=Tokajew"),
            Map.entry("search-nothing", "/search?q=Xyzzy"),
            Map.entry("find-question", "/find?q=Wen%20traf%20Albert%20Rau%3F"),
            Map.entry("evidence", "/evidence?of=event:vassilenko-iwersen-2024"),
            Map.entry("links", "/links"),
            Map.entry("link-differences", "/links/differences"),
            Map.entry("quickstatements", "/links/quickstatements?format=html"),
            Map.entry("link", "/links/person/albert-rau"),
            Map.entry("match", "/match"),
            Map.entry("sheet", "/sheet?source=d035"),
            Map.entry(
                    "sparql-graph",
                    "/sparql?query=CONSTRUCT%20WHERE%20%7B%20%3Fs%20a%20%3Chttps%3A%2F%2Fw3id.org%2Fentente%2Fontology%23Person%3E%20%7D%20LIMIT%202"),
            Map.entry("reconcile-help", "/reconcile/help"),
            Map.entry("about", "/about"),
            Map.entry("sparql", "/sparql"),
            Map.entry("sparql-result", "/sparql?query=SELECT%20*%20%7B%20%3Fs%20a%20%3Fclass%20%7D%20LIMIT%205"),
            Map.entry("ontology", "/ontology"),
            Map.entry("letter", "/request?gap=trips-without-participants&of=event%3Abavaria-kazakhstan-2016"),
            Map.entry("unknown", "/unknown"),
            Map.entry("not-found", "/page/person/albert-row")));

    @TestFactory
    Stream<DynamicTest> every_page_has_no_serious_barrier_on_a_wide_and_light_screen() {
        Browser browser = Browser.start(Setting.LIGHT);
        return in("en", browser, page -> {
            browser.size(Window.DESKTOP).open(in(PAGES.get(page), "en"));
            browser.screenshot(page + "-en-light");
            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
            assertThat(browser.accessibilityFindings()).as("axe").isEmpty();
            assertNoErrorAndNoForeignRequest(page, browser);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_page_fits_a_phone_and_is_readable_in_the_dark() {
        Browser browser = Browser.start(Setting.DARK);
        // German has the longer words.
        return in("de", browser, page -> {
            browser.size(Window.PHONE).open(in(PAGES.get(page), "de"));
            browser.screenshot(page + "-de-dark-phone");
            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("de");
            assertThat(browser.overflow()).as("pixels too wide").isLessThanOrEqualTo(0);
            assertThat(browser.findingsOfLooksAndWords()).as("axe").isEmpty();
            assertNoErrorAndNoForeignRequest(page, browser);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_page_is_read_without_scripts() {
        Browser browser = Browser.start(Setting.NO_SCRIPT);
        return in("en", browser, page -> {
            browser.open(in(PAGES.get(page), "en"));
            assertThat(browser.find("h1").getText()).isNotBlank();
            assertThat(browser.script("return document.querySelector('main').innerText.length"))
                    .asInstanceOf(InstanceOfAssertFactories.LONG)
                    .isGreaterThan(60);
        });
    }

    /** Whether this class looks at a page. */
    boolean looksAt(String page) {
        return MAIN.contains(page);
    }

    interface Look {
        void at(String page);
    }

    /** One test per page; the browser is closed after the last. */
    private Stream<DynamicTest> in(String language, Browser browser, Look look) {
        List<String> only = List.of(System.getProperty("entente.pages", "").split(","));
        return PAGES.keySet().stream()
                .filter(this::looksAt)
                .filter(page -> only.contains("") || only.contains(page))
                .map(page -> DynamicTest.dynamicTest(page + " (" + language + ")", () -> look.at(page)))
                .onClose(browser::close);
    }

    private static void assertNoErrorAndNoForeignRequest(String page, Browser browser) {
        assertThat(withoutExpected(page, browser.consoleErrors())).as("console").isEmpty();
        assertThat(browser.foreignRequests()).as("requests to other hosts").isEmpty();
    }

    private static String in(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** A page that answers 404 or 422 is itself an entry of the console. */
    private static List<String> withoutExpected(String page, List<String> errors) {
        return page.equals("not-found") || page.equals("question-wrong")
                ? errors.stream().filter(e -> !e.contains("status of 4")).toList()
                : errors;
    }
}
