package org.entente.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.link.Contribution.Reason;
import org.entente.link.Contribution.Source;
import org.entente.link.Contribution.Time;
import org.entente.vocab.Ent;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.WikidataProperties;

/** Accepted identifiers of other registers that Wikidata's item lacks. One that differs from Wikidata's is no addition. */
final class IdentifierContributions {
    private final ContributionReader reader;

    private record Identifier(Node entity, Node link, String scheme, String stated) {}

    IdentifierContributions(ContributionReader reader) {
        this.reader = reader;
    }

    void read() {
        reader
                .view()
                .find(Node.ANY, EntProperty.LINK_STATE, EntConcept.LINK_ACCEPTED)
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .flatMap(this::identifiers)
                .sorted(Comparator.comparing((Identifier i) -> i.scheme())
                        .thenComparing(i -> i.entity().getURI())
                        .thenComparing(Identifier::stated))
                .forEach(this::identified);
    }

    private Stream<Identifier> identifiers(Node link) {
        Node scheme = Links.object(reader.view(), link, EntProperty.IDENTIFIER_SCHEME);
        Optional<String> stated = Links.text(reader.view(), link, EntProperty.IDENTIFIER_VALUE);
        if (scheme == null || !scheme.isURI() || stated.isEmpty()) {
            return Stream.of();
        }
        String word = scheme.getURI().replace(Ent.NS, "");
        return GivenProperty.ofScheme(word).isEmpty()
                ? Stream.of()
                : reader.subjects(EntProperty.IDENTIFIER, link).stream()
                        .filter(Node::isURI)
                        .map(entity -> new Identifier(entity, link, word, stated.get()));
    }

    private void identified(Identifier one) {
        String value = GivenProperty.value(one.scheme(), one.stated());
        Optional<GivenProperty> fits = GivenProperty.of(one.scheme(), value);
        GivenProperty property =
                fits.or(() -> GivenProperty.ofScheme(one.scheme())).orElseThrow();
        Optional<String> qid = reader.accepted(one.entity());
        List<String> theirs = qid.or(() -> ofPolity(one.entity())).flatMap(reader::item).stream()
                .flatMap(item -> item.of(property.pid()).stream())
                .map(s -> s.value().text())
                .distinct()
                .toList();
        String comparable = WikidataProperties.comparable(value);
        if (theirs.stream().anyMatch(v -> WikidataProperties.comparable(v).equals(comparable))) {
            leave(property, one, qid, value, Reason.KNOWN, List.of());
        } else if (qid.isEmpty()) {
            leave(property, one, qid, value, Reason.NO_ITEM, List.of());
        } else if (fits.isEmpty()) {
            leave(property, one, qid, value, Reason.MALFORMED, List.of());
        } else if (!theirs.isEmpty()) {
            leave(property, one, qid, value, Reason.OTHER_VALUE, theirs);
        } else {
            reader.give(property, one.entity(), qid.get(), value, Optional.empty(), Time.NONE, sources(one.link()));
        }
    }

    private void leave(
            GivenProperty property,
            Identifier one,
            Optional<String> qid,
            String value,
            Reason reason,
            List<String> theirs) {
        reader.leave(
                property,
                one.entity(),
                qid.or(() -> reason == Reason.KNOWN ? ofPolity(one.entity()) : Optional.empty())
                        .orElse(""),
                value,
                reason,
                theirs);
    }

    /**
     * The item of the country or region whose area a place is: Wikidata has one item for both, and the identifier of the area is on it.
     * It tells what Wikidata has; nothing is given about it, since the link is not that of the place.
     */
    private Optional<String> ofPolity(Node place) {
        return Optional.ofNullable(Links.object(reader.view(), place, EntProperty.TERRITORY_OF))
                .filter(Node::isURI)
                .flatMap(reader::accepted);
    }

    private Set<Source> sources(Node link) {
        Set<Source> sources = new TreeSet<>();
        reader.named(link, EntProperty.LINK_EVIDENCE)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .ifPresent(evidence -> EvidenceAddress.in(evidence)
                        .forEach(address -> sources.add(new Source("", address, "", reader.retrieved(link)))));
        return sources;
    }
}
