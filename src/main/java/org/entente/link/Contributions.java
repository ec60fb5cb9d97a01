package org.entente.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.link.Contribution.LeftOut;
import org.entente.link.Contribution.Reason;

/**
 * What the collection can give to Wikidata, as far as the snapshot lacks it: positions held (P39), participants of events (P710) and
 * identifiers of other registers. Only about items of accepted links, and every statement with the source that says so. Where the
 * snapshot does not hold the item, nobody looked whether Wikidata has the statement already: these are not {@link
 * Contribution#checked}.
 *
 * @param all in the order of the properties, then of the entities
 * @param leftOut what is not given, and why
 */
public record Contributions(List<Contribution> all, List<LeftOut> leftOut) {

    /** Of one state of a store, with English labels; call inside its transaction. */
    public static Contributions of(DatasetGraph dataset) {
        return of(dataset, "en");
    }

    /**
     * Of one state of a store; call inside its transaction.
     *
     * @param language of the labels, if the collection has them
     */
    public static Contributions of(DatasetGraph dataset, String language) {
        ContributionReader reader = new ContributionReader(dataset, language);
        new OfficeContributions(reader).read();
        new ParticipationContributions(reader).read();
        new IdentifierContributions(reader).read();
        Set<String> said = new HashSet<>();
        // Two terms of an office may be known to the year only, and then be the same statement.
        List<Contribution> all = reader.given().stream()
                .filter(c -> said.add(c.property() + " " + c.subject() + " " + c.value() + " " + c.time()))
                .toList();
        return new Contributions(all, reader.leftOut());
    }

    /** The statements that the snapshot lacks, or those about items that it does not hold. */
    public List<Contribution> checked(boolean checked) {
        return all.stream().filter(c -> c.checked() == checked).toList();
    }

    /** The properties of which the collection knows anything, given or not. */
    public List<GivenProperty> properties() {
        return Stream.concat(
                        all.stream().map(Contribution::property),
                        leftOut.stream().map(LeftOut::property))
                .distinct()
                .sorted()
                .toList();
    }

    /** How many statements of a property are given. */
    public long given(GivenProperty property, boolean checked) {
        return all.stream()
                .filter(c -> c.property() == property && c.checked() == checked)
                .count();
    }

    /** How many statements of a property are not given, by reason. */
    public Map<Reason, Long> reasons(GivenProperty property) {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        leftOut.stream()
                .filter(left -> left.property() == property)
                .forEach(left -> reasons.merge(left.reason(), 1L, Long::sum));
        return reasons;
    }

    /** How many statements are not given, by reason. */
    public Map<Reason, Long> reasons() {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        leftOut.forEach(left -> reasons.merge(left.reason(), 1L, Long::sum));
        return reasons;
    }

    /** What is not given though both sides have items: each once. Without items there is nothing to look at. */
    public List<LeftOut> undecided() {
        return leftOut.stream()
                .filter(left -> left.reason() != Reason.NO_ITEM && left.reason() != Reason.NO_VALUE_ITEM)
                .distinct()
                .toList();
    }

    /** Identifiers of which the snapshot's item has other values. */
    public List<LeftOut> differences() {
        return new ArrayList<>(leftOut.stream()
                .filter(left -> left.reason() == Reason.OTHER_VALUE)
                .distinct()
                .toList());
    }
}
