package org.entente.bounds;

import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/** Functions that were put in, and no others: ARQ's own registry looks for a class by the name in the IRI. */
final class ClosedFunctions extends FunctionRegistry {
    @Override
    public @Nullable FunctionFactory getFunctionFactory(String uri) {
        return isRegistered(uri) ? super.getFunctionFactory(uri) : null;
    }
}
