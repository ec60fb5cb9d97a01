/** The home page and the page about the collection. */
package org.entente.web.home;
