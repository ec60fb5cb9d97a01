/** Small things about words that belong to no subject: which known word somebody may have meant. Knows nothing of the graph. */
package org.entente.text;
