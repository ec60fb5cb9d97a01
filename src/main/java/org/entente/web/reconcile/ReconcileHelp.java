package org.entente.web.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.Weights;
import org.entente.web.page.Messages;
import org.entente.web.page.View;

/**
 * The manual of reconciliation.
 *
 * @param service the address to enter in OpenRefine
 */
public record ReconcileHelp(String service, int batchSize, List<Row> types, List<Row> features, Thresholds thresholds)
        implements View {
    /**
     * The thresholds from which a candidate counts as a match.
     *
     * @param margin lead over the next candidate, in points
     * @param least lowest score
     * @param near value from which a feature counts as similar, formatted for the page
     * @param same value from which a feature counts as equal, formatted for the page
     */
    public record Thresholds(int margin, int least, String near, String same) {}

    /** A row of a table. */
    public record Row(String id, String name, String help, int weight) {}

    @Override
    public String template() {
        return "reconcile/help.jte";
    }

    static ReconcileHelp of(List<EntityType> types, String base, Messages text) {
        List<Row> features = new ArrayList<>();
        Weights.OF_FEATURES.forEach((id, weight) -> features.add(new Row(
                id, text.get("reconcile.feature." + id), text.get("reconcile.feature." + id + ".help"), weight)));
        Arrays.stream(EntityProperty.values())
                .map(p -> new Row(
                        p.id(),
                        text.get("reconcile.feature." + p.id()),
                        text.get("reconcile.property." + p.id() + ".help"),
                        p.weight()))
                .forEach(features::add);
        return new ReconcileHelp(
                base + "/reconcile",
                ReconcileEndpoint.BATCH_SIZE,
                types.stream()
                        .map(t -> new Row(t.id(), t.label(text.language()), t.definition(text.language()), 0))
                        .toList(),
                features,
                new Thresholds(
                        Weights.MARGIN,
                        Weights.LEAST_SCORE,
                        text.get("reconcile.number", Weights.NEAR),
                        text.get("reconcile.number", Weights.SAME)));
    }
}
