/** The search for names and questions, and suggestions while typing. */
@NullMarked
package org.entente.web.search;

import org.jspecify.annotations.NullMarked;
