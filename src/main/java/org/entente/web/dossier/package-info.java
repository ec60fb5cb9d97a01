/** Dossiers, evidence and passages, as pages and files. */
package org.entente.web.dossier;
