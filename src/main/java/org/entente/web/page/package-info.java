/** The parts of all pages: layout, texts, cells, tables, labels, forms and badges. */
package org.entente.web.page;
