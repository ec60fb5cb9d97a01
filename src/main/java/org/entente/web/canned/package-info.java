/**
 * Canned queries over HTTP: the catalogue, the form, the result as page, table, picture or file.
 */
package org.entente.web.canned;
