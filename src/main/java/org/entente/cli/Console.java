package org.entente.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;
import org.entente.store.LoadReport;
import org.entente.store.Progress;
import picocli.CommandLine;

/** The output of commands: results go to standard output, findings and progress to standard error. */
final class Console {
    /** Work that is shorter than this shows no progress. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final PrintWriter out;
    private final PrintWriter err;

    Console(CommandLine commandLine) {
        this.out = commandLine.getOut();
        this.err = commandLine.getErr();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a warning that does not stop the command, or what the output leaves out. */
    void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** Prints the findings, one a line, in the order of the files. */
    void findings(LoadReport report) {
        findings(report.findings());
    }

    void findings(List<Finding> findings) {
        findings.forEach(finding -> err.println(finding));
        err.flush();
    }

    /** Prints a line with the counts. */
    void counts(String done, LoadReport report) {
        String findings = Arrays.stream(Severity.values())
                .map(s -> count(
                        report.findings().stream()
                                .filter(f -> f.severity() == s)
                                .count(),
                        s.label()))
                .collect(Collectors.joining(", "));
        say("%s: release %s, %s (%s), %s, %s; %s."
                .formatted(
                        done,
                        report.release(),
                        count(report.files(), "file"),
                        count(report.sources(), "source"),
                        count(report.triples(), "triple"),
                        report.derived() + " derived",
                        findings));
    }

    /** Prints the progress of longer work, about once a second. */
    Progress progress() {
        long start = System.currentTimeMillis();
        long[] next = {start + PATIENCE_MILLIS};
        StepTime time = new StepTime();
        return (step, done, total) -> {
            long now = System.currentTimeMillis();
            time.at(step, now);
            if (now >= next[0]) {
                next[0] = now + 1_000;
                String share = total == 0 ? "" : " %d of %d (%d %%)".formatted(done, total, 100 * done / total);
                err.println("… " + step + share + ", " + (now - start) / 1000 + " s" + time.left(now, done, total));
                err.flush();
            }
        };
    }

    static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
