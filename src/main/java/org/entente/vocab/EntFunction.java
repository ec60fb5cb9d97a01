package org.entente.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** SPARQL functions and property functions, as {@code ontology/functions.ttl} describes them. Written from {@code ontology/} by GeneratedTermsTest; do not edit. */
public final class EntFunction {
    /** Certainly overlaps. */
    public static final Node CERTAINLY_OVERLAPS = node("certainlyOverlaps");
    /** Certainly within. */
    public static final Node CERTAINLY_WITHIN = node("certainlyWithin");
    /** Common contact. */
    public static final Node COMMON_CONTACT = node("commonContact");
    /** Contact. */
    public static final Node CONTACT = node("contact");
    /** Contact pair. */
    public static final Node CONTACT_PAIR = node("contactPair");
    /** Event count. */
    public static final Node EVENT_COUNT = node("eventCount");
    /** Met. */
    public static final Node MET = node("met");
    /** Named. */
    public static final Node NAMED = node("named");
    /** Hop of the shortest path. */
    public static final Node PATH_HOP = node("pathHop");
    /** Paths. */
    public static final Node PATHS = node("paths");
    /** Possibly overlaps. */
    public static final Node POSSIBLY_OVERLAPS = node("possiblyOverlaps");
    /** Possibly within. */
    public static final Node POSSIBLY_WITHIN = node("possiblyWithin");
    /** Shortest path. */
    public static final Node SHORTEST_PATH = node("shortestPath");
    /** Title verdict. */
    public static final Node TITLE_VERDICT = node("titleVerdict");
    /** Top contact. */
    public static final Node TOP_CONTACT = node("topContact");

    private EntFunction() {}

    private static Node node(String name) {
        return NodeFactory.createURI(Ent.NS + name);
    }
}
