package org.entente.coding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.MASISetAnnotationDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.SetAnnotation;
import org.entente.sheet.SheetColumn;

/**
 * How far two coders agree in one column, over the items that both have. An item counts if at least one of them says something there; to say
 * nothing is a category of its own.
 *
 * @param column its heading
 * @param units items that count
 * @param same share of them on which both say the same, from 0 to 1
 * @param alpha Krippendorff's alpha: 1 for agreement, 0 for what chance gives. Empty where it is not defined, because all say the same
 *     everywhere, or nobody says anything.
 */
public record AttributeAgreement(String column, int units, double same, OptionalDouble alpha) {
    private static final String SEVERAL = "topics";

    /** @param pairs of which both items are there */
    static AttributeAgreement of(SheetColumn column, List<Pairing.Pair> pairs) {
        boolean several = column.name().equals(SEVERAL);
        CodingAnnotationStudy study = new CodingAnnotationStudy(2);
        Set<Object> categories = new HashSet<>();
        int units = 0;
        int same = 0;
        for (Pairing.Pair pair : pairs) {
            CodedItem a = pair.a().orElseThrow();
            CodedItem b = pair.b().orElseThrow();
            String saidA = a.category(column.name());
            String saidB = b.category(column.name());
            if (saidA.isEmpty() && saidB.isEmpty()) {
                continue;
            }
            units++;
            same += saidA.equals(saidB) ? 1 : 0;
            Object unitA = several ? set(a.values(column.name())) : saidA;
            Object unitB = several ? set(b.values(column.name())) : saidB;
            categories.addAll(Arrays.asList(unitA, unitB));
            study.addItem(unitA, unitB);
        }
        IDistanceFunction distance = several ? new MASISetAnnotationDistanceFunction() : new NominalDistanceFunction();
        return new AttributeAgreement(
                column.name(),
                units,
                units == 0 ? 1 : (double) same / units,
                categories.size() < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(new KrippendorffAlphaAgreement(study, distance).calculateAgreement()));
    }

    private static SetAnnotation set(List<Node> values) {
        return new SetAnnotation(values.stream().map(Node::toString).sorted().toArray());
    }
}
