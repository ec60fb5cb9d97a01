/**
 * The HTTP door: routes, content negotiation, pages, and the one table from exception to status code. Fuseki answers SPARQL
 * behind the same filters as everything else. May use every room but {@code cli}; {@code Context} does not leave this room.
 */
package org.entente.web;
