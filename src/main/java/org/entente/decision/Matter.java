package org.entente.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Something to be decided, as it stands now. */
public interface Matter {
    DecisionKind kind();

    /** What it is about, as the heading of its page. */
    Said heading();

    /** The choices. */
    List<Option> options();

    /** Whether more than one can be chosen. */
    boolean several();

    /** Decisions that stand on it already. */
    List<Node> decided();

    /** All that a choice rests on, line by line: if it is other than when somebody looked, that choice was about something else. */
    List<String> state();

    /**
     * What a choice means.
     *
     * @param chosen ids of options
     * @throws DecisionException if this is no choice
     */
    Draft draft(Set<String> chosen);

    /**
     * The options with these ids.
     *
     * @throws DecisionException if there are none, one of them does not exist, or there are too many
     */
    default List<Option> chosen(Set<String> ids) {
        Set<String> unknown = new HashSet<>(ids);
        List<Option> chosen = new ArrayList<>();
        for (Option option : options()) {
            if (unknown.remove(option.id())) {
                chosen.add(option);
            }
        }
        if (!unknown.isEmpty()) {
            throw new DecisionException("changed");
        }
        if (chosen.isEmpty() || chosen.size() > 1 && !several()) {
            throw new DecisionException("choose");
        }
        return chosen;
    }
}
