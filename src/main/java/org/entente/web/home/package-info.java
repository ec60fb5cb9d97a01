/** The home page and the page about the collection. */
@NullMarked
package org.entente.web.home;

import org.jspecify.annotations.NullMarked;
