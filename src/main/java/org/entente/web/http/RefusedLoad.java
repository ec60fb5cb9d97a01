package org.entente.web.http;

import java.util.List;
import org.entente.execution.Problem;
import org.entente.store.LoadReport;

/** The checks of the collection refuse what somebody wants to write. */
public final class RefusedLoad extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final transient List<String> reasons;

    private RefusedLoad(Problem problem, List<String> reasons) {
        super(null, null, false, false);
        this.problem = problem;
        this.reasons = reasons;
    }

    /**
     * @param problem what to say if the load was refused
     * @throws RefusedLoad if it was
     */
    public static void require(LoadReport report, Problem problem) {
        if (!report.accepted()) {
            throw new RefusedLoad(problem, report.errorTexts());
        }
    }

    /** What was not done. */
    public Problem problem() {
        return problem;
    }

    /** Each error with its place. */
    public List<String> reasons() {
        return reasons;
    }
}
