package org.entente.web.links;

import java.util.List;
import org.entente.link.Contribution;
import org.entente.link.Contribution.LeftOut;
import org.entente.link.Contribution.Reason;
import org.entente.link.Contributions;
import org.entente.link.GivenProperty;
import org.entente.link.QuickStatements;
import org.entente.web.http.Urls;
import org.entente.web.page.View;

/** The page with what the collection can give to Wikidata: in words, as commands, and what it cannot give, by kind and reason. */
public record QuickStatementsView(Contributions contributions) implements View {
    @Override
    public String template() {
        return "links/quickstatements.jte";
    }

    /** Key of the message that says why: what has no item is a person, an event, an office … */
    public static String why(GivenProperty property, Reason reason) {
        boolean kind = reason == Reason.NO_ITEM || reason == Reason.NO_VALUE_ITEM;
        return "links.statements.left." + reason.word() + (kind ? "." + property.kind() : "");
    }

    public List<String> commands(boolean checked) {
        return QuickStatements.lines(contributions.checked(checked));
    }

    public String text(boolean checked) {
        return QuickStatements.text(contributions.checked(checked));
    }

    /** Whether some of what is given was compared with only a part of an item. */
    public boolean excerpts() {
        return contributions.all().stream().anyMatch(Contribution::excerpt);
    }

    /** The page of the thing that a statement would be about. */
    public static String page(LeftOut left) {
        return Urls.page(left.entity());
    }
}
