/** Canned queries over HTTP: the catalogue, the forms and the results as pages, pictures and files. */
@NullMarked
package org.entente.web.canned;

import org.jspecify.annotations.NullMarked;
