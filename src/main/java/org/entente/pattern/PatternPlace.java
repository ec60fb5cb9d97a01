package org.entente.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/**
 * A place of a pattern that reads statements, with the parts of the pattern that must hold together with it. Along them the values of
 * its variables lead to the values of other variables.
 *
 * @param reads which statements it reads
 * @param beside parts that hold in every solution in which this place does
 */
public record PatternPlace(StatementPattern reads, List<PatternPart> beside) {
    /** How many parts lead from this place to each variable; a variable that is not in it cannot be reached. */
    public Map<Var, Integer> distances() {
        Map<Var, Integer> distances = new HashMap<>();
        ways().forEach((variable, way) -> distances.put(variable, way.size()));
        return distances;
    }

    /** The place with what leads to the key; with nothing if nothing does. */
    public Occurrence towards(@Nullable Var key) {
        return new Occurrence(reads, key != null && ways().containsKey(key) ? beside : null);
    }

    /** To each variable the shortest chain of parts, each sharing a variable with the one before it. */
    private Map<Var, List<PatternPart>> ways() {
        Map<Var, List<PatternPart>> ways = new HashMap<>();
        if (!reads.isPlain()) {
            return ways;
        }
        Deque<Var> open = new ArrayDeque<>();
        for (Var variable : reads.variables()) {
            ways.put(variable, List.of());
            open.addLast(variable);
        }
        while (!open.isEmpty()) {
            Var at = open.removeFirst();
            for (PatternPart part : beside) {
                if (part.variables().contains(at)) {
                    for (Var next : part.variables()) {
                        if (!ways.containsKey(next)) {
                            List<PatternPart> way = new ArrayList<>(ways.get(at));
                            way.add(part);
                            ways.put(next, way);
                            open.addLast(next);
                        }
                    }
                }
            }
        }
        return ways;
    }
}
