/**
 * The HTTP service: routes, content negotiation, pages and the mapping of exceptions to status codes. Fuseki answers
 * SPARQL behind the same filters as everything else. May use every package but {@code cli}; Javalin's {@code Context}
 * stays inside.
 */
@NullMarked
package org.entente.web;

import org.jspecify.annotations.NullMarked;
