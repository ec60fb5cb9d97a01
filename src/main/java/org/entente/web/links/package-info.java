/** The review of links to Wikidata: pages, decisions and downloads. */
package org.entente.web.links;
