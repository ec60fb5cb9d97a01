/** The page of the ontology, and the terms that the editor completes. */
@NullMarked
package org.entente.web.ontology;

import org.jspecify.annotations.NullMarked;
