package org.entente.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.encounter.Named;
import org.entente.network.Chain;
import org.entente.network.EncounterSentences;
import org.entente.network.PathStep;
import org.entente.time.DateText;
import org.entente.time.EdtfException;

/**
 * A chain as a page shows it.
 *
 * @param people those at the ends and between the steps, one more than there are steps
 * @param order in words, whether the events follow each other in time; "" for a single step
 */
public record ChainView(List<Person> people, List<Step> steps, boolean held, String order) {
    /** Somebody in the chain, with the offices held at the events of the chain. */
    public record Person(Cell name, String offices) {}

    /**
     * A contact between two neighbours in the chain.
     *
     * @param level the kind of contact in words
     * @param happened false if it was only announced or is only possible
     * @param sentence who met whom, in which office, when and where
     */
    public record Step(String level, boolean happened, Occasion occasion, String sentence, Evidence evidence) {}

    /**
     * The event at which two people met.
     *
     * @param when the date in words; "" if it is unknown
     * @param edtf the date as EDTF; several are separated by a bar
     * @param where the places; "" if they are unknown
     */
    public record Occasion(Cell event, String when, String edtf, String where) {}

    /**
     * The evidence of a contact.
     *
     * @param sentence how many sources report it
     */
    public record Evidence(EvidenceBadge badge, String sentence, List<Source> sources) {}

    /**
     * A source with the cited passages.
     *
     * @param url its address elsewhere; "" if it has none
     */
    public record Source(Cell document, String locators, String url) {}

    public static ChainView of(Chain chain, Messages text) {
        List<PathStep> hops = chain.hops();
        List<Person> people = new java.util.ArrayList<>();
        people.add(person(hops.getFirst().a(), hops.getFirst().officesOfA()));
        for (int i = 0; i < hops.size(); i++) {
            PathStep hop = hops.get(i);
            boolean silent = hop.officesOfB().isEmpty() && i + 1 < hops.size();
            people.add(person(hop.b(), silent ? hops.get(i + 1).officesOfA() : hop.officesOfB()));
        }
        return new ChainView(
                people,
                hops.stream().map(h -> step(h, text)).toList(),
                chain.held(),
                hops.size() < 2
                        ? ""
                        : text.get("path.order." + chain.order().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static Person person(Named named, List<Named> offices) {
        return new Person(cell(named), labels(offices));
    }

    private static Step step(PathStep hop, Messages text) {
        EncounterSentences sentences = EncounterSentences.in(text.language());
        return new Step(
                text.get("level." + hop.level().word()),
                hop.level().happened(),
                new Occasion(
                        cell(hop.event()),
                        hop.dates().stream().map(d -> phrase(d, text)).collect(Collectors.joining(" · ")),
                        String.join(" | ", hop.dates()),
                        labels(hop.places())),
                sentences.hop(hop),
                new Evidence(
                        EvidenceBadge.of(hop.encounter().getURI(), sign(hop), hop.witnesses(), text.language()),
                        sentences.evidence(hop),
                        hop.sources().stream()
                                .map(s -> new Source(
                                        cell(s.document()),
                                        s.locators(),
                                        s.url().orElse("")))
                                .toList()));
    }

    private static String sign(PathStep hop) {
        if (hop.level() == Level.CANDIDATE) {
            return "derived";
        }
        if (!hop.level().happened()) {
            return "announced";
        }
        return hop.confidence().compareTo(Confidence.MEDIUM) < 0 ? "doubt" : "stated";
    }

    public static Cell cell(Named named) {
        Node node = named.node();
        return new Cell(named.label(), node.isURI() ? Cell.href(node.getURI()) : "", "");
    }

    public static String labels(List<Named> all) {
        return all.stream().map(Named::label).collect(Collectors.joining(" · "));
    }

    /** A date in words; a text that is not EDTF stays as it is. */
    public static String phrase(String edtf, Messages text) {
        try {
            return DateText.in(text.language()).plain(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }
}
