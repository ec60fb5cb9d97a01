/** Finds words in texts in German, English and Russian, in whatever form they stand there. The only room that knows Lucene. */
@NullMarked
package org.entente.fulltext;

import org.jspecify.annotations.NullMarked;
