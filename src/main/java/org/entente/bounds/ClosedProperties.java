package org.entente.bounds;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/** Property functions that were put in, and no others: ARQ's own registry looks for a class by the name in the IRI. */
final class ClosedProperties extends PropertyFunctionRegistry {
    private final Map<String, PropertyFunctionFactory> factories = new ConcurrentHashMap<>();

    @Override
    public void put(String uri, PropertyFunctionFactory factory) {
        factories.put(uri, factory);
    }

    @Override
    public boolean manages(String uri) {
        return factories.containsKey(uri);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String uri) {
        return factories.get(uri);
    }

    @Override
    public boolean isRegistered(String uri) {
        return factories.containsKey(uri);
    }

    @Override
    public @Nullable PropertyFunctionFactory remove(String uri) {
        return factories.remove(uri);
    }

    @Override
    public Iterator<String> keys() {
        return factories.keySet().iterator();
    }
}
