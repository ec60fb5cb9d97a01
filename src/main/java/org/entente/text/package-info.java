/**
 * What is done with texts of any subject: find the known word that was meant, shorten, read and write JSON. Knows nothing of the
 * graph.
 */
package org.entente.text;
