package org.entente.web.decision;

import java.util.Optional;
import org.entente.web.page.ProblemView;
import org.entente.web.page.View;

/**
 * The page on which the key is entered once.
 *
 * @param author who has signed in; empty if nobody has
 * @param writes whether this server takes writes at all
 * @param back the page from which the reader came
 * @param by the name that was typed
 * @param problem why it did not work
 */
public record SignInView(Optional<String> author, boolean writes, String back, String by, Optional<ProblemView> problem)
        implements View {
    @Override
    public String template() {
        return "decision/signin.jte";
    }
}
