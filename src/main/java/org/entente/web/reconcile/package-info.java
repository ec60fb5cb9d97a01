/** The Reconciliation API, reconciliation of tables, and the manual. */
@NullMarked
package org.entente.web.reconcile;

import org.jspecify.annotations.NullMarked;
