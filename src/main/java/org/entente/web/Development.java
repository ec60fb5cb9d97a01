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
 * Development mode: {@code /dev/events} tells browsers that something changed ({@code state}, whose number differs from the one
 * before), or what is wrong with a file that was saved ({@code problem}). Without sources there is no such address, and nobody is told.
 */
public final class Development implements RouteGroup {
    private final Optional<Path> sources;
    private final QueryCatalog catalog;
    private final Set<SseClient> browsers = ConcurrentHashMap.newKeySet();
    // Counts on after a restart, so that pages which were open before it are loaded again, too.
    private final AtomicLong state = new AtomicLong(System.currentTimeMillis());
    private volatile String problem = "";

    /** @param sources {@code src/main} of the program; empty outside development mode */
    Development(Optional<Path> sources, QueryCatalog catalog) {
        this.sources = sources;
        this.catalog = catalog;
        reloadMessages();
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(ctx -> Etags.edition(ctx, edition()));
        if (sources.isPresent()) {
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

    /** What beside the store shapes answers: the program, the canned queries, and in development mode whatever was saved. */
    private String edition() {
        String saved = sources.isPresent() ? Long.toString(state.get()) : "";
        return String.join(" ", BuildInfo.version(), catalog.edition(), saved);
    }

    /** Reads the texts of pages again. Templates and static files are looked at whenever they are needed. */
    public void reloadMessages() {
        sources.ifPresent(main -> Messages.reload(Optional.of(main.resolve("resources/web/messages"))));
    }

    /** Something was read again and is in use now: browsers load their page again. */
    public void changed() {
        problem = "";
        String now = Long.toString(state.incrementAndGet());
        browsers.forEach(browser -> browser.sendEvent("state", now));
    }

    /** What was saved cannot be used: browsers write it to their console. */
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
