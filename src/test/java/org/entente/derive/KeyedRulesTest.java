package org.entente.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.pattern.KeyedBranch;
import org.entente.pattern.Occurrence;
import org.junit.jupiter.api.Test;

/** A write matches each rule again for what it can have changed, not for everything. */
class KeyedRulesTest {
    /**
     * The text of a time span that nobody reports may be that of a span of the same name anywhere. And which years there are is asked of all events: a country
     * has a gap in each that it is not in.
     */
    private static final List<String> KNOWN =
            List.of("22-time by ?thing: edtf", "72-years-without-events by ?polity: inYear");

    @Test
    void nearly_every_statement_that_a_rule_reads_leads_to_the_key_of_its_solutions() {
        List<String> without = Rules.read(Path.of("queries/rules")).all().stream()
                .flatMap(rule -> rule.branches().stream().flatMap(branch -> without(rule, branch)))
                .distinct()
                .toList();
        assertThat(without).containsExactlyInAnyOrderElementsOf(KNOWN);
    }

    private static Stream<String> without(Rule rule, KeyedBranch branch) {
        return branch.key() == null
                ? Stream.of(rule.name() + " has no key")
                : branch.occurrences().stream()
                        .filter(place -> !place.leadsToKey())
                        .map(Occurrence::reads)
                        .map(place -> rule.name() + " by " + branch.key() + ": "
                                + place.predicates().stream()
                                        .map(Node::getLocalName)
                                        .collect(Collectors.joining(" ")));
    }
}
