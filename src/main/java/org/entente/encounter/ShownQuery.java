package org.entente.encounter;

/** A query that was run for an answer, to be shown with it. */
public record ShownQuery(String name, String sparql) {}
