/** A trip or visit told in sentences, each with its sources: what the rows of its panels say, in words that are texts of the pages. */
@NullMarked
package org.entente.web.story;

import org.jspecify.annotations.NullMarked;
