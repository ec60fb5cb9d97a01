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
 * @param people one more than steps: who stands before the first step, between the steps and after the last
 * @param order how its events follow each other in time, in words
 */
public record ChainView(List<Person> people, List<Step> steps, boolean held, String order) {
    /** Somebody in the chain, and the offices in which the chain meets them. */
    public record Person(Cell name, String offices) {}

    /**
     * An encounter.
     *
     * @param level how close it was, in a few words
     * @param dot the sign of the evidence, which leads to it
     * @param when the date as a phrase; "" if nothing is known
     * @param edtf the date as EDTF
     * @param happened false where it was only announced or is only possible
     */
    public record Step(
            String level,
            EvidenceBadge dot,
            String when,
            String edtf,
            String where,
            Cell event,
            String sentence,
            String evidence,
            List<Evidence> sources,
            int witnesses,
            boolean happened) {}

    /** Where it is said. */
    public record Evidence(Cell document, String locators, String url) {}

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
                EvidenceBadge.of(hop.encounter().getURI(), sign(hop), hop.witnesses(), text.language()),
                hop.dates().stream().map(d -> phrase(d, text)).collect(Collectors.joining(" · ")),
                String.join(" | ", hop.dates()),
                labels(hop.places()),
                cell(hop.event()),
                sentences.hop(hop),
                sentences.evidence(hop),
                hop.sources().stream()
                        .map(s -> new Evidence(
                                cell(s.document()), s.locators(), s.url().orElse("")))
                        .toList(),
                hop.witnesses(),
                hop.level().happened());
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

    /** A date in words; as it is where it is no EDTF. */
    public static String phrase(String edtf, Messages text) {
        try {
            return DateText.in(text.language()).plain(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }
}
