/** The page of the ontology, and the terms that the editor completes. */
package org.entente.web.ontology;
