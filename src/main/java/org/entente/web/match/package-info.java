/** The page on which a reader's own list is matched with the collection. Nothing of a list is kept on the server. */
@NullMarked
package org.entente.web.match;

import org.jspecify.annotations.NullMarked;
