package org.entente.web.annotate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.execution.Problem;
import org.entente.rdf.Finding;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.entente.text.ExceptionText;

/** Writes a new source, and what it names for the first time, into files and store; the checks of a load decide, and take the files away again. */
final class NewSource {
    private final Store store;
    private final CollectionFiles files;

    NewSource(Store store, CollectionFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Refused with a list of reasons. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;
        private final transient List<String> lines;

        Refused(Problem problem, List<String> lines) {
            super(null, null, false, false);
            this.problem = problem;
            this.lines = lines;
        }

        Problem problem() {
            return problem;
        }

        List<String> lines() {
            return lines;
        }
    }

    /**
     * Writes and loads.
     *
     * @param authority descriptions of new things; "" for none
     * @throws Refused if the checks find errors; then everything is as before
     */
    synchronized Void write(String id, String source, String authority) {
        Path file = files.data().resolve("sources").resolve(id + ".ttl");
        Path fresh = files.data().resolve("authority").resolve("from-" + id + ".ttl");
        if (store.release().isSetBack()) {
            throw wrong(409, "The collection is set back to an earlier release. Go forward again first.");
        }
        if (Files.exists(file) || Files.exists(fresh)) {
            throw wrong(409, "There is a source " + id + " already. Give this one another name.");
        }
        boolean kept = false;
        try {
            Files.createDirectories(file.getParent());
            Files.createDirectories(fresh.getParent());
            if (!authority.isEmpty()) {
                Files.writeString(fresh, authority);
            }
            Files.writeString(file, source);
            LoadReport report = CollectionLoader.of(store).load(files, Progress.SILENT);
            if (!report.accepted()) {
                throw new Refused(
                        wrong(422, "The checks refuse these reports; nothing was written."),
                        report.findings().stream()
                                .filter(Finding::isError)
                                .map(Finding::toString)
                                .toList());
            }
            kept = true;
            return null;
        } catch (StoreException e) {
            throw wrong(409, ExceptionText.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!kept) {
                delete(file);
                delete(fresh);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem wrong(int status, String detail) {
        return Problem.of(status, "annotate", "The source was not written", detail);
    }
}
