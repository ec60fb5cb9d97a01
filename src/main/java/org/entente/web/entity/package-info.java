/** The page and the data of an entity, and the redirects of merged entities. */
package org.entente.web.entity;
