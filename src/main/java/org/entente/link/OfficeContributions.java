package org.entente.link;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.entente.link.Contribution.Reason;
import org.entente.link.Contribution.Source;
import org.entente.link.Contribution.Time;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;
import org.entente.wikidata.WikidataStatement;
import org.jspecify.annotations.Nullable;

/** Offices that our sources know and Wikidata lacks: with start and end or, where neither is known, a day on which it was held. */
final class OfficeContributions {
    private final ContributionReader reader;

    OfficeContributions(ContributionReader reader) {
        this.reader = reader;
    }

    void read() {
        for (Node tenure : reader.subjects(RDF.type.asNode(), EntClass.TENURE)) {
            Node person = Links.object(reader.view(), tenure, EntProperty.HOLDER);
            Node post = Links.object(reader.view(), tenure, EntProperty.OF_POST);
            if (person == null || post == null || !person.isURI() || !post.isURI()) {
                continue;
            }
            Optional<String> qid = reader.accepted(person);
            Optional<String> position = reader.accepted(post);
            if (qid.isEmpty()) {
                leave(person, "", position.orElse(""), Reason.NO_ITEM);
            } else if (position.isEmpty()) {
                leave(person, qid.get(), "", Reason.NO_VALUE_ITEM);
            } else {
                held(tenure, person, qid.get(), post, position.get());
            }
        }
    }

    private void held(Node tenure, Node person, String qid, Node post, String position) {
        Node span = Links.object(reader.view(), tenure, EntProperty.TIME);
        Optional<Seen> seen = seen(tenure);
        Time time = time(span, seen);
        Optional<WikidataEntity> item = reader.item(qid);
        if (item.isPresent() && isKnown(item.get(), position, time, span)) {
            leave(person, qid, position, Reason.KNOWN);
        } else if (time.isUnknown()) {
            leave(person, qid, position, Reason.UNDATED);
        } else {
            reader.give(
                    GivenProperty.POSITION,
                    person,
                    qid,
                    position,
                    Optional.of(post),
                    time,
                    time.seen().isEmpty()
                            ? reader.sources(tenure)
                            : seen.map(at -> sources(person, post, at.span()))
                                    .filter(sources -> !sources.isEmpty())
                                    .orElseGet(() -> reader.sources(tenure)));
        }
    }

    private void leave(Node person, String qid, String position, Reason reason) {
        reader.leave(GivenProperty.POSITION, person, qid, position, reason, List.of());
    }

    /** A position whose time cannot be another one is known: Wikidata's statement is not said twice in other words. */
    private boolean isKnown(WikidataEntity item, String position, Time time, @Nullable Node span) {
        String from = time.start().isEmpty() ? day(span, EntProperty.EARLIEST_START) : time.start();
        String to = time.end().isEmpty() ? day(span, EntProperty.LATEST_END) : time.end();
        return item.of(WikidataProperties.POSITION).stream()
                .filter(s -> s.value().text().equals(position))
                .anyMatch((WikidataStatement s) -> CandidateRanking.overlaps(
                        from, to, s.qualifier(WikidataProperties.START), s.qualifier(WikidataProperties.END)));
    }

    private Time time(@Nullable Node span, Optional<Seen> seen) {
        String latestStart = day(span, EntProperty.LATEST_START);
        String earliestEnd = day(span, EntProperty.EARLIEST_END);
        String start = between(day(span, EntProperty.EARLIEST_START), latestStart);
        String end = between(earliestEnd, day(span, EntProperty.LATEST_END));
        return start.isEmpty() && end.isEmpty()
                ? new Time("", "", seen.map(Seen::date).orElseGet(() -> held(latestStart, earliestEnd)))
                : new Time(start, end, "");
    }

    /** The most exact, then the earliest time at which somebody acted in the office. */
    private Optional<Seen> seen(Node tenure) {
        return reader
                .view()
                .find(tenure, EntProperty.ATTESTED_AT, Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .map(span ->
                        new Seen(held(day(span, EntProperty.LATEST_START), day(span, EntProperty.EARLIEST_END)), span))
                .filter(at -> !at.date().isEmpty())
                .min(Comparator.comparing((Seen at) -> -at.date().length()).thenComparing(Seen::date));
    }

    private record Seen(String date, Node span) {}

    /** Those who tell of an event at that time at which the person acted in the office: others of the tenure know other days. */
    private Set<Source> sources(Node person, Node post, Node span) {
        Set<Source> sources = new TreeSet<>();
        for (Node participation : reader.subjects(EntProperty.PARTICIPANT, person)) {
            Node event = Links.object(reader.view(), participation, EntProperty.IN_EVENT);
            if (event != null
                    && reader.view().contains(participation, EntProperty.AS_HOLDER_OF, post)
                    && reader.view().contains(event, EntProperty.TIME, span)) {
                sources.addAll(reader.sources(participation));
            }
        }
        return sources;
    }

    /**
     * When it was held for certain: begun at the latest on one day, not over before another. If the first is not after the second, the
     * first day of certainty; else some time between them.
     */
    private static String held(String latestStart, String earliestEnd) {
        if (latestStart.isEmpty() || earliestEnd.isEmpty()) {
            return "";
        }
        return latestStart.compareTo(earliestEnd) <= 0 ? latestStart : between(earliestEnd, latestStart);
    }

    /** The date between two bounds at the precision that they leave: the day, month or year that both share. */
    private static String between(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        for (int length : new int[] {10, 7, 4}) {
            if (from.substring(0, length).equals(to.substring(0, length))) {
                return from.substring(0, length);
            }
        }
        return "";
    }

    private String day(@Nullable Node span, Node bound) {
        return span == null
                ? ""
                : Links.text(reader.view(), span, bound)
                        .filter(t -> t.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*"))
                        .map(t -> t.substring(0, 10))
                        .orElse("");
    }
}
