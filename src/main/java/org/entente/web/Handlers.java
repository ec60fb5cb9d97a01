package org.entente.web;

/** What answers, for {@link Routes}. */
record Handlers(SparqlEndpoint sparql, UpdateEndpoint update, GraphStoreEndpoint graphStore, HealthEndpoint health) {}
