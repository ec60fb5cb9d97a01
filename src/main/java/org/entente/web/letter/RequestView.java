package org.entente.web.letter;

import java.util.List;
import java.util.Optional;
import org.entente.web.page.Cell;
import org.entente.web.page.Page;
import org.entente.web.page.View;

/**
 * The page with a letter.
 *
 * @param missing what is missing, in the reader's language
 * @param list address of the query that lists such gaps
 * @param event the event that the letter asks about
 * @param countries names of the countries whose laws are known
 * @param others names of countries and regions that were involved and whose laws are not known
 * @param choices the other bodies that may know; empty if there is one only
 * @param sheet the letter; empty if no law is known
 */
public record RequestView(
        String missing,
        String list,
        Cell event,
        List<String> countries,
        List<String> others,
        List<Page.Link> choices,
        Optional<LetterSheet> sheet)
        implements View {
    @Override
    public String template() {
        return "letter/request.jte";
    }
}
