package org.entente.web.annotate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.execution.Problem;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.FileText;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.entente.text.ExceptionText;
import org.entente.web.http.RefusedLoad;

/** Writes a new source, and what it names for the first time, into files and store in one step; the checks of a load decide. */
final class NewSource {
    private final Store store;
    private final CollectionFiles files;

    NewSource(Store store, CollectionFiles files) {
        this.store = store;
        this.files = files;
    }

    /**
     * Writes and loads.
     *
     * @param authority descriptions of new things; "" for none
     * @throws RefusedLoad if the checks find errors; then everything is as before
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
        List<FileText> texts = new ArrayList<>(List.of(new FileText(file, "", source)));
        if (!authority.isEmpty()) {
            texts.add(new FileText(fresh, "", authority));
        }
        try {
            RefusedLoad.require(
                    CollectionLoader.of(store).load(files, texts, Progress.SILENT),
                    wrong(422, "The checks refuse these reports; nothing was written."));
            return null;
        } catch (StoreException e) {
            throw wrong(409, ExceptionText.of(e));
        }
    }

    private static Problem wrong(int status, String detail) {
        return Problem.of(status, "annotate", "The source was not written", detail);
    }
}
