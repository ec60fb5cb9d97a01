package org.entente.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets transactions in, and holds back writers, or for a moment everybody. TDB2 by itself changes its files under readers when it
 * compacts them: a reader that began before would end in the new ones, and never be done.
 */
final class TransactionGate {
    private final ReentrantReadWriteLock writers = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock everybody = new ReentrantReadWriteLock();
    /** Whether the thread's transaction may write; null where it has none. */
    private final ThreadLocal<@Nullable Boolean> inside = new ThreadLocal<>();

    private volatile boolean closed;

    /**
     * Waits until a transaction may begin.
     *
     * @throws StoreException if the store is closed
     */
    void enter(boolean mayWrite) {
        if (inside.get() != null) {
            return;
        }
        if (mayWrite) {
            writers.readLock().lock();
        }
        everybody.readLock().lock();
        inside.set(mayWrite);
        if (closed) {
            leave();
            throw new StoreException("The store is closed.");
        }
    }

    /** The thread's transaction has ended; nothing happens if it has none. */
    void leave() {
        Boolean wrote = inside.get();
        if (wrote == null) {
            return;
        }
        inside.remove();
        everybody.readLock().unlock();
        if (wrote) {
            writers.readLock().unlock();
        }
    }

    /** Runs work while nobody writes; writers wait until it is done. */
    void withoutWriters(Runnable work) {
        writers.writeLock().lock();
        try {
            work.run();
        } finally {
            writers.writeLock().unlock();
        }
    }

    /**
     * Runs work while no transaction is open. New ones wait for it, but never longer than a moment: who is inside may itself wait for
     * somebody who is not.
     *
     * @param patience how long to try
     * @return whether it was run
     */
    boolean alone(Duration patience, Runnable work) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (everybody.writeLock().tryLock(200, TimeUnit.MILLISECONDS)) {
                try {
                    work.run();
                    return true;
                } finally {
                    everybody.writeLock().unlock();
                }
            }
            Thread.sleep(100);
        }
        return false;
    }

    /**
     * Lets nobody in any more, and runs work when everybody is out: threads in the background may still read.
     *
     * @param patience how long to wait for them; then it is run all the same
     */
    void close(Duration patience, Runnable work) {
        closed = true;
        try {
            if (alone(patience, work)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        work.run();
    }
}
