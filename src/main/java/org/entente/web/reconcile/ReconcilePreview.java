package org.entente.web.reconcile;

import org.entente.web.page.EmbeddedView;

/** A card as an HTML document of its own, for a frame in another program. */
public record ReconcilePreview(ReconcileCard card, String lang) implements EmbeddedView {
    @Override
    public String template() {
        return "reconcile/preview.jte";
    }
}
