/** HTTP below the pages: parameters, content negotiation, ETags, bodies, addresses and the write key. */
@NullMarked
package org.entente.web.http;

import org.jspecify.annotations.NullMarked;
