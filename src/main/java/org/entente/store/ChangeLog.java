package org.entente.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Which statements may differ from what a reader, such as a deriver, saw last. Only what a writer touched is compared, and only when somebody asks. What a
 * store gives back counts, which may be another spelling of a number than the one that was written. Used by one writer at a time.
 */
final class ChangeLog {
    private final DatasetGraph base;
    private final int most;
    private final Predicate<Quad> which;
    /** Statements that were touched, and whether the reader saw them. */
    private Map<Quad, Boolean> touched = new HashMap<>();

    /** Values that were touched when they were not there: of a number somebody may write another spelling later. */
    private final Map<Quad, Set<Quad>> absent = new HashMap<>();

    private boolean complete;
    /** What the reader was told in the open transaction. */
    private final Map<Quad, Boolean> told = new HashMap<>();
    /** Whether the transaction in which it was told last was committed. */
    private boolean isCommitted;
    /** Whether it was told to look at everything. */
    private boolean toldAll;

    /** @param most of more statements that are touched nothing is told: whoever changes so much has everything looked at anew */
    ChangeLog(DatasetGraph base, int most) {
        this(base, most, quad -> true);
    }

    /** @param which the statements that are of interest */
    ChangeLog(DatasetGraph base, int most, Predicate<Quad> which) {
        this.base = base;
        this.most = most;
        this.which = which;
    }

    /** From now on it is told what differs from what is there now. */
    void begin() {
        forget();
        complete = true;
    }

    /** A log of what is changed in a dataset from now on. */
    static ChangeLog fromNow(DatasetGraph base) {
        ChangeLog log = new ChangeLog(base, Integer.MAX_VALUE);
        log.begin();
        return log;
    }

    /** Call before a statement is added or deleted. */
    void touch(Quad each) {
        if (!complete || !which.test(each)) {
            return;
        }
        Quad quad = withOneName(each);
        if (touched.size() >= most) {
            forget();
            return;
        }
        Quad there = stored(quad);
        if (there == null) {
            touched.putIfAbsent(quad, false);
            if (hasSpellings(quad)) {
                absent.computeIfAbsent(withoutObject(quad), q -> new HashSet<>())
                        .add(quad);
            }
        } else if (!touched.containsKey(there)) {
            touched.put(there, !cameAsAnother(there));
        }
    }

    /** The default graph has two names: what is written to it under one may be found under the other. */
    private static Quad withOneName(Quad quad) {
        return quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple()) : quad;
    }

    /** Whether it came in another spelling since the reader looked. */
    private boolean cameAsAnother(Quad there) {
        return hasSpellings(there)
                && absent.getOrDefault(withoutObject(there), Set.of()).stream()
                        .anyMatch(quad -> there.equals(stored(quad)));
    }

    private static boolean hasSpellings(Quad quad) {
        return quad.getObject().isLiteral()
                && !XSD.xstring.getURI().equals(quad.getObject().getLiteralDatatypeURI())
                && quad.getObject().getLiteralLanguage().isEmpty();
    }

    private static Quad withoutObject(Quad quad) {
        return Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), Node.ANY);
    }

    /** From now on nothing is known of what the reader saw. */
    void forget() {
        complete = false;
        touched = new HashMap<>();
        absent.clear();
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

    /** The reader has seen these changes, which are not committed yet. */
    void seen(Changes changes) {
        complete = true;
        isCommitted = false;
        touched = new HashMap<>();
        absent.clear();
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

    /** What the reader was told did not come about. */
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
            return found.hasNext() ? withOneName(found.next()) : null;
        } finally {
            org.apache.jena.atlas.iterator.Iter.close(found);
        }
    }
}
