package org.entente.annotate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.ask.AskLanguage;
import org.entente.fulltext.TextLanguage;
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
        List<RefusedField> refused) {
    private static final Set<String> READ =
            Arrays.stream(AskLanguage.values()).map(AskLanguage::tag).collect(Collectors.toUnmodifiableSet());

    /** The tag of the language of the text if it is none of those that are read; "und" if it cannot be told which; "" if it is read. */
    public String unread() {
        return TextLanguage.otherThan(READ, text).orElse("");
    }

    /** The name of that language in another language; "" if it cannot be told which, or if the text is read. */
    public String unreadName(Locale in) {
        String tag = unread();
        return tag.isEmpty() || tag.equals(TextLanguage.UNKNOWN)
                ? ""
                : Locale.forLanguageTag(tag).getDisplayLanguage(in);
    }
}
