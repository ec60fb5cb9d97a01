package org.entente.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.entente.evidence.Dispute;

/**
 * What a dossier comes to, by these rules, the first that fits:
 *
 * <ol>
 *   <li>There are meetings of the two: held.
 *   <li>They attended the same event, or travelled together: co-attended.
 *   <li>One of them met the holder of an office that the other certainly held, or the office is what was asked for: by office only.
 *   <li>Sources contradict each other on whether an event took place and nothing decides: contradictory.
 *   <li>Something was announced for both: planned only.
 *   <li>One of them was invited to, or expected at, an event at which the other was: expected only.
 *   <li>One of them met, or was to meet, the holder of an office that the other may have held: possibly by office.
 *   <li>What was announced was called off, or is denied, or one stayed away: not held.
 *   <li>Otherwise: no evidence. Events in the same place on the same days and mentions side by side are no evidence.
 * </ol>
 *
 * <p>If sources contradict each other on whether it took place for <em>every</em> event that the verdict rests on, the verdict is
 * contradictory instead, and {@code otherwise} says what it would be; a decision does not hide that sources disagree, it says which
 * side is followed.
 *
 * @param verdict the answer
 * @param otherwise the verdict that follows if the decisions are followed; the same as the verdict if nothing is contradictory
 * @param contradiction whether sources contradict each other on anything about the events of the dossier
 */
public record DossierConclusion(Verdict verdict, Verdict otherwise, Contradiction contradiction) {
    /** How things stand with contradictions. */
    public enum Contradiction {
        NONE,
        DECIDED,
        OPEN;

        /** The name in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(Verdict.HELD, List.of(ContactCategory.MET)),
            new Rule(Verdict.CO_ATTENDED, List.of(ContactCategory.SAME_EVENT, ContactCategory.TRAVELLED)),
            new Rule(Verdict.BY_OFFICE_ONLY, List.of(ContactCategory.BY_OFFICE)),
            new Rule(Verdict.CONTRADICTORY, List.of(ContactCategory.CONTRADICTED)),
            new Rule(Verdict.PLANNED_ONLY, List.of(ContactCategory.ANNOUNCED)),
            new Rule(Verdict.EXPECTED_ONLY, List.of(ContactCategory.EXPECTED)),
            new Rule(Verdict.POSSIBLY_BY_OFFICE, List.of(ContactCategory.BY_OFFICE, ContactCategory.ANNOUNCED)),
            new Rule(Verdict.NOT_HELD, List.of(ContactCategory.NOT_HELD)));

    private record Rule(Verdict verdict, List<ContactCategory> tiers) {}

    /** @param asked whom the dossier is about */
    static DossierConclusion of(List<DossierRow> rows, Collection<Node> asked) {
        Contradiction contradiction = contradiction(rows);
        for (Rule rule : RULES) {
            List<DossierRow> grounds = rows.stream()
                    .filter(row -> rule.tiers.contains(row.tier()))
                    .filter(row -> row.onlyPossible(asked) == (rule.verdict == Verdict.POSSIBLY_BY_OFFICE))
                    .toList();
            if (!grounds.isEmpty()) {
                boolean disputed = grounds.stream().allMatch(DossierRow::disputedWhetherHeld);
                return new DossierConclusion(
                        disputed ? Verdict.CONTRADICTORY : rule.verdict, rule.verdict, contradiction);
            }
        }
        return new DossierConclusion(Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE, contradiction);
    }

    private static Contradiction contradiction(List<DossierRow> rows) {
        List<Dispute> disputes =
                rows.stream().flatMap(row -> row.disputes().stream()).toList();
        boolean open = disputes.stream().anyMatch(dispute -> dispute.decision().isEmpty())
                || rows.stream().anyMatch(row -> row.tier() == ContactCategory.CONTRADICTED);
        return open ? Contradiction.OPEN : disputes.isEmpty() ? Contradiction.NONE : Contradiction.DECIDED;
    }
}
