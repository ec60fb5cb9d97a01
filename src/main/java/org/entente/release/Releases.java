package org.entente.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.query.QueryCatalog;
import org.entente.store.CollectionFiles;
import org.entente.store.SealedFolder;
import org.entente.store.Store;

/** The shelf: the folder in which releases are kept, for one collection. */
public final class Releases {
    private static final String ID = "[0-9a-f]{12}";
    private static final String LOCK = ".lock";

    /** Number of states that are kept only because they were cited, unless another one is set. */
    public static final int MOST_CITED = 50;

    private final Path shelf;
    private final CollectionFiles collection;
    private final Clock clock;
    private final int mostCited;
    /** Name space of the things of the collection. */
    private final String ids;
    /** Releases never change, so each is read once. */
    private final Map<Path, KeptRelease> read = new ConcurrentHashMap<>();

    /**
     * @param shelf the folder; it need not exist
     * @param collection files that the state of the store was loaded from
     */
    public Releases(Path shelf, CollectionFiles collection, Clock clock) {
        this(shelf, collection, clock, MOST_CITED);
    }

    private Releases(Path shelf, CollectionFiles collection, Clock clock, int mostCited) {
        this.shelf = shelf;
        this.collection = collection;
        this.clock = clock;
        this.mostCited = mostCited;
        this.ids = collection.description().ids();
    }

    /**
     * The same shelf with another limit.
     *
     * @param most number of states that are kept only because they were cited; 0 to keep none for that
     */
    public Releases withMostCited(int most) {
        return new Releases(shelf, collection, clock, most);
    }

    public Path shelf() {
        return shelf;
    }

    /** Files that the state of the store was loaded from. */
    public CollectionFiles collection() {
        return collection;
    }

    /** All releases of the collection, the oldest first; those of another one on the same shelf are passed over. */
    public List<KeptRelease> all() {
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(shelf)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(ID))
                    .filter(folder -> Files.exists(folder.resolve(Manifest.NAME)))
                    .map(folder -> read.computeIfAbsent(folder, KeptRelease::read))
                    .filter(release -> release.manifest().isOf(ids))
                    .sorted(Comparator.comparing((KeptRelease r) -> r.manifest().instant())
                            .thenComparing(KeptRelease::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The release of this id. */
    public Optional<KeptRelease> find(String id) {
        return id.matches(ID) ? all().stream().filter(r -> r.id().equals(id)).findFirst() : Optional.empty();
    }

    /** The newest release that was kept at that time or before; the oldest one for times before all releases. */
    public Optional<KeptRelease> at(Instant time) {
        List<KeptRelease> all = all();
        return all.stream()
                .filter(r -> !r.manifest().instant().isAfter(time))
                .reduce((older, newer) -> newer)
                .or(() -> all.stream().findFirst());
    }

    /**
     * Keeps the state of a store. A state that is on the shelf already is not kept again: it has one release.
     *
     * @throws ReleaseException if nothing is loaded, or the folder cannot be written
     */
    public synchronized KeptRelease keep(Store store, Keeping keeping) {
        if (!store.release().isLoaded()) {
            throw new ReleaseException("Nothing is loaded, so there is no state to keep. Load a collection first.");
        }
        try {
            Files.createDirectories(shelf);
            try (FileChannel file =
                            FileChannel.open(shelf.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                return lock.isValid() ? keepAlone(store, keeping) : keep(store, keeping);
            }
        } catch (IOException e) {
            throw new ReleaseException("The release cannot be written to " + shelf + ": " + e, e);
        }
    }

    /** Whether one more state may be kept only because it is cited. */
    public boolean hasRoomForCited() {
        return all().stream().filter(r -> r.manifest().cited()).count() < mostCited;
    }

    /**
     * Keeps a state because it was cited, if the store still has it and there is room.
     *
     * @param id of the state
     * @param seen runs as soon as the state is held, so that later writes do not matter, or cannot be held any more
     */
    public Optional<KeptRelease> keepCited(Store store, String id, String program, Runnable seen) {
        return store.read(dataset -> {
            boolean present = store.release().answeredBy(queries()).id().equals(id);
            seen.run();
            synchronized (this) {
                return present && find(id).isEmpty() && hasRoomForCited()
                        ? Optional.of(keep(store, Keeping.ofCited(program)))
                        : find(id);
            }
        });
    }

    private String queries() {
        return QueryCatalog.edition(List.of(collection.queries()));
    }

    private KeptRelease keepAlone(Store store, Keeping keeping) throws IOException {
        removeUnfinished();
        Optional<KeptRelease> known = find(store.release().answeredBy(queries()).id());
        if (known.isPresent() && known.get().manifest().cited() && !keeping.cited()) {
            new ReleaseWriter(shelf, collection, clock).rewrite(known.get(), keeping);
            read.remove(known.get().folder());
            return KeptRelease.read(known.get().folder());
        }
        if (known.isPresent()) {
            return known.get();
        }
        List<KeptRelease> all = all();
        String previous = all.isEmpty() ? "" : all.getLast().id();
        return KeptRelease.read(new ReleaseWriter(shelf, collection, clock).write(store, keeping, previous));
    }

    /** What processes left behind that were killed while they wrote; they held the lock, so none is writing now. */
    private void removeUnfinished() throws IOException {
        try (Stream<Path> left = Files.list(shelf)) {
            for (Path folder : left.filter(f -> f.getFileName().toString().startsWith(ReleaseWriter.UNFINISHED))
                    .toList()) {
                SealedFolder.remove(folder);
            }
        }
        try (Stream<Path> left = Files.list(shelf)) {
            for (Path folder : left.filter(f -> f.getFileName().toString().startsWith(ReleaseWriter.REPLACED))
                    .toList()) {
                Path place = shelf.resolve(folder.getFileName().toString().substring(ReleaseWriter.REPLACED.length()));
                if (Files.exists(place)) {
                    SealedFolder.remove(folder);
                } else {
                    Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }
}
