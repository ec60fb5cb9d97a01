/** The page and the data of an entity, and the redirects of merged entities. */
@NullMarked
package org.entente.web.entity;

import org.jspecify.annotations.NullMarked;
