package org.entente.web.decision;

import org.entente.web.page.View;

/**
 * The page that asks for the second of two things.
 *
 * @param kind word of the kind of decision
 * @param about name of the first thing in addresses
 * @param label what the first thing is called
 * @param other what was typed
 * @param error what is wrong with it; "" if nothing is
 */
public record OtherView(String kind, String about, String label, String other, String error) implements View {
    @Override
    public String template() {
        return "decision/other.jte";
    }
}
