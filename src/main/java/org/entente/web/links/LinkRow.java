package org.entente.web.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.link.LinkCandidate;
import org.entente.link.LinkFeature;
import org.entente.link.LinkReview;
import org.entente.link.LinkState;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;

/**
 * One entity on the page of links.
 *
 * @param id CURIE, such as {@code person:albert-rau}
 * @param label in the reader's language
 * @param kind see {@link LinkReview.Item#kind}
 * @param page address of its page
 * @param history address of the history of its links
 * @param choices linked items and candidates, linked ones first
 */
public record LinkRow(String id, String label, String kind, String page, String history, List<Choice> choices) {
    /**
     * An item of Wikidata as the snapshot describes it, in the reader's language.
     *
     * @param label "" if the snapshot does not hold the item
     * @param movedTo Qid of the item into which Wikidata merged this one; "" if it did not
     */
    public record Item(String qid, String label, String description, String movedTo) {}

    /**
     * How well an item fits.
     *
     * @param score in percent; "" if the item is not among the ranked candidates
     * @param reasons the heaviest first
     */
    public record Rank(String score, List<LinkFeature> reasons) {}

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

    static LinkRow of(LinkReview.Item item, String language) {
        Map<String, LinkCandidate> ranked = new LinkedHashMap<>();
        item.candidates().forEach(c -> ranked.put(c.qid(), c));
        String id = Prefixes.compact(item.entity());
        List<Choice> choices = new ArrayList<>();
        item.states()
                .keySet()
                .forEach(qid -> choices.add(choice(item, qid, Optional.ofNullable(ranked.remove(qid)), language)));
        // The item into which Wikidata merged a linked one can be chosen even if it has no rank.
        item.moved().values().stream()
                .filter(now -> !ranked.containsKey(now) && !item.states().containsKey(now))
                .distinct()
                .forEach(now -> choices.add(choice(item, now, Optional.empty(), language)));
        ranked.values().forEach(c -> choices.add(choice(item, c.qid(), Optional.of(c), language)));
        return new LinkRow(
                id,
                item.label(language),
                item.kind(),
                Urls.page(item.entity()),
                "/links/" + Urls.page(item.entity()).substring("/page/".length()),
                choices);
    }

    private static Choice choice(LinkReview.Item item, String qid, Optional<LinkCandidate> ranked, String language) {
        return new Choice(
                new Item(
                        qid,
                        ranked.map(c -> c.label(language)).orElse(""),
                        ranked.map(c -> c.descriptions()
                                        .getOrDefault(language, c.descriptions().getOrDefault("en", "")))
                                .orElse(""),
                        item.moved().getOrDefault(qid, "")),
                Optional.ofNullable(item.states().get(qid)).map(LinkState::word).orElse(""),
                new Rank(
                        ranked.map(c -> Math.round(100 * c.score()) + " %").orElse(""),
                        ranked.map(LinkCandidate::features).orElse(List.of())),
                Prefixes.compact(item.entity()) + " " + qid);
    }
}
