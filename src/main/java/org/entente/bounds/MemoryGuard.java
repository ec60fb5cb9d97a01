package org.entente.bounds;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.NotificationEmitter;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the queries that run when the memory is nearly full even after garbage was collected: sorting, grouping and DISTINCT keep all rows,
 * and their time is not up before the memory is.
 */
public final class MemoryGuard {
    private static final Logger LOG = LoggerFactory.getLogger("entente.memory");
    private static final double NEARLY_FULL = 0.85;
    private static final Set<AtomicBoolean> RUNNING =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final Set<AtomicBoolean> ENDED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private MemoryGuard() {}

    /** From now on the memory of the process is watched. */
    static void install() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .ifPresent(MemoryGuard::watch);
    }

    private static void watch(MemoryPoolMXBean pool) {
        pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * NEARLY_FULL));
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                .addNotificationListener(
                        (notification, nothing) -> endAll(),
                        notification -> notification
                                .getType()
                                .equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED),
                        null);
    }

    /** A query begins. */
    public static void add(Context query) {
        AtomicBoolean signal = Context.getCancelSignal(query);
        if (signal != null) {
            RUNNING.add(signal);
        }
    }

    static void endAll() {
        List<AtomicBoolean> running;
        synchronized (RUNNING) {
            running = RUNNING.stream().filter(signal -> !signal.get()).toList();
            RUNNING.clear();
        }
        if (running.isEmpty()) {
            return;
        }
        LOG.warn("The memory is nearly full: {} queries are ended. A larger -Xmx lets them go on.", running.size());
        ENDED.addAll(running);
        running.forEach(signal -> signal.set(true));
    }

    /** Why a query was cancelled, if it was for its memory; empty if it was for its time. */
    public static Optional<MemoryException> explain(Context query) {
        AtomicBoolean signal = Context.getCancelSignal(query);
        return signal != null && ENDED.contains(signal) ? Optional.of(new MemoryException()) : Optional.empty();
    }
}
