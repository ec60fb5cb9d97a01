package org.entente.web.links;

import org.entente.link.QuickStatements;
import org.entente.web.page.View;

/** The page with the commands for QuickStatements. */
public record QuickStatementsView(QuickStatements statements) implements View {
    @Override
    public String template() {
        return "links/quickstatements.jte";
    }
}
