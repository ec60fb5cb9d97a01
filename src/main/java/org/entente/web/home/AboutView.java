package org.entente.web.home;

import java.util.List;
import org.entente.web.page.View;

/**
 * The page about the collection.
 *
 * @param levels the kinds of contact, from the closest to the loosest
 * @param cited path of a page, to show how any page is cited
 */
public record AboutView(List<LevelMeaning> levels, String cited) implements View {
    @Override
    public String template() {
        return "home/about.jte";
    }
}
