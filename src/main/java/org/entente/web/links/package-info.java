/**
 * Review of links to Wikidata: pages, decisions, downloads.
 */
package org.entente.web.links;
