/**
 * What a query of anybody may call, and how large its values may grow: holds inside ARQ, for every query of the process. Knows neither the
 * store nor HTTP.
 */
@NullMarked
package org.entente.bounds;

import org.jspecify.annotations.NullMarked;
