/**
 * HTTP without pages: parameters, negotiation, ETags, bodies, addresses, the write key.
 */
package org.entente.web.http;
