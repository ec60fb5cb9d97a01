package org.entente.execution;

import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own that somebody may want to stop, and what it is about. */
public final class Stoppable {
    private static final int LONGEST_TEXT = 2_000;
    private static final ThreadLocal<@Nullable Stoppable> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable String> TEXT = new ThreadLocal<>();

    private @Nullable Runnable end;
    private boolean stopped;

    Stoppable() {}

    /** Says what the thread is about to ask for. */
    public static void about(String text) {
        TEXT.set(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + " …" : text);
    }

    static String text() {
        String text = TEXT.get();
        return text == null ? "" : text;
    }

    /** The thread is done with its request. */
    public static void done() {
        TEXT.remove();
    }

    /** How the work of this thread is ended from now on; at once if it was stopped already. */
    public static void endWith(Runnable end) {
        Stoppable current = CURRENT.get();
        if (current != null) {
            current.set(end);
        }
    }

    /** @throws QueryCancelledException if the work of this thread was stopped */
    static void check() {
        Stoppable current = CURRENT.get();
        if (current != null && current.wasStopped()) {
            throw new QueryCancelledException();
        }
    }

    void enter() {
        CURRENT.set(this);
    }

    static void leave() {
        CURRENT.remove();
    }

    private synchronized void set(Runnable ending) {
        end = ending;
        if (stopped) {
            ending.run();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (end != null) {
            end.run();
        }
    }

    synchronized boolean wasStopped() {
        return stopped;
    }
}
