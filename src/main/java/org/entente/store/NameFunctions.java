package org.entente.store;

import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSubsystemLifecycle;
import org.entente.vocab.EntFunction;

/** Brings {@code ent:named} into SPARQL. Jena calls this by itself when it starts. */
public final class NameFunctions implements JenaSubsystemLifecycle {
    /** After ARQ (30) and the stores, whose registries must be there. */
    private static final int AFTER_ARQ = 500;

    @Override
    public void start() {
        PropertyFunctionRegistry.get().put(EntFunction.NAMED.getURI(), iri -> new NamedFunction());
    }

    @Override
    public void stop() {
        // The registry ends with the process.
    }

    @Override
    public int level() {
        return AFTER_ARQ;
    }
}
