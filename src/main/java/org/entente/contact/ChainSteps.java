package org.entente.contact;

/** Where a search for chains may go. */
interface ChainSteps {
    /** No day, for who is out of reach. */
    int UNREACHED = Integer.MIN_VALUE;

    /** Whether one may go from a node to another. */
    boolean open(int node, int neighbour);

    /** Whether an encounter may be part of a chain. */
    boolean counts(int encounter);

    /** Called for every contact that is looked at: a long search must end when it is no longer wanted. */
    void step();

    /** The latest day to be with a node with so many hops left; {@link #UNREACHED} if the target is out of reach. */
    interface Reach {
        int[] NOT_FEW = {};

        int latest(int node, int hopsLeft);

        /** Who may come after a node; {@link #NOT_FEW} if that is as well found among all whom it encountered. */
        default int[] among(int node, int hopsLeft) {
            return NOT_FEW;
        }
    }
}
