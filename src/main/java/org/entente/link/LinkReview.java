package org.entente.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.vocab.EntClass;
import org.entente.vocab.IdSpaces;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.SnapshotIndex;

/**
 * Every entity that can be linked, with the states of its links and its candidates, in one state of a store.
 *
 * @param snapshot name of the snapshot that was searched
 * @param items sorted: those first whose decision yields most, then by IRI
 */
public record LinkReview(String snapshot, List<Item> items) {
    private static final List<String> LINKABLE = List.of(
            EntClass.PERSON.getURI(),
            EntClass.POLITY.getURI(),
            EntClass.ORGANIZATION.getURI(),
            EntClass.POST.getURI(),
            EntClass.PLACE.getURI(),
            EntClass.EVENT.getURI());

    /**
     * One entity.
     *
     * @param entity its IRI
     * @param kind person, polity, organization, post, place, event or document
     * @param labels by language
     * @param states of its links: Qid to state
     * @param candidates ranked, decided ones included
     * @param moved linked items that Wikidata merged into another one: Qid to that one
     * @param uses how many statements of the collection speak of it
     */
    public record Item(
            String entity,
            String kind,
            Map<String, String> labels,
            Map<String, LinkState> states,
            List<LinkCandidate> candidates,
            Map<String, String> moved,
            int uses) {

        /** The label in the language, else in English or any. */
        public String label(String language) {
            return Optional.ofNullable(labels.get(language))
                    .or(() -> Optional.ofNullable(labels.get("en")))
                    .or(() -> labels.values().stream().findFirst())
                    .orElse(entity);
        }

        /** Whether a link was accepted. */
        public boolean isLinked() {
            return states.containsValue(LinkState.ACCEPTED);
        }

        /** Whether something is left to decide: not linked, and with a candidate that nobody rejected or accepted. */
        public boolean isOpen() {
            return !isLinked() && !undecided().isEmpty();
        }

        /** Candidates and proposed links without a decision. */
        public List<String> undecided() {
            List<String> qids = new ArrayList<>();
            candidates.forEach(c -> qids.add(c.qid()));
            states.keySet().stream().filter(q -> !qids.contains(q)).forEach(qids::add);
            qids.removeIf(q -> {
                LinkState state = states.get(q);
                return state == LinkState.ACCEPTED || state == LinkState.REJECTED;
            });
            return qids;
        }

        /** The score of the best undecided candidate; 0 where there is none or none was ranked. */
        public double best() {
            List<String> undecided = undecided();
            return candidates.stream()
                    .filter(c -> undecided.contains(c.qid()))
                    .mapToDouble(LinkCandidate::score)
                    .max()
                    .orElse(0);
        }

        /**
         * What a decision yields: the surer the best candidate and the more statements speak of the thing, the more. What occurs ten
         * times as often counts about twice as much.
         */
        private double worth() {
            return isOpen() ? best() * Math.log(2 + uses) : -1;
        }
    }

    /** Whatever is not linked, first what yields most. */
    private static final Comparator<Item> MOST_FIRST =
            Comparator.comparingDouble(Item::worth).reversed().thenComparing(Item::entity);

    /** Ranks all entities; call inside the transaction of the dataset. */
    public static LinkReview of(DatasetGraph dataset, SnapshotIndex index, String snapshot) {
        return of(dataset, new RankingMemory(index), snapshot);
    }

    /** The same with what was worked out about the snapshot before. */
    public static LinkReview of(DatasetGraph dataset, RankingMemory memory, String snapshot) {
        return of(dataset, memory, snapshot, true);
    }

    /** Ranks only what is not linked: the others have no candidates here, until somebody asks for one of them. */
    public static LinkReview unlinked(DatasetGraph dataset, RankingMemory memory, String snapshot) {
        return of(dataset, memory, snapshot, false);
    }

    private static LinkReview of(DatasetGraph dataset, RankingMemory memory, String snapshot, boolean all) {
        CandidateRanking ranking = new CandidateRanking(dataset, memory);
        Map<String, String> kinds = new TreeMap<>();
        Graph view = dataset.getDefaultGraph();
        for (String type : LINKABLE) {
            view.find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(type)).forEachRemaining(t -> {
                Node entity = t.getSubject();
                if (entity.isURI() && IdSpaces.isThing(entity.getURI())) {
                    kinds.computeIfAbsent(entity.getURI(), e -> EntityFacts.kind(dataset, entity));
                }
            });
        }
        Links links = Links.in(dataset);
        dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), EntClass.DOCUMENT).forEachRemaining(q -> {
            String document = q.getSubject().isURI() ? q.getSubject().getURI() : "";
            // The graphs of sources also describe what was merged into another document.
            if (IdSpaces.isThing(document) && links.survivor(document).equals(document)) {
                kinds.putIfAbsent(document, "document");
            }
        });
        List<Item> items = new ArrayList<>();
        kinds.forEach((entity, kind) -> {
            Map<String, LinkState> states = links.of(entity);
            boolean ranked = all || !states.containsValue(LinkState.ACCEPTED);
            items.add(item(dataset, entity, kind, states, ranked ? ranking.of(entity) : List.of()));
        });
        items.sort(MOST_FIRST);
        return new LinkReview(snapshot, List.copyOf(items));
    }

    /** One entity; call inside the transaction of the dataset. */
    public static Item item(DatasetGraph dataset, CandidateRanking ranking, String entity, String kind) {
        return item(dataset, entity, kind, Links.in(dataset).of(entity), ranking.of(entity));
    }

    private static Item item(
            DatasetGraph dataset,
            String entity,
            String kind,
            Map<String, LinkState> states,
            List<LinkCandidate> candidates) {
        Map<String, String> labels = new LinkedHashMap<>();
        // Documents are described in the graphs of their sources, everything else in the view as well.
        for (Node graph : List.of(Node.ANY, Quad.defaultGraphIRI)) {
            dataset.find(graph, NodeFactory.createURI(entity), RDFS.label.asNode(), Node.ANY)
                    .forEachRemaining(q -> labels.put(
                            q.getObject().getLiteralLanguage(), q.getObject().getLiteralLexicalForm()));
        }
        Map<String, String> moved = new TreeMap<>();
        Snapshot snapshot = Snapshot.in(dataset);
        states.keySet().forEach(qid -> snapshot.mergedInto(qid).ifPresent(now -> moved.put(qid, now)));
        int uses = (int) Iter.count(dataset.getDefaultGraph().find(Node.ANY, Node.ANY, NodeFactory.createURI(entity)));
        return new Item(entity, kind, labels, states, candidates, moved, uses);
    }

    /** What a thing is called, in the language or in another; its IRI if it has no name. Call inside a transaction. */
    public static String label(DatasetGraph dataset, String entity, String language) {
        return item(dataset, entity, "", Map.of(), List.of()).label(language);
    }

    /** The kind of one entity; empty if it cannot be linked. */
    public static String kind(DatasetGraph dataset, String entity) {
        return EntityFacts.kind(dataset, NodeFactory.createURI(entity));
    }
}
