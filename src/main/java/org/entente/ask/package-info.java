/**
 * A question in German, English or Russian, and its answer with the evidence. No language model: names, offices, dates and events are found
 * inside the sentence ({@link org.entente.ask.MentionFinder}), the rest of the sentence is compared with heads, which are data ({@code
 * ask/de.txt} and so on, {@link org.entente.ask.Grammar}), and what is understood becomes one canned query, dossier or chain with its
 * parameters ({@link org.entente.ask.Asked}).
 *
 * <p>Every word must be explained: as a name, as a date, by the head, or as a word that changes nothing. A question with a word that nobody
 * explains is not understood, because the answer would be that to another question.
 */
@NullMarked
package org.entente.ask;

import org.jspecify.annotations.NullMarked;
