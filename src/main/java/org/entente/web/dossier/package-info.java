/** Dossiers, evidence and passages, as pages and files. */
@NullMarked
package org.entente.web.dossier;

import org.jspecify.annotations.NullMarked;
