package org.entente.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.vocab.EntProperty;

/** The links that rules accept among those that nobody has decided; whoever calls this puts them into the log, or only shows them. */
public final class RuleLinks {
    private RuleLinks() {}

    /**
     * Call inside a transaction. What somebody rejected, doubted or withdrew is left alone, and so is an item that belongs to another
     * thing, as that of a state does to its territory.
     *
     * @param review of the same state of the store
     * @param rules those that were asked for, the first one that accepts counts
     */
    public static List<LinkRequest> of(DatasetGraph dataset, LinkReview review, Collection<AcceptRule> rules) {
        Links links = Links.in(dataset);
        List<LinkRequest> accepted = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        for (LinkReview.Item item : review.items()) {
            if (item.isLinked() || isTerritory(dataset, item.entity())) {
                continue;
            }
            request(item, rules)
                    .filter(request -> links.entities(request.qid()).isEmpty())
                    .ifPresent(request -> {
                        accepted.add(request);
                        uses.merge(request.qid(), 1, Integer::sum);
                    });
        }
        accepted.removeIf(request -> uses.getOrDefault(request.qid(), 0) > 1);
        return List.copyOf(accepted);
    }

    private static Optional<LinkRequest> request(LinkReview.Item item, Collection<AcceptRule> rules) {
        for (AcceptRule rule : rules) {
            Optional<LinkCandidate> found = rule.accepts(item.candidates())
                    .filter(c -> item.states().getOrDefault(c.qid(), LinkState.CANDIDATE) == LinkState.CANDIDATE);
            if (found.isPresent()) {
                return found.map(candidate -> request(item.entity(), candidate, rule));
            }
        }
        return Optional.empty();
    }

    private static LinkRequest request(String entity, LinkCandidate candidate, AcceptRule rule) {
        String why = candidate.features().stream()
                .filter(f -> f.value() > 0 && !f.detail().isEmpty())
                .map(f -> f.name() + ": " + f.detail())
                .collect(Collectors.joining("; "));
        return LinkRequest.of(entity, candidate.qid(), LinkState.ACCEPTED, "rule " + rule.version(), why)
                .withEvidence(String.format(
                        Locale.ROOT,
                        "%s. Rule %s: precision %.4f, measured on %d links",
                        why,
                        rule.version(),
                        rule.precision(),
                        rule.measured()))
                .ranked(rule.version(), candidate.score())
                .byRule(rule.precision());
    }

    private static boolean isTerritory(DatasetGraph dataset, String entity) {
        return dataset.getDefaultGraph().contains(NodeFactory.createURI(entity), EntProperty.TERRITORY_OF, Node.ANY);
    }
}
