/**
 * What an encounter is: level, confidence, sources, offices and names; common ground of the rooms about encounters.
 */
@NullMarked
package org.entente.encounter;

import org.jspecify.annotations.NullMarked;
