/** Networks and chains, as pages, pictures and files. */
@NullMarked
package org.entente.web.network;

import org.jspecify.annotations.NullMarked;
