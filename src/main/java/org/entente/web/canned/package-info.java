/** Canned queries over HTTP: the catalogue, the forms and the results as pages, pictures and files. */
package org.entente.web.canned;
