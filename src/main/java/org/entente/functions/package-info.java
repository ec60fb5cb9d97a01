/**
 * SPARQL functions and property functions over the contact index, such as {@code ent:met} and {@code ent:shortestPath}.
 */
@NullMarked
package org.entente.functions;

import org.jspecify.annotations.NullMarked;
