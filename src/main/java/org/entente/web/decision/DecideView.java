package org.entente.web.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.web.page.Cell;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The form of a decision and, if it was sent, what it means.
 *
 * @param kind word of the kind
 * @param about what is decided
 * @param other the second thing; "" for none
 * @param takesValue whether a new value is typed
 * @param value the new value
 * @param entry the fields of an entry that is made; empty if none is
 * @param heading of the page
 * @param several whether more than one option can be chosen
 * @param decided decisions that stand on it already
 * @param form what was filled in
 * @param author who has signed in; empty if nobody has
 * @param proposal name of the proposal that is taken up; "" for none
 * @param proposes whether this server keeps proposals of those who have no key
 * @param writes whether this server takes decisions at all
 * @param preview what the choice means; empty before it was made
 * @param changed what is otherwise than when the sender looked
 * @param errors what is missing, in words, by field
 * @param problem why nothing was done
 * @param findings what stands against the decision in the collection
 */
public record DecideView(
        String kind,
        String about,
        String other,
        boolean takesValue,
        String value,
        Optional<EntryFields> entry,
        String heading,
        List<Choice> choices,
        boolean several,
        List<Cell> decided,
        Typed form,
        Optional<String> author,
        String proposal,
        boolean proposes,
        boolean writes,
        Optional<Preview> preview,
        Optional<Changed> changed,
        Map<String, String> errors,
        Optional<ProblemView> problem,
        List<String> findings)
        implements View {
    /** An option with its box. */
    public record Choice(String id, String text, List<Source> sources, boolean chosen) {}

    /**
     * An entry that is made.
     *
     * @param names by language of the collection
     */
    public record EntryFields(String id, List<EntryName> names) {}

    /**
     * A name in a language.
     *
     * @param spoken the language in words
     */
    public record EntryName(String language, String spoken, String text) {}

    /** A document and the place in it. */
    public record Source(Cell document, String locator) {}

    /** What was filled in. */
    public record Typed(String by, Map<String, String> why, List<String> chosen) {
        /** The reason in a language; "" for none. */
        public String why(String language) {
            return why.getOrDefault(language, "");
        }
    }

    /**
     * The choice in words.
     *
     * @param sentences what follows from it
     * @param label what the decision will be called
     * @param seen what it rests on, line by line
     */
    public record Preview(List<String> sentences, String label, String seen) {}

    /** What of the matter has come or gone: things, or lines as they are. */
    public record Changed(List<Cell> come, List<Cell> gone) {}

    /** What is wrong with a field; "" if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    @Override
    public String template() {
        return "decision/decide.jte";
    }
}
