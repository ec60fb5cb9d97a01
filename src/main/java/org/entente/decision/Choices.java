package org.entente.decision;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Something of which exactly one of several choices is made. */
record Choices(DecisionKind kind, Said heading, List<Choice> choices, List<Node> decided, List<String> state)
        implements Matter {
    /** An option and what it means. */
    record Choice(Option option, Draft draft) {
        /** The choice that one thing has this relation to another; both are named in its words. */
        static Choice relation(String id, Node subject, Node property, Node object, List<List<Node>> named) {
            return new Choice(
                    new Option(id, new Said("option", named), List.of()),
                    Draft.of(
                            List.of(subject),
                            property,
                            List.of(object),
                            List.of(),
                            List.of(new Said("counts", named)),
                            new Said("label", named)));
        }
    }

    @Override
    public List<Option> options() {
        return choices.stream().map(Choice::option).toList();
    }

    @Override
    public boolean several() {
        return false;
    }

    @Override
    public Draft draft(Set<String> chosen) {
        Option one = chosen(chosen).getFirst();
        return choices.stream()
                .filter(choice -> choice.option.equals(one))
                .map(Choice::draft)
                .findFirst()
                .orElseThrow();
    }
}
