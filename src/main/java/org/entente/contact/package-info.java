/**
 * The contact index: who encountered whom, in arrays; contacts, common contacts and shortest chains.
 */
package org.entente.contact;
