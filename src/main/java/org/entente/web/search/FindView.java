package org.entente.web.search;

import java.util.List;
import org.entente.web.page.View;

/**
 * The canned queries that a question may mean.
 *
 * @param text the question as it was typed
 * @param matches the most likely first
 */
public record FindView(String text, List<QuestionHit> matches) implements View {
    @Override
    public String template() {
        return "search/find.jte";
    }
}
