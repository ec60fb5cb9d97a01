/** HTTP below the pages: parameters, content negotiation, ETags, bodies, addresses and the write key. */
package org.entente.web.http;
