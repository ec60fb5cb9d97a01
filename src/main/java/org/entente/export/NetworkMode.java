package org.entente.export;

/** What is a node and what is an edge. */
public enum NetworkMode {
    /** Nodes are persons and posts; every encounter is an edge. */
    ONE_MODE,
    /** Nodes are persons, posts and events; every participation is an edge. */
    TWO_MODE
}
