/**
 * What follows from the reports: consolidated events, conflicts, encounters. The rules are {@code queries/rules/*.rq}; this room
 * runs them. May use {@code store}, {@code time}, {@code vocab}.
 */
package org.entente.encounter;
