/**
 * What follows from the reports: consolidated events, conflicts, encounters. The rules are {@code queries/rules/*.rq}; this room
 * runs them; an index of the encounters answers who met whom, how two persons are connected, and what the network around one looks
 * like, in Java and as functions of SPARQL. May use {@code store}, {@code time}, {@code names}, {@code vocab}.
 */
package org.entente.encounter;
