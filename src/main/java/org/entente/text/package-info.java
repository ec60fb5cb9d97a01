/**
 * What is done with texts of any subject: find the known word that was meant, shorten, say what an exception says, read and write
 * JSON. Knows nothing of the graph.
 */
@NullMarked
package org.entente.text;

import org.jspecify.annotations.NullMarked;
