/**
 * Releases over HTTP: the list, what differs between two, every address as it was in a release ({@code /r/<id>/…}), citations with
 * their landing pages, Memento (RFC 7089), the history of one thing, and the description of the dataset in DCAT.
 */
@NullMarked
package org.entente.web.release;

import org.jspecify.annotations.NullMarked;
