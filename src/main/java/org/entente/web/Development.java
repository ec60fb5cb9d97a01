package org.entente.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.query.QueryCatalog;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.Etags;
import org.entente.web.http.RouteGroup;
import org.entente.web.page.Messages;

/**
 * Pages that load themselves again, in development mode and while somebody writes a collection. {@code /dev/events} sends browsers an event {@code state} with a new number after a change, and an
 * event {@code problem} with the error if a saved file cannot be used. Otherwise the address does not exist.
 */
public final class Development implements RouteGroup {
    private final Optional<Path> sources;
    private final boolean reloads;
    private final QueryCatalog catalog;
    private final Set<SseClient> browsers = ConcurrentHashMap.newKeySet();
    // Starts at the clock, so that pages opened before a restart see a new number and reload.
    private final AtomicLong state = new AtomicLong(System.currentTimeMillis());
    private volatile String problem = "";

    /**
     * @param sources {@code src/main} of the program; empty outside development mode
     * @param reloads whether browsers are told of changes, in development mode or while somebody writes a collection
     */
    Development(Optional<Path> sources, boolean reloads, QueryCatalog catalog) {
        this.reloads = reloads;
        this.sources = sources;
        this.catalog = catalog;
        reloadMessages();
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(ctx -> Etags.edition(ctx, edition()));
        if (reloads) {
            routes.sse("/dev/events", this::greet);
        }
    }

    private void greet(SseClient browser) {
        browser.keepAlive();
        browser.onClose(() -> browsers.remove(browser));
        browsers.add(browser);
        browser.sendEvent("state", Long.toString(state.get()));
        String wrong = problem;
        if (!wrong.isEmpty()) {
            browser.sendEvent("problem", wrong);
        }
    }

    /**
     * What answers depend on besides the store: the program, the canned queries and, in development mode, each saved
     * file.
     */
    private String edition() {
        String saved = reloads ? Long.toString(state.get()) : "";
        return String.join(" ", BuildInfo.version(), catalog.edition(), saved);
    }

    /** Reads the texts of the pages again. Templates and static files are read for each request anyway. */
    public void reloadMessages() {
        sources.ifPresent(main -> Messages.reload(Optional.of(main.resolve("resources/web/messages"))));
    }

    /** Makes browsers reload their page: something changed and is in use now. */
    public void changed() {
        problem = "";
        String now = Long.toString(state.incrementAndGet());
        browsers.forEach(browser -> browser.sendEvent("state", now));
    }

    /** Takes back an error: the files are again as they were before it. */
    public void settled() {
        if (!problem.isEmpty()) {
            changed();
        }
    }

    /** Sends browsers an error about a saved file, for their console. */
    public void problem(String text) {
        problem = text;
        browsers.forEach(browser -> browser.sendEvent("problem", text));
    }

    void close() {
        browsers.forEach(SseClient::close);
        if (sources.isPresent()) {
            Messages.reload(Optional.empty());
        }
    }
}
