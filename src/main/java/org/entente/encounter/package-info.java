/**
 * What an encounter is: level, confidence, sources, offices and names; common ground of the rooms about encounters.
 */
package org.entente.encounter;
