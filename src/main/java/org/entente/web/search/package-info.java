/**
 * The search box: names, suggestions while typing, questions.
 */
package org.entente.web.search;
