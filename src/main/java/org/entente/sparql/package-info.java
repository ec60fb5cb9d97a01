/**
 * SPARQL in files: the headers of canned queries and checks, and the queries that the program itself asks, {@code queries/internal}.
 * Uses {@code vocab}.
 */
@NullMarked
package org.entente.sparql;

import org.jspecify.annotations.NullMarked;
