package org.entente.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What work costs in CPU: of this thread, or of the threads of the servers in this program, without those of their clients. */
final class ServerCpu {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ServerCpu() {}

    /** Milliseconds of this thread. */
    static double ofThread(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** Milliseconds of the servers, as their threads are called: Jetty's, and those of the limiter. */
    static double of(Runnable work) {
        long before = servers();
        work.run();
        return (servers() - before) / 1e6;
    }

    private static long servers() {
        ThreadInfo[] threads = THREADS.getThreadInfo(THREADS.getAllThreadIds());
        return Arrays.stream(threads)
                .filter(thread -> thread != null
                        && (thread.getThreadName().startsWith("qtp")
                                || thread.getThreadName().startsWith("query-")))
                .flatMapToLong(thread -> LongStream.of(THREADS.getThreadCpuTime(thread.getThreadId())))
                .filter(nanos -> nanos > 0)
                .sum();
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
