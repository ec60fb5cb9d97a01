/**
 * The first page and the page about how things are decided.
 */
package org.entente.web.home;
