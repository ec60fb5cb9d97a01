package org.entente.web.letter;

import org.entente.letter.Addressee;
import org.entente.letter.Letter;

/**
 * A letter on a page.
 *
 * @param note what a reader has to know of the law, in the reader's language; "" for nothing
 * @param form address of a portal's form that has the letter filled in; "" if it does not fit
 * @param file address of the letter as a file
 */
public record LetterSheet(Addressee to, Letter letter, String note, String form, String file) {}
