package org.entente.derive;

import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.Changes;
import org.entente.store.Deriver;
import org.entente.store.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules for one store. What they made is kept between writes, so that a write runs them only for what it can have changed; the
 * outcome is the same as that of all rules over everything.
 */
final class RuleDeriver implements Deriver {
    private final List<Rule> rules;
    private @Nullable DerivedState state;

    RuleDeriver(List<Rule> rules) {
        this.rules = rules;
    }

    @Override
    public void derive(DatasetGraph dataset, Changes changes) {
        derive(dataset, changes, Progress.SILENT);
    }

    @Override
    public void derive(DatasetGraph dataset, Changes changes, Progress progress) {
        DerivedState known = state;
        // Whatever goes wrong, the next write starts from nothing.
        state = null;
        Identities identities = Identities.of(dataset);
        if (known == null || !changes.known() || !known.canFollow(changes)) {
            known = DerivedState.of(dataset, rules, identities, progress);
        } else {
            known.follow(changes, identities, dataset);
        }
        state = known;
    }

    @Override
    public OptionalLong derived() {
        DerivedState known = state;
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.derived());
    }
}
