/**
 * SPARQL over HTTP: queries, updates, the graph store protocol, the editor.
 */
package org.entente.web.sparql;
