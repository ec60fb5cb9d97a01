package org.entente.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.entente.execution.Select;
import org.entente.rdf.Finding;
import org.entente.store.CollectionFiles;
import org.entente.store.EntryFile;
import org.entente.store.FileAppender;
import org.entente.store.FileText;
import org.entente.store.Graphs;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.entente.vocab.Prefixes;

/**
 * The decisions taken in the service, one after the other in {@code data/decisions/log.ttl}. Nothing in it is changed or removed: who
 * changes their mind adds a decision that withdraws another.
 */
public final class DecisionLog {
    private static final String HEAD = """
            # Decisions taken in the service, the newest last. Nothing here is changed: another decision withdraws one.

            """;

    private final Store store;
    private final CollectionFiles files;
    private final Clock clock;

    public DecisionLog(Store store, CollectionFiles files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What came of a decision.
     *
     * @param iri of the decision
     * @param findings what stands against it; with an error among it, nothing was written
     */
    public record Outcome(String iri, List<Finding> findings) {
        /** Whether it was written. */
        public boolean accepted() {
            return findings.stream().noneMatch(Finding::isError);
        }
    }

    /** The file. */
    public Path file() {
        return files.data().resolve("decisions").resolve("log.ttl");
    }

    /**
     * Takes a decision: file and store have it both, or neither.
     *
     * @param before looks once more at what is decided, in the transaction that writes; what it throws is passed on
     * @throws org.entente.store.StoreException if the files are not those of the store or cannot be written
     */
    public synchronized Outcome append(Decision decision, Consumer<Select> before) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String iri = files.description().ids() + "decision/" + decision.slug(at);
        List<FileAppender.Addition> additions = new ArrayList<>();
        decision.draft()
                .made()
                .ifPresent(entry -> additions.add(addition(Graphs.AUTHORITY, fileOf(entry), "", entry.turtle())));
        additions.add(addition(Graphs.DECISIONS, file(), HEAD, decision.turtle(iri, at)));
        List<Finding> findings =
                new FileAppender(store, files, clock).append(additions, dataset -> before.accept(Select.on(dataset)));
        return new Outcome(iri, findings);
    }

    private Path fileOf(NewThing entry) {
        return EntryFile.of(files, entry.like().getURI(), entry.entry().id())
                .orElseThrow(() -> new StoreException("No file of the collection describes "
                        + Prefixes.compact(entry.like().getURI())
                        + ": it was written over HTTP. Save it in a file of authority/ first."));
    }

    /** @param head what a file begins with that is made */
    private static FileAppender.Addition addition(Node graph, Path file, String head, String block) {
        String now = read(file);
        String begin = now.isEmpty() ? head : now.endsWith("\n") ? now + "\n" : now + "\n\n";
        return new FileAppender.Addition(graph, new FileText(file, now, begin + block));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
