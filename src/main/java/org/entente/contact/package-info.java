/**
 * The contact index: who encountered whom, in arrays; contacts, common contacts and shortest chains.
 */
@NullMarked
package org.entente.contact;

import org.jspecify.annotations.NullMarked;
