/**
 * Pictures drawn on the server, as SVG and as a table with the same content. Positions are percentages and text is
 * sized in pixels, so a picture scales with its page while the text stays readable. Depends neither on HTTP nor on the
 * store; colours come from {@code pictures.css}.
 */
@NullMarked
package org.entente.web.picture;

import org.jspecify.annotations.NullMarked;
