package org.entente.annotate;

import java.util.List;
import org.entente.ask.AskLanguage;
import org.entente.time.TextDates;

/**
 * What was found in a text, and the reports that are proposed for it.
 *
 * @param refused what somebody outside proposed and is so little in the text that no card came of it
 */
public record Annotation(
        String text,
        AskLanguage language,
        List<PersonMention> people,
        List<TextDates.Found> dates,
        List<Card> cards,
        List<RefusedField> refused) {}
