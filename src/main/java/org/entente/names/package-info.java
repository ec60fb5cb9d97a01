/**
 * Names of persons, bodies and places: which spellings are the same name.
 *
 * <p>A name reaches us in German, English and Kazakh-Latin transliteration, in Cyrillic, and misspelt. Two spellings are
 * compared in three steps, from strict to loose:
 * <ol>
 *   <li>the <em>exact form</em>: Unicode NFKC, case folded, white space collapsed;
 *   <li>the <em>normal form</em> ({@link org.entente.names.NormalForm}): titles dropped, every token read as German, as
 *       English, as Turkic and as Slavic Latin, Cyrillic as Russian, Kazakh, Ukrainian or Belarusian, each reading folded to one Latin skeleton in which "Tokajew", "Tokayev" and "Тоқаев" meet;
 *   <li>a <em>subset of tokens</em>: "Tokajew" is one token of "Kassym-Jomart Tokajew".
 * </ol>
 * {@link org.entente.names.NameTable#match} goes in that order and never guesses: a name means an entity only if exactly one entity
 * remains at the strictest step that found anything.
 *
 * <p>{@link org.entente.names.NameTable#search} ranks instead: every word asked for is compared with the words of all names
 * ({@link org.entente.names.Vocabulary}, {@link org.entente.names.PhoneticDistance}: sounds that languages and spellings exchange cost little),
 * names are laid beside the question word by word ({@link org.entente.names.Alignment}: a word counts as much as it is rare; a
 * patronymic, an office, a legal form may be missing, {@link org.entente.names.TokenRole}), and every hit has a score that is comparable
 * across questions and says why it was found ({@link org.entente.names.NameReason}). {@link
 * org.entente.names.NameTable#suggest} is the same for names that have only begun.
 *
 * <p>Special readings stand apart: letters that look like those of the other script ({@link org.entente.names.Homoglyphs}), German
 * names in Cyrillic ({@link org.entente.names.GermanInCyrillic}), case endings ({@link org.entente.names.Inflection}); what a short
 * name leaves open, the fuller names of the entity decide ({@link org.entente.names.FullNameCheck}).
 *
 * <p>The skeleton is a key, not a text: it is never shown and may change between versions. Where a letter can be read in
 * two ways (German and English {@code j}, {@code z}, {@code ch}), a token has several skeletons and two tokens agree if
 * they share one; merging the letters instead would make strangers look alike.
 *
 * <p>May use: the JDK, and {@code vocab}.
 */
@NullMarked
package org.entente.names;

import org.jspecify.annotations.NullMarked;
