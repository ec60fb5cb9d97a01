/**
 * Pictures made on the server: what is known goes in, an SVG and a table that holds the same come out. Positions along the
 * picture are percentages and letters are in pixels, so a picture grows and shrinks with its page while its text stays legible.
 * Knows neither HTTP nor the store; colours come from {@code pictures.css}.
 */
package org.entente.web.picture;
