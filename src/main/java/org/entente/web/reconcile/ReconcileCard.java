package org.entente.web.reconcile;

import java.util.List;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.text.ShortText;
import org.entente.web.http.Urls;
import org.entente.web.page.EmbeddedView;
import org.entente.web.page.Messages;

/**
 * An entity, type or property in a few lines, for the preview and the flyout.
 *
 * @param kind the type of an entity; for others "type" or "property", in the reader's language
 * @param href address of its page, with the host; "" if it has none
 */
public record ReconcileCard(String name, String kind, String id, String href, List<Line> lines)
        implements EmbeddedView {
    /** A property with its values, as text. */
    public record Line(String label, String value) {}

    public ReconcileCard {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "reconcile/card.jte";
    }

    static ReconcileCard of(EntityType type, String base, Messages text) {
        List<Line> lines = new java.util.ArrayList<>();
        if (!type.definition(text.language()).isEmpty()) {
            lines.add(new Line(text.get("reconcile.definition"), type.definition(text.language())));
        }
        lines.add(new Line(text.get("reconcile.instances"), Integer.toString(type.instances())));
        return new ReconcileCard(
                type.label(text.language()),
                text.get("reconcile.type"),
                type.id(),
                base + Urls.page(type.iri()),
                lines);
    }

    static ReconcileCard of(EntityProperty property, String base, Messages text) {
        return new ReconcileCard(
                text.get("reconcile.feature." + property.id()),
                text.get("reconcile.property"),
                property.id(),
                base + "/reconcile/help#" + property.id(),
                List.of(new Line(
                        text.get("reconcile.definition"), text.get("reconcile.property." + property.id() + ".help"))));
    }

    static ReconcileCard missing(String id, Messages text) {
        return new ReconcileCard(text.get("reconcile.missing"), "", ShortText.of(id, 60), "", List.of());
    }
}
