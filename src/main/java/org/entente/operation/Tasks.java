package org.entente.operation;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.entente.store.Progress;
import org.entente.text.ExceptionText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs longer work in the background, one at a time, and tells how far it is. */
public final class Tasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("entente.tasks");
    /** Number of tasks that are remembered. */
    private static final int REMEMBERED = 50;

    private final Clock clock;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private long last;
    private @Nullable Thread running;

    /** The work of a task. */
    public interface Work {
        /** @return what came of it, in a sentence */
        String run(Progress progress);
    }

    public Tasks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a task.
     *
     * @throws OperationException if one is running
     */
    public synchronized Task start(String kind, Work work) {
        Optional<Task> current = running();
        if (current.isPresent()) {
            throw new OperationException("A " + current.get().kind() + " is running (task "
                    + current.get().id() + "). Wait until it is done.");
        }
        Task task = new Task(++last, kind, clock.instant(), Optional.empty(), "Beginning", 0, 0, "", false);
        tasks.addFirst(task);
        while (tasks.size() > REMEMBERED) {
            tasks.removeLast();
        }
        running = Thread.ofPlatform().name("task-" + kind).start(() -> run(task.id(), work));
        return task;
    }

    private void run(long id, Work work) {
        try {
            String outcome = work.run((step, done, total) -> replace(id, step, done, total));
            end(id, outcome, false);
        } catch (RuntimeException | Error e) {
            LOG.warn("Task {} failed", id, e);
            end(id, ExceptionText.of(e), true);
        }
    }

    private synchronized void replace(long id, String step, long done, long total) {
        swap(find(id).orElseThrow().at(step, done, total));
    }

    private synchronized void end(long id, String outcome, boolean failed) {
        swap(find(id).orElseThrow().ended(clock.instant(), outcome, failed));
    }

    private void swap(Task task) {
        List<Task> all = new ArrayList<>(tasks);
        all.replaceAll(old -> old.id() == task.id() ? task : old);
        tasks.clear();
        tasks.addAll(all);
    }

    /** The task that runs now. */
    public synchronized Optional<Task> running() {
        return tasks.stream().filter(task -> task.ended().isEmpty()).findFirst();
    }

    public synchronized Optional<Task> find(long id) {
        return tasks.stream().filter(task -> task.id() == id).findFirst();
    }

    /** The newest first. */
    public synchronized List<Task> all() {
        return List.copyOf(tasks);
    }

    /** Waits until the task that runs is done: a backup that is cut off would be none. */
    @Override
    public void close() {
        Thread thread;
        synchronized (this) {
            thread = running;
        }
        try {
            if (thread != null) {
                thread.join(10_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
