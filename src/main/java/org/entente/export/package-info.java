/** Networks as files for other programs: CSV, GraphML, GEXF. May use {@code store}, {@code encounter}, {@code vocab}. */
@NullMarked
package org.entente.export;

import org.jspecify.annotations.NullMarked;
