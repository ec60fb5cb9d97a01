package org.entente.web.canned;

import java.util.List;
import org.entente.web.page.View;

/** What the collection knows that it does not know: one entry for each query about gaps. */
public record UnknownView(List<Gap> gaps) implements View {
    /**
     * One query about gaps.
     *
     * @param sentence what its rows come to; "" if there are none
     */
    public record Gap(String title, String description, String sentence, String href) {}

    @Override
    public String template() {
        return "canned/unknown.jte";
    }
}
