package org.entente.pattern;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.TransformScopeRename;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** For which values of a variable the solutions of patterns over one graph can be others after some statements have changed. */
public final class AffectedKeys {
    private final Var key;
    private final List<Occurrence> places;

    private AffectedKeys(Var key, List<Occurrence> places) {
        this.key = key;
        this.places = places;
    }

    /** @throws PatternException if it cannot be told what a pattern reads */
    public static AffectedKeys of(Var key, Collection<Op> patterns) {
        return new AffectedKeys(
                key,
                patterns.stream()
                        .map(pattern -> PatternReader.of(TransformScopeRename.transform(pattern)))
                        .flatMap(read -> read.places().stream().map(place -> place.towards(read.isCut() ? null : key)))
                        .toList());
    }

    /**
     * @param changed statements that came or went
     * @param all what was there before and what is there now, together
     * @return empty if it can be any
     */
    public Optional<Set<Node>> by(Collection<Triple> changed, Graph all) {
        DatasetGraph dataset = DatasetGraphFactory.wrap(all);
        Set<Node> keys = new HashSet<>();
        for (Occurrence place : places) {
            Set<Binding> values = new HashSet<>();
            changed.stream().map(place.reads()::match).filter(Objects::nonNull).forEach(values::add);
            if (!values.isEmpty()) {
                Set<Node> found = place.keys(key, values, dataset);
                if (found == null) {
                    return Optional.empty();
                }
                keys.addAll(found);
            }
        }
        return Optional.of(keys);
    }
}
