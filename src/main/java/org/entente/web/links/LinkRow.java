package org.entente.web.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.link.CandidateRanking;
import org.entente.link.LinkCandidate;
import org.entente.link.LinkFeature;
import org.entente.link.LinkReview;
import org.entente.link.LinkState;
import org.entente.link.ReviewFacts;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;

/**
 * One entity on the page of links.
 *
 * @param id CURIE, such as {@code person:albert-rau}
 * @param label in the reader's language
 * @param kind see {@link LinkReview.Item#kind}
 * @param page address of its page
 * @param history address of the history of its links
 * @param uses how many statements of the collection speak of it
 * @param facts what the collection says of it
 * @param choices linked items and candidates, linked ones first
 */
public record LinkRow(
        String id,
        String label,
        String kind,
        String page,
        String history,
        int uses,
        List<ReviewFacts.Fact> facts,
        List<Choice> choices) {
    /** The lead from which the best candidate is clear, and the score that it must have. */
    private static final double LEAD = 0.1;

    /**
     * An item of Wikidata as the snapshot describes it, in the reader's language.
     *
     * @param label "" if the snapshot does not hold the item
     * @param movedTo Qid of the item into which Wikidata merged this one; "" if it did not
     * @param facts what the snapshot says of it
     */
    public record Item(String qid, String label, String description, String movedTo, List<ReviewFacts.Fact> facts) {}

    /**
     * How well an item fits.
     *
     * @param score in percent; "" if the item is not among the ranked candidates
     * @param value the same from 0 to 1; 0 if it is not
     * @param reasons the heaviest first
     */
    public record Rank(String score, double value, List<LinkFeature> reasons) {}

    /**
     * One item that the entity may be.
     *
     * @param state word of the state; "" if nothing was decided
     * @param field name of the form field that decides on it
     */
    public record Choice(Item item, String state, Rank rank, String field) {
        public String qid() {
            return item.qid();
        }

        /** The page of the item in Wikidata. */
        public String href() {
            return "https://www.wikidata.org/wiki/" + qid();
        }

        /** The name of the form field without blanks, for ids. */
        public String anchor() {
            return field.replaceAll("[^A-Za-z0-9]+", "-");
        }

        /** The contribution of a reason with its sign, such as +0.60. */
        public String share(LinkFeature reason) {
            return String.format(Locale.ROOT, "%+.2f", reason.contribution());
        }
    }

    /** The name of the form field for an item that is not among the choices. */
    public String itemField() {
        return "item " + id;
    }

    /** For ids of elements. */
    public String anchor() {
        return id.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** The form field of the best candidate if it is clear: worth being proposed, undecided, well before the next; "" if none is. */
    public String clear() {
        List<Choice> open = choices.stream()
                .filter(c -> c.rank().value() >= CandidateRanking.WORTH_PROPOSING)
                .toList();
        boolean decided = choices.stream().anyMatch(c -> c.state().equals("accepted"));
        if (decided
                || open.isEmpty()
                || !List.of("", "candidate").contains(open.getFirst().state())) {
            return "";
        }
        boolean rival = open.size() > 1
                && open.getFirst().rank().value() - open.get(1).rank().value() < LEAD;
        return rival ? "" : open.getFirst().field();
    }

    /** Call inside the transaction of the dataset. */
    static LinkRow of(LinkReview.Item item, DatasetGraph dataset, String language) {
        Map<String, LinkCandidate> ranked = new LinkedHashMap<>();
        item.candidates().forEach(c -> ranked.put(c.qid(), c));
        // Linked ones first, then the item into which Wikidata merged one, which can be chosen even without a rank.
        Set<String> qids = new LinkedHashSet<>(item.states().keySet());
        qids.addAll(item.moved().values());
        qids.addAll(ranked.keySet());
        return new LinkRow(
                Prefixes.compact(item.entity()),
                item.label(language),
                item.kind(),
                Urls.page(item.entity()),
                "/links/" + Urls.page(item.entity()).substring("/page/".length()),
                item.uses(),
                ReviewFacts.ofThing(dataset, item.entity(), language),
                qids.stream()
                        .map(qid -> choice(item, dataset, qid, Optional.ofNullable(ranked.get(qid)), language))
                        .toList());
    }

    /** An item of which the snapshot says nothing. */
    static Choice outside(LinkReview.Item item, String qid) {
        return new Choice(
                new Item(qid, "", "", "", List.of()),
                Optional.ofNullable(item.states().get(qid)).map(LinkState::word).orElse(""),
                new Rank("", 0, List.of()),
                Prefixes.compact(item.entity()) + " " + qid);
    }

    /** The same with one more item to choose, if it is not there yet. */
    LinkRow with(LinkCandidate candidate, LinkReview.Item item, DatasetGraph dataset, String language) {
        if (choices.stream().anyMatch(c -> c.qid().equals(candidate.qid()))) {
            return this;
        }
        List<Choice> more = new ArrayList<>(choices);
        more.addFirst(choice(item, dataset, candidate.qid(), Optional.of(candidate), language));
        return new LinkRow(id, label, kind, page, history, uses, facts, List.copyOf(more));
    }

    private static Choice choice(
            LinkReview.Item item, DatasetGraph dataset, String qid, Optional<LinkCandidate> ranked, String language) {
        Optional<WikidataEntity> known = Snapshot.in(dataset).entity(qid);
        return new Choice(
                new Item(
                        qid,
                        known.map(k -> k.label(language)).orElse(""),
                        known.map(k -> k.description(language)).orElse(""),
                        item.moved().getOrDefault(qid, ""),
                        ReviewFacts.ofItem(dataset, qid, language)),
                Optional.ofNullable(item.states().get(qid)).map(LinkState::word).orElse(""),
                new Rank(
                        ranked.map(c -> Math.round(100 * c.score()) + " %").orElse(""),
                        ranked.map(LinkCandidate::score).orElse(0.0),
                        ranked.map(LinkCandidate::features).orElse(List.of())),
                Prefixes.compact(item.entity()) + " " + qid);
    }
}
