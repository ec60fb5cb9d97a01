package org.entente.bench;

import java.util.Arrays;
import java.util.List;
import org.entente.bench.PeerQuestion.Asked;

/** An engine with the facts of a generated network. */
interface Peer extends AutoCloseable {
    String name();

    /** Whether it can answer this. */
    default boolean answers(PeerQuestion question) {
        return true;
    }

    /** Reads all values of all rows. */
    void ask(Asked asked, Sink into);

    /** Bytes on disk or, where there are none, in memory. */
    long bytes();

    @Override
    void close();

    /** What takes the rows: counts and adds them up, and keeps them where they are to be compared. */
    final class Sink {
        private final List<List<Long>> kept;
        private final boolean keeping;
        long rows;
        long sum;

        private Sink(boolean keeping) {
            this.keeping = keeping;
            this.kept = new java.util.ArrayList<>();
        }

        static Sink counting() {
            return new Sink(false);
        }

        static Sink keeping() {
            return new Sink(true);
        }

        boolean keeps() {
            return keeping;
        }

        void row(long a) {
            rows++;
            sum += a;
            if (keeping) {
                kept.add(List.of(a));
            }
        }

        void row(long a, long b, long c) {
            rows++;
            sum += a + 31 * b + 961 * c;
            if (keeping) {
                kept.add(List.of(a, b, c));
            }
        }

        void row(long[] values) {
            rows++;
            for (long value : values) {
                sum = 31 * sum + value;
            }
            if (keeping) {
                kept.add(Arrays.stream(values).boxed().toList());
            }
        }

        /** All rows in one order. */
        List<String> sorted() {
            return kept.stream().map(Object::toString).sorted().toList();
        }
    }
}
