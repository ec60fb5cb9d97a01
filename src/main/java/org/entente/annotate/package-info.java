/**
 * From a text to proposed reports. Mentions of people, offices, bodies, places and dates are found with the names of the collection and with
 * lists of words ({@code annotate/de.txt} and so on); from them cards are made, one for each report that the text may hold: the event, known
 * or new, its status, time, place, and who took part in which office. Every field has the place in the text from which it comes. Nothing is
 * written: a person decides on each card, and what is taken becomes rows of a sheet ({@link org.entente.sheet}).
 */
@NullMarked
package org.entente.annotate;

import org.jspecify.annotations.NullMarked;
