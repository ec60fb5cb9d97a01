/**
 * SPARQL functions and property functions over the contact index, such as {@code ent:met} and {@code ent:shortestPath}.
 */
package org.entente.functions;
