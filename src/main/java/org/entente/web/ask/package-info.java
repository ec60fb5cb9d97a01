/** {@code /ask}: a question in a sentence, its answer as a page and as JSON, and sentences completed while somebody types. */
@NullMarked
package org.entente.web.ask;

import org.jspecify.annotations.NullMarked;
