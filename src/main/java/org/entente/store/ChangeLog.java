package org.entente.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Which statements may differ from what a deriver saw last. Only what a writer touched is compared, and only when somebody asks. What a
 * store gives back counts, which may be another spelling of a number than the one that was written. Used by one writer at a time.
 */
final class ChangeLog {
    /** More is not worth the memory: whoever changes so much derives everything anew. */
    private static final int MOST = 2_000_000;

    private final DatasetGraph base;
    /** Statements that were touched, and whether the deriver saw them. */
    private Map<Quad, Boolean> touched = new HashMap<>();

    private boolean complete;
    /** What the deriver was told in the open transaction. */
    private final Map<Quad, Boolean> told = new HashMap<>();
    /** Whether the transaction in which it was told last was committed. */
    private boolean isCommitted;
    /** Whether it was told to look at everything. */
    private boolean toldAll;

    ChangeLog(DatasetGraph base) {
        this.base = base;
    }

    /** A log of what is changed in a dataset from now on. */
    static ChangeLog fromNow(DatasetGraph base) {
        ChangeLog log = new ChangeLog(base);
        log.complete = true;
        return log;
    }

    /** Call before a statement is added or deleted. */
    void touch(Quad quad) {
        if (!complete) {
            return;
        }
        if (touched.size() >= MOST) {
            forget();
            return;
        }
        Quad there = stored(quad);
        touched.putIfAbsent(there == null ? quad : there, there != null);
    }

    /** From now on nothing is known of what the deriver saw. */
    void forget() {
        complete = false;
        touched = new HashMap<>();
        clear();
    }

    Changes changes() {
        if (!complete) {
            return Changes.UNKNOWN;
        }
        Set<Quad> added = new LinkedHashSet<>();
        List<Quad> removed = new ArrayList<>();
        touched.forEach((quad, seen) -> {
            Quad there = stored(quad);
            if (there == null && seen) {
                removed.add(quad);
            } else if (there != null && !seen) {
                // Two spellings of one number are one statement, which may have been there under another key.
                if (!Boolean.TRUE.equals(touched.get(there))) {
                    added.add(there);
                }
            }
        });
        return new Changes(true, List.copyOf(added), removed, isCommitted);
    }

    /** The deriver has seen these changes, which are not committed yet. */
    void seen(Changes changes) {
        complete = true;
        isCommitted = false;
        touched = new HashMap<>();
        toldAll |= !changes.known();
        changes.added().forEach(quad -> told.put(quad, true));
        changes.removed().forEach(quad -> told.put(quad, false));
    }

    void committed() {
        isCommitted = true;
        clear();
    }

    private void clear() {
        told.clear();
        toldAll = false;
    }

    /** What the deriver was told did not come about. */
    void aborted() {
        if (toldAll) {
            forget();
        }
        told.forEach(touched::putIfAbsent);
        clear();
    }

    private @Nullable Quad stored(Quad quad) {
        Iterator<Quad> found = base.find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        try {
            return found.hasNext() ? found.next() : null;
        } finally {
            org.apache.jena.atlas.iterator.Iter.close(found);
        }
    }
}
