/** The page {@code /annotate}: a text comes in, reports are proposed for it, somebody decides on each, and what is taken becomes a source. */
@NullMarked
package org.entente.web.annotate;

import org.jspecify.annotations.NullMarked;
