/**
 * Chains of encounters between two persons and the network around one, as data and as sentences.
 */
@NullMarked
package org.entente.network;

import org.jspecify.annotations.NullMarked;
