package org.entente.web.home;

import java.util.List;
import org.entente.web.page.View;

/**
 * The page about the collection.
 *
 * @param levels the kinds of contact, from the closest to the loosest
 */
public record AboutView(List<LevelMeaning> levels) implements View {
    @Override
    public String template() {
        return "home/about.jte";
    }
}
