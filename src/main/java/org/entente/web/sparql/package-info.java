/** SPARQL over HTTP: queries, updates, the Graph Store Protocol and the editor. */
@NullMarked
package org.entente.web.sparql;

import org.jspecify.annotations.NullMarked;
