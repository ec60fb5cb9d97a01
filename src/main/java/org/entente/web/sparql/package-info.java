/** SPARQL over HTTP: queries, updates, the Graph Store Protocol and the editor. */
package org.entente.web.sparql;
