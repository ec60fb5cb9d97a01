package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.entente.ShippedCollection;
import org.entente.rdf.Finding;
import org.entente.store.SourceLocations;

/** Whatever changes, a validator that has seen the state before finds what one finds that sees it for the first time. */
class IncrementalValidationPropertyTest {

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void after_any_change_the_findings_are_those_of_a_first_look(@ForAll Random random) {
        List<Quad> all = new ArrayList<>();
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        ShippedCollection.store().read(d -> {
            d.find().forEachRemaining(all::add);
            return null;
        });
        all.sort(Comparator.comparing(Quad::toString));
        all.forEach(dataset::add);
        CollectionValidator kept = CollectionValidator.of(ShippedCollection.FILES);
        kept.ofDataset(dataset, new SourceLocations());
        for (int i = 0; i < 6; i++) {
            List<Quad> away = some(all, random, 1 << random.nextInt(9));
            if (i % 2 == 1) {
                // Of whole things: what refers to them is then without them.
                away.addAll(all.stream()
                        .filter(q -> q.getSubject().equals(away.getFirst().getSubject()))
                        .toList());
            }
            away.forEach(dataset::delete);
            List<String> findings = found(kept, dataset);
            assertThat(findings).isEqualTo(found(CollectionValidator.of(ShippedCollection.FILES), dataset));
            if (i % 3 == 0) {
                away.forEach(dataset::add);
            }
        }
    }

    private static List<Quad> some(List<Quad> quads, Random random, int count) {
        return random.ints(count, 0, quads.size())
                .mapToObj(quads::get)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> found(CollectionValidator validator, DatasetGraph dataset) {
        return validator.ofDataset(dataset, new SourceLocations()).stream()
                .map(Finding::toString)
                .sorted()
                .toList();
    }
}
