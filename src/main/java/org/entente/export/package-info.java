/** Networks as files for other programs: CSV, GraphML, GEXF. May use {@code store}, {@code encounter}, {@code vocab}. */
package org.entente.export;
