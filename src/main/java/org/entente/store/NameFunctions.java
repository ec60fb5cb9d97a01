package org.entente.store;

import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSubsystemLifecycle;
import org.entente.vocab.EntFunction;

/** Registers {@code ent:named} as a SPARQL function. Jena calls this when it starts. */
public final class NameFunctions implements JenaSubsystemLifecycle {
    /** Start after ARQ (30) and the stores, whose registries are needed. */
    private static final int AFTER_ARQ = 500;

    @Override
    public void start() {
        PropertyFunctionRegistry.get().put(EntFunction.NAMED.getURI(), iri -> new NamedFunction());
    }

    @Override
    public void stop() {
        // the registry ends with the process
    }

    @Override
    public int level() {
        return AFTER_ARQ;
    }
}
