/** Pages on which a curator decides, with the key, and readers propose: form, preview in words, log, signing in. */
@NullMarked
package org.entente.web.decision;

import org.jspecify.annotations.NullMarked;
