package org.entente.bounds;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/** Puts the bounds of this room into ARQ. Jena calls this by itself when it starts, so no query of the process goes without them. */
public final class BoundedEvaluation implements JenaSubsystemLifecycle {
    /** After those that bring functions of their own (500). */
    private static final int AFTER_FUNCTIONS = 600;

    @Override
    public void start() {
        AllowedFunctions.install();
        BoundedExpressions.install();
    }

    @Override
    public void stop() {
        // The registries end with the process.
    }

    @Override
    public int level() {
        return AFTER_FUNCTIONS;
    }
}
