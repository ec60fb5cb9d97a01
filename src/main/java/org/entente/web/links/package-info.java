/** The review of links to Wikidata: pages, decisions and downloads. */
@NullMarked
package org.entente.web.links;

import org.jspecify.annotations.NullMarked;
