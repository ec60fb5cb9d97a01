/**
 * A source as a sheet with one row per participation, and back: what a sheet would change is shown statement by statement before anything
 * is written. Works on files, without a store.
 */
@NullMarked
package org.entente.sheet;

import org.jspecify.annotations.NullMarked;
