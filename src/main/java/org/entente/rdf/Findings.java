package org.entente.rdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of one file. */
final class Findings {
    private final String file;
    private final int max;
    private final List<Finding> list = new ArrayList<>();
    private long unlisted = 0;
    private long errors = 0;

    Findings(String file, int max) {
        this.file = file;
        this.max = max;
    }

    void add(Severity severity, int line, int column, String code, String message, String advice) {
        if (severity == Severity.ERROR) {
            errors++;
        }
        if (list.size() >= max) {
            unlisted++;
            return;
        }
        list.add(new Finding(severity, file, line, column, code, message, advice));
    }

    /** The number of errors, including those that are not listed. */
    long errors() {
        return errors;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    void clear() {
        list.clear();
        unlisted = 0;
        errors = 0;
    }

    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        if (unlisted > 0) {
            sorted.add(new Finding(
                    errors > 0 ? Severity.ERROR : Severity.NOTE,
                    file,
                    0,
                    0,
                    "more-findings",
                    unlisted + " more findings are not listed",
                    "fix those above first"));
        }
        return sorted;
    }
}
