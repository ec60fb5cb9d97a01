/** The parts of all pages: layout, texts, cells, tables, labels, forms and badges. */
@NullMarked
package org.entente.web.page;

import org.jspecify.annotations.NullMarked;
