/** The form by which a reader says who somebody known by office only was. It makes a proposal to send or keep; the server writes nothing. */
@NullMarked
package org.entente.web.proposal;

import org.jspecify.annotations.NullMarked;
