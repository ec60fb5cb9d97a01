package org.entente.web.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.entente.dossier.ContactCategory;
import org.entente.dossier.Dossier;
import org.entente.dossier.DossierRow;
import org.entente.encounter.Confidence;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TimeBounds;
import org.entente.web.page.ChainView;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;
import org.entente.web.picture.Picture;
import org.entente.web.picture.Sign;
import org.entente.web.picture.Timeline;
import org.jspecify.annotations.Nullable;

/** The events between two sides on a timeline, with a lane for each tier. */
final class DossierTimeline {
    private DossierTimeline() {}

    /** The picture; null if there are fewer than two dated events. */
    static @Nullable Picture of(Dossier dossier, Collection<ContactCategory> tiers, String title, Messages text) {
        List<Timeline.Item> items = new ArrayList<>();
        for (ContactCategory tier : tiers) {
            for (DossierRow row : dossier.rows(tier)) {
                List<Timeline.Item> dated = items(row, text);
                items.addAll(dated);
            }
        }
        long seen = items.stream().filter(Timeline.Item::isDated).count();
        return seen < 2 ? null : Timeline.of(title, items, year -> "", text);
    }

    private static List<Timeline.Item> items(DossierRow row, Messages text) {
        String lane = text.get("dossier.tier." + row.tier().word());
        String label = row.otherEvent()
                .map(other -> row.event().label() + " / " + other.label())
                .orElse(row.event().label());
        String href = EvidenceBadge.of(row.event().node().getURI(), "stated", 0, text.language())
                .href();
        List<Timeline.Item> items = new ArrayList<>();
        for (String date : row.dates()) {
            items.add(new Timeline.Item(label, ChainView.phrase(date, text), lane, href, sign(row), bounds(date)));
        }
        if (items.isEmpty()) {
            items.add(new Timeline.Item(label, "", lane, href, sign(row), TimeBounds.UNKNOWN));
        }
        return items;
    }

    private static TimeBounds bounds(String date) {
        try {
            return Edtf.parse(date).bounds();
        } catch (EdtfException e) {
            return TimeBounds.UNKNOWN;
        }
    }

    private static Sign sign(DossierRow row) {
        if (row.disputedWhetherHeld()) {
            return Sign.CONTRADICTED;
        }
        return switch (row.tier()) {
            case ANNOUNCED -> Sign.ANNOUNCED;
            case NOT_HELD -> Sign.NOT_HELD;
            case CONTRADICTED -> Sign.CONTRADICTED;
            case SAME_PLACE_AND_TIME -> Sign.DERIVED;
            default -> row.confidence().compareTo(Confidence.MEDIUM) < 0 ? Sign.DOUBTED : Sign.STATED;
        };
    }
}
