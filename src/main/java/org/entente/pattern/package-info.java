/**
 * Which statements a pattern of SPARQL reads, and for which values of one of its variables, the key, solutions can have come or gone
 * when statements have. So rules and shapes need to be run again only for what can have changed.
 */
@NullMarked
package org.entente.pattern;

import org.jspecify.annotations.NullMarked;
