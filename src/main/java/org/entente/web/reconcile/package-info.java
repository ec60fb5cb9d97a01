/**
 * The Reconciliation API, tables of names, and their help page.
 */
package org.entente.web.reconcile;
