package org.entente.store;

import java.util.List;
import org.apache.jena.graph.Node;
import org.entente.rdf.LocatedTriple;

/** The triples of one Turtle file with their positions and their graph; blank nodes are replaced by IRIs. */
public record LoadedFile(String name, Node graph, List<LocatedTriple> triples) {}
