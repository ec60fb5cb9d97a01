/**
 * Dossiers, evidence and passages of the archive as pages and files.
 */
package org.entente.web.dossier;
