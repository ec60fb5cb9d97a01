/**
 * The collection on another SPARQL 1.1 service: writing it there, asking it there, and finding out which questions that service answers
 * as this program does. Nothing here depends on which product it is.
 */
@NullMarked
package org.entente.engine;

import org.jspecify.annotations.NullMarked;
