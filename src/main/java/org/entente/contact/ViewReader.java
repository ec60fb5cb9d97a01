package org.entente.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.execution.CancellationCheck;
import org.entente.vocab.EntConcept;
import org.entente.vocab.EntProperty;

/** Reads encounters, participations and dates from a consolidated view: all, or some. Inside one transaction. */
final class ViewReader {
    /** Everything that the view has. */
    static final List<Node> ALL = List.of(Node.ANY);

    private final Graph view;
    private final CancellationCheck stop;
    private final Numbering numbering;
    private final Map<Node, int[]> spans = new HashMap<>();

    ViewReader(Graph view, Numbering numbering, CancellationCheck stop) {
        this.view = view;
        this.numbering = numbering;
        this.stop = stop;
    }

    /** Those of the encounters of which the view says everything that is needed. */
    List<Raw> encounters(Collection<Node> which) {
        Map<Node, Raw> all = new HashMap<>();
        each(
                which,
                EntProperty.BETWEEN,
                t -> side(all.computeIfAbsent(t.getSubject(), Raw::new), numbering.of(t.getObject())));
        known(
                which,
                all,
                EntProperty.VIA_EVENT,
                (raw, value) -> raw.event = numbering.lesser(raw.event, numbering.of(value)));
        known(which, all, EntProperty.LEVEL, (raw, value) -> Level.of(value)
                .ifPresent(found -> raw.levels |= 1 << found.ordinal()));
        known(
                which,
                all,
                EntProperty.CONFIDENCE,
                (raw, value) -> raw.confidence =
                        (byte) Math.max(raw.confidence, Confidence.of(value).ordinal()));
        known(
                which,
                all,
                EntProperty.WITNESS_COUNT,
                (raw, value) ->
                        raw.witnesses = Math.max(raw.witnesses, Integer.parseInt(value.getLiteralLexicalForm())));
        known(which, all, EntProperty.SUPPORTED_BY, (raw, value) -> {
            raw.documents = raw.documents.isEmpty() ? new ArrayList<>(2) : raw.documents;
            raw.documents.add(value);
        });
        SidesReader sides = new SidesReader();
        each(which, EntProperty.VIA_PARTICIPATION, t -> sides.via(t.getSubject(), t.getObject()));
        each(
                which == ALL ? ALL : sides.participations(),
                EntProperty.STANDS_FOR,
                t -> sides.standsFor(t.getSubject(), t.getObject()));
        List<Raw> whole = new ArrayList<>(all.values());
        whole.removeIf(raw -> raw.b == Raw.UNSET || raw.event == Raw.UNSET || raw.levels == 0);
        for (Raw raw : whole) {
            sides.tell(raw, numbering.node(raw.a), numbering.node(raw.b));
            if (raw.documents.size() > 1) {
                raw.documents.sort(Comparator.comparing(Node::toString));
            }
        }
        return whole;
    }

    /** Of more than two sides, which no rule gives, those with the least IRIs. */
    private void side(Raw raw, int who) {
        if (raw.a == who || raw.b == who) {
            return;
        }
        if (raw.a == Raw.UNSET) {
            raw.a = who;
        } else if (raw.b == Raw.UNSET) {
            raw.b = who;
        } else {
            int least = numbering.lesser(raw.a, raw.b);
            int more = raw.a == least ? raw.b : raw.a;
            raw.a = least;
            raw.b = numbering.lesser(more, who);
        }
    }

    /** Those of the participations of which the view says who took part. */
    List<Raw> participations(Collection<Node> which) {
        Map<Node, Raw> all = new HashMap<>();
        each(which, EntProperty.IN_EVENT, t -> {
            Raw raw = all.computeIfAbsent(t.getSubject(), Raw::new);
            raw.event = numbering.lesser(raw.event, numbering.of(t.getObject()));
        });
        known(
                which,
                all,
                EntProperty.PARTICIPANT,
                (raw, value) -> raw.a = numbering.lesser(raw.a, numbering.of(value)));
        known(
                which,
                all,
                EntProperty.AS_HOLDER_OF,
                (raw, value) -> raw.b = numbering.lesser(raw.b, numbering.of(value)));
        known(which, all, EntProperty.ATTENDANCE, (raw, value) -> {
            if (value.equals(EntConcept.ATTENDED)) {
                raw.levels = ContactIndex.ATTENDED;
            } else if (value.equals(EntConcept.EXPECTED) || value.equals(EntConcept.INVITED)) {
                raw.levels = Math.max(raw.levels, ContactIndex.PLANNED);
            }
        });
        List<Raw> whole = new ArrayList<>(all.values());
        whole.forEach(raw -> {
            // A person, or the holder of an office.
            raw.a = raw.a == Raw.UNSET ? raw.b : raw.a;
            raw.b = Raw.UNSET;
        });
        whole.removeIf(raw -> raw.a == Raw.UNSET);
        return whole;
    }

    /** Tells the first and the last day of each span of time of each thing that has one. */
    void days(Collection<Node> which, BiConsumer<Node, int[]> told) {
        each(
                which,
                EntProperty.TIME,
                t -> told.accept(t.getSubject(), spans.computeIfAbsent(t.getObject(), this::bounds)));
    }

    /** Tells the date to show of each thing that has one. */
    void dates(Collection<Node> which, BiConsumer<Node, Node> told) {
        each(which, EntProperty.DISPLAY_DATE, t -> told.accept(t.getSubject(), t.getObject()));
    }

    private int[] bounds(Node span) {
        return new int[] {
            day(span, EntProperty.EARLIEST_START, EventDays.OPEN_START, Math::min),
            day(span, EntProperty.LATEST_END, EventDays.OPEN_END, Math::max)
        };
    }

    private int day(Node span, Node property, int open, java.util.function.IntBinaryOperator better) {
        List<Integer> days = new ArrayList<>(1);
        each(
                List.of(span),
                property,
                t -> days.add((int)
                        LocalDate.parse(t.getObject().getLiteralLexicalForm().substring(0, 10))
                                .toEpochDay()));
        return days.stream().mapToInt(i -> i).reduce(better).orElse(open);
    }

    @FunctionalInterface
    private interface Taking {
        void take(Raw raw, Node value);
    }

    private void known(Collection<Node> which, Map<Node, Raw> all, Node property, Taking taking) {
        each(which, property, t -> {
            Raw raw = all.get(t.getSubject());
            if (raw != null) {
                taking.take(raw, t.getObject());
            }
        });
    }

    private void each(Collection<Node> which, Node property, Consumer<Triple> action) {
        int read = 0;
        for (Node subject : which) {
            if ((read++ & 0xFFF) == 0) {
                stop.check();
            }
            ExtendedIterator<Triple> found = view.find(subject, property, Node.ANY);
            try {
                while (found.hasNext()) {
                    if ((read++ & 0xFFF) == 0) {
                        stop.check();
                    }
                    action.accept(found.next());
                }
            } finally {
                found.close();
            }
        }
    }
}
