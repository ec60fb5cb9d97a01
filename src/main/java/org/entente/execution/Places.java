package org.entente.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who runs, who waits and who is turned away. One client has at most half of the places and not the whole queue, so that somebody else's
 * query gets in; who waits is let in in the order of coming, passing over clients that have their share.
 */
final class Places {
    /** What becomes of a turn. */
    enum State {
        WAITING,
        RUNNING,
        STRAY,
        ENDED
    }

    /** One request for a place. */
    static class Turn {
        private final String client;
        private State state = State.WAITING;
        /** When it was given its place, as {@link System#nanoTime}; 0 while it waits for one. */
        private volatile long begun;

        Turn(String client) {
            this.client = client;
        }

        /** When it was given its place, as {@link System#nanoTime}; 0 if it never had one. */
        final long begun() {
            return begun;
        }

        final String client() {
            return client;
        }
    }

    private static final class Share {
        private int running;
        private int waiting;
    }

    private final int most;
    private final int queued;
    private final int clientLimit;
    private final Map<String, Share> clients = new HashMap<>();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int running;
    private int strays;

    Places(int most, int queued, int clientLimit) {
        this.most = most;
        this.queued = queued;
        this.clientLimit = clientLimit;
    }

    /**
     * Asks for a place.
     *
     * @return whether the turn runs now; else it waits
     * @throws Problem 503 when too many wait, 429 when this client has too many
     */
    synchronized boolean enter(Turn turn) {
        Share share = share(turn);
        try {
            if (share.running + share.waiting >= clientLimit) {
                throw Problem.tooMany(clientLimit);
            }
            if (running < most && share.running < runningShare()) {
                start(turn);
                return true;
            }
            if (waiting.size() >= queued) {
                throw Problem.busy();
            }
            if (share.waiting >= waitingShare()) {
                throw Problem.tooMany(runningShare() + waitingShare());
            }
            share.waiting++;
            waiting.add(turn);
            return false;
        } finally {
            forget(turn.client);
        }
    }

    private Share share(Turn turn) {
        return clients.computeIfAbsent(turn.client, client -> new Share());
    }

    /** How many places one client may have. */
    private int runningShare() {
        return Math.max(1, most / 2);
    }

    /** How many places of the queue one client may have. */
    private int waitingShare() {
        return Math.max(1, queued - Math.max(1, queued / 4));
    }

    private void start(Turn turn) {
        turn.state = State.RUNNING;
        turn.begun = System.nanoTime();
        running++;
        share(turn).running++;
    }

    /**
     * The turn is over: its work has ended.
     *
     * @return whose turn it is now; null if nobody's
     */
    synchronized @Nullable Turn leave(Turn turn) {
        if (turn.state == State.STRAY) {
            strays--;
        } else {
            running--;
        }
        turn.state = State.ENDED;
        share(turn).running--;
        forget(turn.client);
        return next();
    }

    /**
     * Nobody needs the answer any more. Who waits goes; whose work does not end is a stray, whose place goes to somebody else as long as
     * there are fewer strays than places. A stray goes on counting among those of its client.
     *
     * @return whose turn it is now; null if nobody's
     */
    synchronized @Nullable Turn giveUp(Turn turn) {
        switch (turn.state) {
            case WAITING -> {
                waiting.remove(turn);
                turn.state = State.ENDED;
                share(turn).waiting--;
                forget(turn.client);
            }
            case RUNNING -> {
                if (strays < most) {
                    turn.state = State.STRAY;
                    strays++;
                    running--;
                }
            }
            default -> {}
        }
        return next();
    }

    private @Nullable Turn next() {
        for (Iterator<Turn> all = waiting.iterator(); running < most && all.hasNext(); ) {
            Turn turn = all.next();
            Share share = share(turn);
            if (share.running < runningShare()) {
                all.remove();
                share.waiting--;
                start(turn);
                return turn;
            }
        }
        return null;
    }

    private void forget(String client) {
        Share share = clients.get(client);
        if (share != null && share.running == 0 && share.waiting == 0) {
            clients.remove(client);
        }
    }

    synchronized int countRunning() {
        return running;
    }

    synchronized int countWaiting() {
        return waiting.size();
    }

    synchronized int countStrays() {
        return strays;
    }

    /** How many may run at a time. */
    int most() {
        return most;
    }
}
