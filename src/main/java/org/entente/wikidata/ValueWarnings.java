package org.entente.wikidata;

import java.util.ArrayList;
import java.util.List;
import org.entente.rdf.Finding;
import org.entente.rdf.Severity;

/** What is wrong with a snapshot file, errors and warnings each in the order of its lines; what is too much to list is counted. */
final class ValueWarnings {
    private static final String ADVICE =
            "Every line must contain one entity in Wikibase JSON, as in the Wikidata dumps and Special:EntityData.";
    private static final String LEFT_OUT =
            "It was left out; everything else of the item was kept. Correct it in Wikidata.";

    private final String file;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private long errorCount;
    private long warningCount;

    ValueWarnings(String file) {
        this.file = file;
    }

    /** A line, from 1, that cannot be read; 0 for the whole file. */
    void error(long line, String message) {
        if (++errorCount <= SnapshotReport.MOST_FINDINGS) {
            errors.add(finding(Severity.ERROR, line, message, ADVICE));
        }
    }

    /** A value that cannot be kept. */
    void warning(long line, String message) {
        if (++warningCount <= SnapshotReport.MOST_FINDINGS) {
            warnings.add(finding(Severity.WARNING, line, message, LEFT_OUT));
        }
    }

    boolean hasErrors() {
        return errorCount > 0;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(errors);
        if (errorCount > errors.size()) {
            all.add(finding(Severity.ERROR, 0, errorCount + " lines are invalid; only the first are listed", ADVICE));
        }
        all.addAll(warnings);
        if (warningCount > warnings.size()) {
            all.add(finding(
                    Severity.WARNING, 0, warningCount + " values were left out; only the first are listed", LEFT_OUT));
        }
        return List.copyOf(all);
    }

    private Finding finding(Severity severity, long line, String message, String advice) {
        return new Finding(severity, file, (int) Math.min(line, Integer.MAX_VALUE), 1, "wikidata", message, advice);
    }
}
