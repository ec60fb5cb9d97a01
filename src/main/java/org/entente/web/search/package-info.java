/** The search for names and questions, and suggestions while typing. */
package org.entente.web.search;
