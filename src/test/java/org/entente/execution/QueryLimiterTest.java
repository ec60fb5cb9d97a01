package org.entente.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a turn, who waits, who is turned away and with what, and what becomes of work that fails or never ends. */
@Timeout(60)
class QueryLimiterTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Future<String>> sent = new ArrayList<>();

    @AfterEach
    void end() {
        end.countDown();
        requests.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2, 0", "2, 3"})
    void as_many_run_and_wait_as_there_is_room_for_and_the_next_is_told_to_come_back(int concurrent, int queued)
            throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(concurrent, queued, 100, LONG)) {
            for (int i = 0; i < concurrent; i++) {
                send(limiter, "client " + i);
            }
            awaitUntil(() -> limiter.running() == concurrent);
            for (int i = 0; i < queued; i++) {
                send(limiter, "waiting " + i);
            }
            awaitUntil(() -> limiter.waiting() == queued);
            Problem busy = problem(() -> limiter.run("one more", () -> "answer"));
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.type()).endsWith("/busy");
            assertThat(busy.headers()).containsEntry("Retry-After", "5");
            end.countDown();
            for (Future<String> each : sent) {
                assertThat(each.get()).isEqualTo("answer");
            }
        }
    }

    @Test
    void a_client_has_its_own_limit_which_is_nobody_elses() throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(4, 4, 2, LONG)) {
            send(limiter, "greedy");
            send(limiter, "greedy");
            awaitUntil(() -> limiter.running() == 2);
            Problem tooMany = problem(() -> limiter.run("greedy", () -> "answer"));
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.headers()).containsEntry("Retry-After", "2");
            assertThat(tooMany.detail()).contains("2 queries");
            assertThat(limiter.run("modest", () -> "answer")).isEqualTo("answer");
            end.countDown();
            for (Future<String> each : sent) {
                assertThat(each.get()).isEqualTo("answer");
            }
            assertThat(limiter.run("greedy", () -> "again")).isEqualTo("again");
        }
    }

    @Test
    void whoever_failed_or_was_turned_away_is_not_counted_any_more() {
        try (QueryLimiter limiter = new QueryLimiter(1, 1, 1, LONG)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> limiter.run("client", () -> {
                            throw new IllegalArgumentException("wrong");
                        }))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("wrong");
            }
            send(limiter, "one");
            awaitUntil(() -> limiter.running() == 1 && limiter.waiting() == 0);
            send(limiter, "two");
            awaitUntil(() -> limiter.waiting() == 1);
            for (int i = 0; i < 3; i++) {
                assertThat(problem(() -> limiter.run("client", () -> "answer")).status())
                        .isEqualTo(503);
            }
        }
    }

    @Test
    void work_that_does_not_end_is_given_up_with_the_time_limit_named() {
        try (QueryLimiter limiter = new QueryLimiter(2, 0, 9, Duration.ofSeconds(7), Duration.ofMillis(1))) {
            Problem timeout = problem(() -> limiter.run("client", this::work));
            assertThat(timeout.status()).isEqualTo(503);
            assertThat(timeout.type()).endsWith("/query-timeout");
            assertThat(timeout.fields()).containsEntry("timeLimitSeconds", 7L);
        }
    }

    @Test
    void work_whose_answer_is_under_way_is_waited_for_beyond_that() {
        try (QueryLimiter limiter = new QueryLimiter(2, 0, 9, LONG, Duration.ofMillis(1))) {
            String answer = limiter.run("client", this::work, () -> {
                end.countDown();
                return false;
            });
            assertThat(answer).isEqualTo("answer");
        }
    }

    @Test
    void a_deep_query_has_room_and_a_bottomless_one_is_the_fault_of_the_request() {
        try (QueryLimiter limiter = new QueryLimiter(1, 1, 9, LONG)) {
            assertThat(limiter.run("client", () -> depth(100_000))).isEqualTo(100_000);
            Problem tooDeep = problem(() -> limiter.run("client", () -> {
                throw new StackOverflowError();
            }));
            assertThat(tooDeep.status()).isEqualTo(400);
            assertThat(tooDeep.type()).endsWith("/too-deep");
            assertThat(limiter.run("client", () -> "answer")).isEqualTo("answer");
        }
    }

    @Test
    void a_problem_comes_back_as_it_is_and_what_nobody_expects_with_its_cause() {
        try (QueryLimiter limiter = new QueryLimiter(1, 1, 9, LONG)) {
            Problem thrown = Problem.badRequest("no");
            assertThat(problem(() -> limiter.run("client", () -> {
                        throw thrown;
                    })))
                    .isSameAs(thrown);
            assertThatThrownBy(() -> limiter.run("client", () -> {
                        throw new IOException("disk");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("disk");
        }
    }

    @Test
    void a_request_that_is_interrupted_while_it_waits_says_busy_and_stays_interrupted() throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(1, 1, 9, LONG)) {
            Future<Boolean> interrupted = requests.submit(() -> {
                Thread.currentThread().interrupt();
                assertThat(problem(() -> limiter.run("client", this::work)).status())
                        .isEqualTo(503);
                return Thread.interrupted();
            });
            assertThat(interrupted.get()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "4, 8", "5, 8"})
    void one_client_leaves_places_to_others(int concurrent, int queued) throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(concurrent, queued, 100, LONG)) {
            int share = Math.max(1, concurrent / 2);
            for (int i = 0; i < share; i++) {
                send(limiter, "greedy");
            }
            awaitUntil(() -> limiter.running() == share);
            for (int i = 0; i < queued * 3 / 4; i++) {
                send(limiter, "greedy");
            }
            awaitUntil(() -> limiter.waiting() == queued * 3 / 4);
            Problem tooMany = problem(() -> limiter.run("greedy", () -> "answer"));
            assertThat(tooMany.status()).isEqualTo(429);
            if (concurrent > 1) {
                assertThat(limiter.run("modest", () -> "answer")).isEqualTo("answer");
            } else {
                send(limiter, "modest");
                awaitUntil(() -> limiter.waiting() == queued);
            }
            end.countDown();
            for (Future<String> each : sent) {
                assertThat(each.get()).isEqualTo("answer");
            }
            assertThat(limiter.running()).isZero();
            assertThat(limiter.waiting()).isZero();
        }
    }

    @Test
    void who_waits_longest_is_next_unless_it_has_its_share() throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(2, 9, 100, LONG)) {
            CountDownLatch first = new CountDownLatch(1);
            Future<String> running = requests.submit(() -> limiter.run("greedy", () -> {
                first.await();
                return "first";
            }));
            awaitUntil(() -> limiter.running() == 1);
            send(limiter, "greedy");
            awaitUntil(() -> limiter.waiting() == 1);
            // Passes the one that waits, whose client has its share.
            assertThat(limiter.run("modest", () -> "passed")).isEqualTo("passed");
            assertThat(limiter.waiting()).isEqualTo(1);
            first.countDown();
            assertThat(running.get()).isEqualTo("first");
            awaitUntil(() -> limiter.running() == 1 && limiter.waiting() == 0);
        }
    }

    @Test
    void a_place_is_free_again_when_its_answer_is_there() {
        try (QueryLimiter limiter = new QueryLimiter(1, 0, 1, LONG)) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(limiter.run("client", () -> "answer")).isEqualTo("answer");
            }
        }
    }

    @Test
    void a_stray_query_loses_its_place_but_only_so_many() throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(2, 0, 9, LONG, Duration.ofMillis(50))) {
            assertThat(limiter.isExhausted()).isFalse();
            assertThat(problem(() -> limiter.run("one", this::work)).type()).endsWith("/query-timeout");
            assertThat(limiter.strays()).isEqualTo(1);
            assertThat(limiter.running()).isZero();
            // It goes on counting for its client, whose share is one.
            assertThat(problem(() -> limiter.run("one", () -> "answer")).status())
                    .isEqualTo(503);
            assertThat(problem(() -> limiter.run("two", this::work)).type()).endsWith("/query-timeout");
            assertThat(limiter.strays()).isEqualTo(2);
            assertThat(limiter.isExhausted()).isTrue();
            assertThat(limiter.run("three", () -> "answer", () -> false)).isEqualTo("answer");
            // From here on a place that is held is not opened again.
            assertThat(problem(() -> limiter.run("four", this::work)).type()).endsWith("/query-timeout");
            assertThat(problem(() -> limiter.run("five", this::work)).type()).endsWith("/query-timeout");
            assertThat(limiter.strays()).isEqualTo(2);
            assertThat(limiter.running()).isEqualTo(2);
            assertThat(problem(() -> limiter.run("six", () -> "answer")).type()).endsWith("/busy");
            end.countDown();
            awaitUntil(() -> limiter.strays() == 0 && limiter.running() == 0);
            assertThat(limiter.isExhausted()).isFalse();
            assertThat(limiter.run("one", () -> "answer", () -> false)).isEqualTo("answer");
        }
    }

    @Test
    void who_waits_in_vain_leaves_the_queue() throws Exception {
        try (QueryLimiter limiter = new QueryLimiter(1, 2, 9, LONG, Duration.ofMillis(200))) {
            Future<String> held = requests.submit(() -> limiter.run("one", this::work, () -> false));
            awaitUntil(() -> limiter.running() == 1);
            assertThat(problem(() -> limiter.run("two", () -> "answer")).type()).endsWith("/busy");
            assertThat(limiter.waiting()).isZero();
            assertThat(limiter.strays()).isZero();
            end.countDown();
            assertThat(held.get()).isEqualTo("answer");
        }
    }

    private void send(QueryLimiter limiter, String client) {
        sent.add(requests.submit(() -> limiter.run(client, this::work)));
    }

    private String work() throws InterruptedException {
        end.await();
        return "answer";
    }

    private static int depth(int steps) {
        return steps == 0 ? 0 : 1 + depth(steps - 1);
    }

    private static Problem problem(Callable<?> request) {
        return catchThrowableOfType(Problem.class, request::call);
    }

    private static void awaitUntil(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
