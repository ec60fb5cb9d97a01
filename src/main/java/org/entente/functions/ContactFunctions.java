package org.entente.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSubsystemLifecycle;
import org.entente.time.TimeBounds;
import org.entente.vocab.Ent;
import org.entente.vocab.EntFunction;

/**
 * Brings the functions of this room into SPARQL: property functions over the contact index, filter functions on time
 * and titles. Jena calls
 * this by itself when it starts, so every query of the process knows them, however it comes in. What they are is said in {@code
 * ontology/functions.ttl}.
 */
public final class ContactFunctions implements JenaSubsystemLifecycle {
    /** After ARQ (30) and the stores, whose registries must be there. */
    private static final int AFTER_ARQ = 500;

    @Override
    public void start() {
        PropertyFunctionRegistry properties = PropertyFunctionRegistry.get();
        properties.put(EntFunction.MET.getURI(), iri -> new MetFunction());
        properties.put(EntFunction.CONTACT.getURI(), iri -> new ContactFunction(false));
        properties.put(EntFunction.TOP_CONTACT.getURI(), iri -> new ContactFunction(true));
        properties.put(EntFunction.CONTACT_PAIR.getURI(), iri -> new ContactPairFunction());
        properties.put(EntFunction.COMMON_CONTACT.getURI(), iri -> new CommonContactFunction());
        properties.put(EntFunction.EVENT_COUNT.getURI(), iri -> new EventCountFunction());
        for (ChainFunction.Form form : ChainFunction.Form.values()) {
            properties.put(Ent.term(form.function), iri -> new ChainFunction(form));
        }
        QueryEngineRegistry.addFactory(new FunctionEngine());
        FunctionFactory title = iri -> new TitleFunction();
        FunctionRegistry.get().put(EntFunction.TITLE_VERDICT.getURI(), title);
        time(EntFunction.CERTAINLY_WITHIN, TimeBounds::certainlyWithin);
        time(EntFunction.POSSIBLY_WITHIN, TimeBounds::possiblyWithin);
        time(EntFunction.CERTAINLY_OVERLAPS, TimeBounds::certainlyOverlaps);
        time(EntFunction.POSSIBLY_OVERLAPS, TimeBounds::possiblyOverlaps);
    }

    @Override
    public void stop() {
        // The registries end with the process.
    }

    @Override
    public int level() {
        return AFTER_ARQ;
    }

    /** The local names of all functions of this room that are registered now. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        PropertyFunctionRegistry.get().keys().forEachRemaining(names::add);
        FunctionRegistry.get().keys().forEachRemaining(names::add);
        return names.stream()
                .filter(iri -> iri.startsWith(Ent.NS))
                .map(iri -> iri.substring(Ent.NS.length()))
                .sorted()
                .toList();
    }

    private static void time(Node function, BiPredicate<TimeBounds, TimeBounds> test) {
        FunctionFactory factory = iri -> new TimeFunction(function.getLocalName(), test);
        FunctionRegistry.get().put(function.getURI(), factory);
    }
}
