/** What a curator can decide: what stands to be decided now, what a choice means, and the log of decisions in file and store. */
@NullMarked
package org.entente.decision;

import org.jspecify.annotations.NullMarked;
