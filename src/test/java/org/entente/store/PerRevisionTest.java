package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PerRevisionTest {
    private final PerRevision<String> known = new PerRevision<>(2);
    private final AtomicInteger computations = new AtomicInteger();

    private String get(long revision) {
        return known.get(revision, () -> "value " + revision + ", computation " + computations.incrementAndGet());
    }

    @Test
    void what_many_threads_need_at_once_is_computed_by_one_of_them() {
        CountDownLatch allAsk = new CountDownLatch(8);
        List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            allAsk.countDown();
                            return known.get(1L, () -> {
                                join(allAsk);
                                return "computation " + computations.incrementAndGet();
                            });
                        },
                        task -> new Thread(task).start()))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("computation 1"));
    }

    @Test
    void the_newest_are_kept_whoever_asks_for_older_ones_meanwhile() {
        for (long revision = 1; revision <= 50; revision++) {
            String newest = get(revision);
            assertThat(get(revision)).isEqualTo(newest);
            for (int i = 0; i < 5; i++) {
                get(1);
            }
            assertThat(get(revision)).isEqualTo(newest);
        }
    }

    @Test
    void no_more_are_kept_than_was_said() {
        for (long revision = 1; revision <= 4; revision++) {
            get(revision);
        }
        int before = computations.get();
        IntStream.rangeClosed(1, 4).forEach(this::get);
        assertThat(computations.get() - before).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoever_waits_may_stop_and_the_computation_goes_on() {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> known.get(1L, () -> {
                    begun.countDown();
                    join(goOn);
                    return "first";
                }),
                task -> new Thread(task).start());
        join(begun);
        Runnable stop = () -> {
            throw new QueryCancelledException();
        };
        assertThatThrownBy(() -> known.get(1L, stop, () -> "second")).isInstanceOf(QueryCancelledException.class);
        goOn.countDown();
        assertThat(first.join()).isEqualTo("first");
        assertThat(known.get(1L, stop, () -> "second")).isEqualTo("first");
    }

    @Test
    void a_computation_that_fails_fails_its_own_thread_only() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> known.get(1L, () -> {
                    begun.countDown();
                    join(waiting);
                    throw new IllegalStateException("cancelled by its reader");
                }),
                task -> new Thread(task).start());
        join(begun);
        assertThat(known.get(1L, waiting::countDown, () -> "second")).isEqualTo("second");
        assertThatThrownBy(first::join).hasRootCauseMessage("cancelled by its reader");
        assertThat(known.get(1L, () -> "third")).isEqualTo("second");
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
