package org.entente.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.ShippedCollection;
import org.entente.reconcile.CollectionState;
import org.entente.reconcile.CollectionStates;
import org.entente.reconcile.EntityProperty;
import org.entente.reconcile.EntityType;
import org.entente.reconcile.Matcher;
import org.entente.reconcile.PropertyConstraint;
import org.entente.reconcile.ReconciliationQuery;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/**
 * Batches of 50 queries over the shipped collection, measured side by side in one run ({@code mvn -Pbench test
 * -Dtest=ReconcileBench}): names only, names with a type, with country, and with an office at a date; the first batch after a commit,
 * and the median of later ones. Milliseconds for the batch, and as a multiple of the search by name alone.
 */
class ReconcileBench {
    private static final int BATCH = 50;
    private static final int RUNS = 41;

    private interface Way {
        int run(CollectionState state, List<String> names);
    }

    @Test
    void batches_of_fifty() {
        Store store = ShippedCollection.store();
        Map<String, Way> ways = new TreeMap<>();
        ways.put("1 search by name alone", (state, names) -> names.stream()
                .mapToInt(n -> state.names().search(n, 30, Set.of()).size())
                .sum());
        ways.put("2 name", (state, names) -> ask(state, names, List.of(), List.of()));
        ways.put("3 name, type", (state, names) -> ask(state, names, person(state), List.of()));
        ways.put(
                "4 name, type, country",
                (state, names) ->
                        ask(state, names, person(state), List.of(constraint(EntityProperty.COUNTRY, "Kasachstan"))));
        ways.put(
                "5 name, type, office at a date",
                (state, names) -> ask(
                        state,
                        names,
                        person(state),
                        List.of(
                                constraint(EntityProperty.OFFICE, "Minister"),
                                constraint(EntityProperty.DATE, "2019"))));
        Map<String, Double> first = new TreeMap<>();
        Map<String, List<Double>> later = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            boolean cold = run == 0;
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                double millis = store.read(d -> {
                    // A new one knows nothing yet, as after a commit.
                    CollectionState state = new CollectionStates(store).in(d);
                    List<String> names = names();
                    if (!cold) {
                        way.getValue().run(state, names);
                    }
                    long start = System.nanoTime();
                    way.getValue().run(state, names);
                    return (System.nanoTime() - start) / 1e6;
                });
                if (cold) {
                    first.put(way.getKey(), millis);
                } else {
                    later.computeIfAbsent(way.getKey(), k -> new ArrayList<>()).add(millis);
                }
            }
        }
        double alone = median(later.get("1 search by name alone"));
        System.out.printf(Locale.ROOT, "%n%-34s %12s %12s %8s%n", BATCH + " queries", "first ms", "median ms", "ratio");
        later.forEach((way, times) -> System.out.printf(
                Locale.ROOT, "%-34s %12.1f %12.1f %8.1f%n", way, first.get(way), median(times), median(times) / alone));
    }

    private static List<EntityType> person(CollectionState state) {
        return List.of(state.types().named("Person").orElseThrow());
    }

    private static PropertyConstraint constraint(EntityProperty property, String value) {
        return PropertyConstraint.of(property, List.of(PropertyConstraint.Value.of(value)));
    }

    private static int ask(
            CollectionState state, List<String> names, List<EntityType> types, List<PropertyConstraint> constraints) {
        Matcher matcher = new Matcher(state, "en");
        return names.stream()
                .mapToInt(n -> matcher.candidates(ReconciliationQuery.of(n, types, 5, constraints))
                        .size())
                .sum();
    }

    /** Names of the collection, some of them shortened or misspelt. */
    private static List<String> names() {
        String[] known = {
            "Tokajew",
            "Тоқаев",
            "Toqaev",
            "Nurmuchambet Abdibekow",
            "Hochschule Nordhausen",
            "Vice Minister Rau",
            "Schinmeier",
            "Botschafter Herz",
            "Albert Rau",
            "Thomas Müller"
        };
        List<String> names = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            names.add(known[i % known.length]);
        }
        return names;
    }

    private static double median(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
