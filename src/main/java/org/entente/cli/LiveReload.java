package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.query.CatalogException;
import org.entente.query.QueryCatalog;
import org.entente.rdf.Finding;
import org.entente.store.CollectionFiles;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.text.ExceptionText;
import org.entente.web.Development;
import org.jspecify.annotations.Nullable;

/** Reads changed files again while the server runs. If that fails, it says why and keeps the previous ones. */
final class LiveReload {
    private final Application application;
    private final Console console;
    private final QueryCatalog catalog;
    private volatile @Nullable Development browsers;

    LiveReload(Application application, QueryCatalog catalog, Console console) {
        this.application = application;
        this.console = console;
        this.catalog = catalog;
    }

    /** Passes changes to browsers from now on. */
    void tell(Development development) {
        browsers = development;
    }

    private Development browsers() {
        return Objects.requireNonNull(browsers, "told before the watching begins");
    }

    void watchCollection(FileWatcher watcher) {
        CollectionFiles files = application.collection();
        watcher.watch(files::everything, this::loadCollection);
        watcher.watch(files::cannedQueries, this::readQueries);
    }

    /** @param sources {@code src/main} of the program */
    void watchPages(FileWatcher watcher, Path sources) {
        watcher.watch(() -> in(sources.resolve("jte")), () -> browsers().changed());
        watcher.watch(() -> in(sources.resolve("resources/web/static")), () -> browsers()
                .changed());
        watcher.watch(() -> in(sources.resolve("resources/web/messages")), this::readMessages);
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void loadCollection() {
        try {
            if (!application.isStale()) {
                browsers().settled();
                return;
            }
            LoadReport report = application.load(Progress.SILENT);
            console.findings(report);
            if (report.accepted()) {
                console.counts("Reloaded", report);
                browsers().changed();
            } else {
                console.say("The changed files cannot be loaded (" + Console.count(report.errors(), "error")
                        + ", listed above). Still serving the previous state.");
                browsers()
                        .problem(report.findings().stream()
                                .filter(Finding::isError)
                                .map(Finding::toString)
                                .collect(Collectors.joining("\n")));
            }
        } catch (RuntimeException e) {
            console.say("The changed files cannot be loaded: " + ExceptionText.of(e)
                    + " Still serving the previous state.");
            browsers().problem(ExceptionText.of(e));
        }
    }

    private void readQueries() {
        try {
            catalog.reload();
            console.say("Reloaded: " + catalog.queries().size() + " canned queries.");
            browsers().changed();
        } catch (CatalogException e) {
            e.findings().forEach(finding -> console.warn(finding.toString()));
            console.say("The changed queries cannot be used ("
                    + Console.count(e.findings().size(), "error")
                    + ", listed above). Still serving the previous ones.");
            browsers().problem(ExceptionText.of(e));
        } catch (RuntimeException e) {
            console.say(
                    "The changed queries cannot be read: " + ExceptionText.of(e) + " Still serving the previous ones.");
            browsers().problem(ExceptionText.of(e));
        }
    }

    private void readMessages() {
        try {
            browsers().reloadMessages();
            browsers().changed();
        } catch (RuntimeException e) {
            console.say(
                    "The changed texts cannot be read: " + ExceptionText.of(e) + " Still showing the previous ones.");
            browsers().problem(ExceptionText.of(e));
        }
    }
}
