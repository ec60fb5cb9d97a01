/**
 * The page of one entity, made of panels, and its data; redirects of merged entities.
 */
package org.entente.web.entity;
