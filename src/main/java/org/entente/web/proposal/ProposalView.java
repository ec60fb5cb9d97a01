package org.entente.web.proposal;

import java.util.Map;
import org.entente.web.page.Cell;
import org.entente.web.page.View;

/**
 * The form and, if it is filled in, the proposal.
 *
 * @param errors what is wrong, in words, by field
 * @param event the event; without text if none was named
 * @param post the office; without text if none was named
 * @param text the proposal as it is sent; "" if something is missing
 * @param mail address that opens a mail with the proposal; "" if the collection names no address of mail
 * @param file address of the proposal as a file
 */
public record ProposalView(
        ProposalRequest proposal,
        Map<String, String> errors,
        Cell event,
        Cell post,
        String text,
        String mail,
        String file)
        implements View {
    @Override
    public String template() {
        return "proposal/proposal.jte";
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public String name() {
        return proposal.name();
    }

    public String source() {
        return proposal.source();
    }

    public String passage() {
        return proposal.passage();
    }

    public String eventName() {
        return proposal.event();
    }

    public String postName() {
        return proposal.post();
    }
}
