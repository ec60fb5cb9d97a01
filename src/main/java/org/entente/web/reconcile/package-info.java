/** The Reconciliation API, reconciliation of tables, and the manual. */
package org.entente.web.reconcile;
