package org.entente.store;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.rdf.Finding;

/** Where a load puts what it has brought, in these steps, of which an exception undoes all. */
interface LoadTarget {
    /**
     * Says what was loaded.
     *
     * @param rules hash of the rules
     * @return the sums of the graphs
     */
    Map<Node, String> announce(LoadedState state, String rules);

    /** Derives what follows. */
    void derive(Progress progress);

    /** Number of derived statements. */
    long countDerived();

    /** What a validator finds. */
    List<Finding> judge(CommitValidator validator, SourceLocations positions, Progress progress);
}
