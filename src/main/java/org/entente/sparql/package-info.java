/**
 * SPARQL in files: the headers of canned queries and checks, and the queries that the program itself asks, {@code queries/internal}.
 * Uses {@code vocab}.
 */
package org.entente.sparql;
