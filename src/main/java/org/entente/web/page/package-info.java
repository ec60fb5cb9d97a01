/**
 * What every page is made of: layout, messages, cells, tables, labels, forms, badges.
 */
package org.entente.web.page;
