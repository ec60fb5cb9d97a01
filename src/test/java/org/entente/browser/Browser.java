package org.entente.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.entente.ServedStore;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that looks at the service over the shipped collection. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String FOCUSED = "let at = document.activeElement;"
            + " while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;"
            + " return !!at && at.matches(arguments[0])";
    /** Rows, terms, dots of one kind are written by one template: the first eight beside each other stand for the rest. */
    private static final String FIRST_OF_EACH_KIND =
            "for (const each of document.querySelectorAll('main *:nth-of-type(n+9)')) each.remove()";

    private static final int MOST_TABS = 250;
    private static final int LONGEST_SHOT = 8000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Enough for axe-core on the longest page when the machine is busy. */
    private static final Duration SCRIPT_TIMEOUT = Duration.ofMinutes(3);

    /** What a reader may have set. */
    enum Setting {
        LIGHT,
        DARK,
        NO_SCRIPT
    }

    /** Widths and heights in CSS pixels. */
    enum Window {
        DESKTOP(1280, 1000),
        PHONE(390, 844);

        final int width;
        final int height;

        Window(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser; where this machine has none, the test is skipped and says why. */
    static Browser start(Setting setting) {
        Optional<Path> browser = program("chromium");
        Optional<Path> remote = program("chromedriver");
        assumeTrue(
                browser.isPresent() && remote.isPresent(),
                "There is no chromium or no chromedriver in PATH: what needs a browser is not tested.");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion");
        if (setting == Setting.NO_SCRIPT) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(remote.orElseThrow().toFile())
                .withSilent(true)
                .build();
        Browser started = new Browser(new ChromeDriver(service, options));
        started.driver.manage().timeouts().scriptTimeout(SCRIPT_TIMEOUT);
        String scheme = setting == Setting.DARK ? "dark" : "light";
        started.driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        started.size(Window.DESKTOP);
        return started;
    }

    Browser size(Window window) {
        driver.manage().window().setSize(new Dimension(window.width, window.height));
        // A window has a least width of its own; the page shall see exactly this one.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", window.width, "height", window.height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    Browser open(String path) {
        forgetLogs();
        driver.get(path.startsWith("http") ? path : ServedStore.shipped().url(path));
        return this;
    }

    String path() {
        return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "");
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    /** Waits until something is there, and gives it; what it looks at may be exchanged meanwhile. */
    <T> T await(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(condition);
    }

    /** Presses keys where the focus is, one after the other. */
    Browser press(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
        return this;
    }

    /** Presses a key while the control key is held. */
    Browser pressWithControl(CharSequence key) {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
        return this;
    }

    /** Goes on with the tab key until the focus is on something that fits, also inside a component. */
    Browser tabTo(String css) {
        for (int pressed = 0; pressed < MOST_TABS; pressed++) {
            if (Boolean.TRUE.equals(script(FOCUSED, css))) {
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("The tab key does not lead to " + css + " on " + path());
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** The errors that the console has shown since the page was opened. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses of other hosts that the page has asked for since it was opened. */
    List<String> foreignRequests() {
        List<String> foreign = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = parse(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                String url = message.path("params").path("request").path("url").asText();
                if (!url.startsWith(ServedStore.shipped().url("/"))
                        && !url.startsWith("data:")
                        && !url.startsWith("blob:")) {
                    foreign.add(url);
                }
            }
        }
        return foreign;
    }

    /** Serious and critical findings of axe-core, rules of WCAG 2.0 to 2.2 A and AA: one line each. */
    List<String> accessibilityFindings() {
        return findings(axe -> axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")));
    }

    /** Of these, what can be different in other colours, in another width and in another language: what is seen, and texts that are missing. */
    List<String> findingsOfLooksAndWords() {
        return findings(axe -> axe.withOnlyRules(List.of(
                "color-contrast",
                "link-in-text-block",
                "scrollable-region-focusable",
                "target-size",
                "button-name",
                "document-title",
                "html-has-lang",
                "html-lang-valid",
                "image-alt",
                "input-button-name",
                "label",
                "link-name",
                "select-name",
                "svg-img-alt",
                "valid-lang")));
    }

    private List<String> findings(UnaryOperator<AxeBuilder> rules) {
        script(FIRST_OF_EACH_KIND);
        AxeRunOptions options = new AxeRunOptions();
        // Without the long lists of what passes.
        options.setResultTypes(List.of("violations"));
        Results results = rules.apply(new AxeBuilder().withOptions(options))
                // One run in the page itself. Otherwise a second tab puts together what was found in each frame; there
                // are no frames.
                .setLegacyMode()
                .analyze(driver);
        if (results.isErrored()) {
            throw new AssertionError("axe-core did not finish: " + results.getErrorMessage());
        }
        return results.getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + " at " + node.getTarget() + " "
                                + node.getHtml()))
                .toList();
    }

    /** How many CSS pixels the page is wider than its window. */
    long overflow() {
        return ((Number) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /**
     * With {@code -Dentente.screenshots=true}: writes what is seen, the page or its first {@value #LONGEST_SHOT} pixels, to
     * {@code target/screenshots}.
     */
    Browser screenshot(String name) {
        if (!Boolean.getBoolean("entente.screenshots")) {
            return this;
        }
        try {
            Files.createDirectories(SCREENSHOTS);
            Number width = (Number) script("return document.documentElement.scrollWidth");
            Number height = (Number) script("return document.documentElement.scrollHeight");
            Map<String, Object> part = Map.of(
                    "x", 0, "y", 0, "width", width, "height", Math.min(height.intValue(), LONGEST_SHOT), "scale", 1);
            Object shot = driver.executeCdpCommand(
                            "Page.captureScreenshot",
                            Map.of(
                                    "format",
                                    "png",
                                    "optimizeForSpeed",
                                    true,
                                    "captureBeyondViewport",
                                    true,
                                    "clip",
                                    part))
                    .get("data");
            Files.write(SCREENSHOTS.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png(shot.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void forgetLogs() {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
