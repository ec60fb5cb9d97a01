/**
 * Chains of encounters between two persons and the network around one, as data and as sentences.
 */
package org.entente.network;
