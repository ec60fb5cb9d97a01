package org.entente.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.entente.store.Progress;

/**
 * Processor time of all threads, how much of it the just-in-time compiler took (about: by the clock of its threads), what was allocated and the heap after
 * collections, in the phases of a load.
 */
final class LoadPhases implements Progress {
    /** Rules that take a smaller share are not printed. */
    private static final double WORTH_A_LINE = 0.015;

    private static volatile long heap;

    static {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (event, handback) -> {
                                if (event.getUserData() instanceof CompositeData data
                                        && event.getType()
                                                .equals(
                                                        GarbageCollectionNotificationInfo
                                                                .GARBAGE_COLLECTION_NOTIFICATION)) {
                                    heap = Math.max(
                                            heap,
                                            GarbageCollectionNotificationInfo.from(data)
                                                    .getGcInfo()
                                                    .getMemoryUsageAfterGc()
                                                    .values()
                                                    .stream()
                                                    .mapToLong(MemoryUsage::getUsed)
                                                    .sum());
                                }
                            },
                            null,
                            null);
        }
    }

    private static final class Phase {
        long cpu;
        long compiler;
        long wall;
        long allocated;
        long heap;
    }

    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final List<String> rules;
    private String at = "Before";
    private long cpu = cpuNow();
    private long compiler = compilerNow();
    private long wall = System.nanoTime();
    private long allocated = allocatedNow();

    LoadPhases() {
        this(List.of());
    }

    /** @param rules each is a phase of its own */
    LoadPhases(List<String> rules) {
        this.rules = rules;
        heap = 0;
    }

    @Override
    public void at(String step, long done, long total) {
        String phase = step.equals("Rules") && done < rules.size() ? "Rule " + rules.get((int) done) : step;
        if (!phase.equals(at)) {
            end();
            at = phase;
        }
    }

    /** The phase is over. */
    void end() {
        Phase phase = phases.computeIfAbsent(at, name -> new Phase());
        phase.cpu += cpuNow() - cpu;
        phase.compiler += compilerNow() - compiler;
        phase.wall += System.nanoTime() - wall;
        phase.allocated += allocatedNow() - allocated;
        phase.heap = Math.max(phase.heap, heap);
        heap = 0;
        cpu = cpuNow();
        compiler = compilerNow();
        wall = System.nanoTime();
        allocated = allocatedNow();
    }

    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        phases.forEach((name, phase) -> seconds.put(name, phase.cpu / 1e9));
        seconds.put("all rules", sum(phases.entrySet().stream().filter(e -> isRule(e.getKey()))).cpu / 1e9);
        seconds.put("all", whole());
        return seconds;
    }

    double whole() {
        return phases.values().stream().mapToLong(phase -> phase.cpu).sum() / 1e9;
    }

    /** Seconds that the compiler took of these. */
    double compiler() {
        return phases.values().stream().mapToLong(phase -> phase.compiler).sum() / 1e9;
    }

    private double clock() {
        return phases.values().stream().mapToLong(phase -> phase.wall).sum() / 1e9;
    }

    void print() {
        System.out.printf(
                "  %-38s %9s %11s %9s %12s %12s%n", "", "CPU s", "(compiler)", "clock s", "allocated MB", "heap MB");
        phases.forEach((name, phase) -> {
            if (!isRule(name) || phase.cpu > whole() * 1e9 * WORTH_A_LINE) {
                print(name, phase);
            }
        });
        print("all rules", sum(phases.entrySet().stream().filter(e -> isRule(e.getKey()))));
        print("all", sum(phases.entrySet().stream()));
    }

    private static boolean isRule(String phase) {
        return phase.startsWith("Rule");
    }

    private static Phase sum(Stream<Map.Entry<String, Phase>> some) {
        Phase all = new Phase();
        some.map(Map.Entry::getValue).forEach(phase -> {
            all.cpu += phase.cpu;
            all.compiler += phase.compiler;
            all.wall += phase.wall;
            all.allocated += phase.allocated;
            all.heap = Math.max(all.heap, phase.heap);
        });
        return all;
    }

    private static void print(String name, Phase phase) {
        System.out.printf(
                Locale.ROOT,
                "  %-38s %9.2f %11.2f %9.2f %12d %12d%n",
                name,
                phase.cpu / 1e9,
                phase.compiler / 1e9,
                phase.wall / 1e9,
                phase.allocated / 1_000_000,
                phase.heap / 1_000_000);
    }

    /**
     * Of each phase the median of the second half of the runs.
     *
     * @return the median of the whole, in seconds
     */
    static double printMedian(String what, List<LoadPhases> runs) {
        List<LoadPhases> warm = runs.subList(runs.size() / 2, runs.size());
        StringBuilder line = new StringBuilder();
        warm.getFirst()
                .phases
                .keySet()
                .forEach(name -> line.append(String.format(
                        Locale.ROOT,
                        " %s %.0f,",
                        name,
                        median(warm.stream()
                                        .mapToDouble(run -> run.seconds().getOrDefault(name, 0.0))
                                        .toArray())
                                * 1000)));
        double whole = median(warm.stream().mapToDouble(LoadPhases::whole).toArray());
        double clock = median(warm.stream().mapToDouble(LoadPhases::clock).toArray());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms CPU, %.0f ms by the clock:%s heap %d MB%n",
                what,
                1000 * whole,
                1000 * clock,
                line,
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
        return whole;
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    private static long cpuNow() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long compilerNow() {
        return 1_000_000 * ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    /** Of this thread, which does nearly all of it. */
    private static long allocatedNow() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().threadId());
    }
}
