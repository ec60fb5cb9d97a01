package org.entente.reconcile;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.entente.names.NormalForm;
import org.entente.time.TimeBounds;

/** Compares one entity with the constraints of a query. */
final class Comparison {
    private static final double POSSIBLY = 0.6;
    private static final double PARTLY = 0.9;
    /** What was not seen at a date may have been there all the same. */
    private static final double NOT_SEEN = 0.3;

    static final double SAME_TITLE = 0.75;

    private final CollectionState state;
    private final String iri;
    private final String language;
    private final Optional<TimeBounds> date;

    private record Compared(double value, String note, boolean read) {
        static final Compared UNKNOWN = new Compared(Feature.UNKNOWN, "?");

        Compared(double value, String note) {
            this(value, note, true);
        }

        static Compared unread(String text) {
            return new Compared(Feature.UNKNOWN, "? " + text, false);
        }
    }

    /** @param language of the notes */
    Comparison(CollectionState state, String iri, List<PropertyConstraint> constraints, String language) {
        this.state = state;
        this.iri = iri;
        this.language = language;
        this.date = date(constraints);
    }

    /** The date at which offices are asked for: the only value of the only constraint of that kind. */
    static Optional<TimeBounds> date(List<PropertyConstraint> constraints) {
        List<PropertyConstraint> dates = constraints.stream()
                .filter(c -> c.property() == EntityProperty.DATE)
                .toList();
        boolean plain = dates.size() == 1
                && dates.getFirst().values().size() == 1
                && dates.getFirst().quantifier() == PropertyConstraint.Quantifier.ANY;
        return plain ? DateParser.bounds(dates.getFirst().values().getFirst().text()) : Optional.empty();
    }

    /** Whether the date is not compared by itself because it says when the office was held. */
    static boolean isOfOffice(List<PropertyConstraint> constraints) {
        return date(constraints).isPresent()
                && constraints.stream()
                        .anyMatch(c -> c.property() == EntityProperty.OFFICE || c.property() == EntityProperty.HOLDER);
    }

    Feature compare(PropertyConstraint constraint) {
        EntityProperty property = constraint.property();
        List<Compared> each = constraint.values().stream()
                .map(value -> compare(property, value))
                .toList();
        DoubleStream values = each.stream().mapToDouble(Compared::value);
        double value =
                switch (constraint.quantifier()) {
                    case ANY -> values.max().orElse(Feature.UNKNOWN);
                    case ALL -> values.min().orElse(Feature.UNKNOWN);
                    // That something else is not so confirms nobody.
                    case NONE -> Math.min(Feature.UNKNOWN, 1 - values.max().orElse(Feature.UNKNOWN));
                };
        String note = each.stream()
                .max((a, b) -> Double.compare(a.value(), b.value()))
                .map(Compared::note)
                .orElse("");
        boolean atDate = date.isPresent() && (property == EntityProperty.OFFICE || property == EntityProperty.HOLDER);
        boolean read = each.stream().allMatch(Compared::read);
        return atDate
                ? new Feature(Feature.OFFICE_AT_DATE, value, Weights.OFFICE_AT_DATE, note, read)
                : new Feature(property.id(), value, property.weight(), note, read);
    }

    /** Whether an entity with this feature may stay where the constraint is required. */
    static boolean satisfies(Feature feature, PropertyConstraint constraint) {
        return constraint.quantifier() == PropertyConstraint.Quantifier.NONE
                ? feature.value() >= Feature.UNKNOWN
                : feature.agrees();
    }

    /** How the words of a title that stood with the name compare with the offices of the person. */
    Feature title(String title) {
        Compared compared = office(PropertyConstraint.Value.of(title), Optional.empty());
        return new Feature(Feature.TITLE, compared.value(), Weights.TITLE, compared.note());
    }

    private Profile profile() {
        return state.profile(iri);
    }

    private Compared compare(EntityProperty property, PropertyConstraint.Value value) {
        return switch (property.kind()) {
            case OFFICE -> office(value, date);
            case DATE -> property == EntityProperty.BIRTH_DATE ? birth(value) : at(value);
            case NAME -> name(value);
            case IDENTIFIER -> identifier(property, value);
            case ENTITY ->
                property == EntityProperty.HOLDER
                        ? holder(value)
                        : property == EntityProperty.COUNTRY ? country(value) : linked(property, value);
        };
    }

    private Compared linked(EntityProperty property, PropertyConstraint.Value value) {
        Set<String> targets = state.targets(property, value);
        Set<String> known = profile().linked(property);
        if (targets.isEmpty() || known.isEmpty()) {
            return Compared.UNKNOWN;
        }
        Optional<String> shared = targets.stream().filter(known::contains).findFirst();
        if (shared.isPresent()) {
            return new Compared(1, note(shared.get()));
        }
        // Nobody is seen with everybody: that two were not named together says little.
        boolean open = property == EntityProperty.CO_MENTIONED
                || property == EntityProperty.MET_WITH
                || property == EntityProperty.EVENT
                || property == EntityProperty.SOURCE;
        return new Compared(open ? NOT_SEEN : 0, "≠ " + note(targets.iterator().next()));
    }

    private Compared country(PropertyConstraint.Value value) {
        Set<String> targets = state.targets(EntityProperty.COUNTRY, value);
        Set<String> known = profile().linked(EntityProperty.COUNTRY);
        if (targets.isEmpty() || known.isEmpty()) {
            return Compared.UNKNOWN;
        }
        Optional<String> shared = targets.stream().filter(known::contains).findFirst();
        if (shared.isPresent()) {
            return new Compared(1, note(shared.get()));
        }
        // Of a German, Bavaria is asked: somebody of whom only the state is known may be from there.
        Set<String> aboveTargets = state.above(targets);
        boolean onlyBroader = profile().countries().stream().allMatch(aboveTargets::contains);
        return onlyBroader
                ? Compared.UNKNOWN
                : new Compared(0, "≠ " + note(profile().countries().iterator().next()));
    }

    private Compared office(PropertyConstraint.Value value, Optional<TimeBounds> when) {
        List<Office> held = profile().offices();
        if (held.isEmpty()) {
            return Compared.UNKNOWN;
        }
        Optional<String> asked = value.id() == null ? state.entity(value.text()) : state.entity(value.id());
        NormalForm form = OfficeWords.form(value.text());
        Compared best = new Compared(0, "≠ " + note(held.getFirst().post()));
        boolean atAnotherTime = false;
        for (Office office : held) {
            double same = asked.isPresent()
                    ? asked.get().equals(office.post()) ? 1 : 0
                    : office.titles().stream()
                            .mapToDouble(t -> OfficeWords.similarity(form, t))
                            .max()
                            .orElse(0);
            atAnotherTime |= same >= SAME_TITLE;
            double value01 = same < 0.5 ? 0 : when.isEmpty() ? same : at(office, same, when.get());
            if (value01 > best.value()) {
                best = new Compared(value01, note(office.post()));
            }
        }
        if (best.value() > 0 || atAnotherTime || asked.isPresent()) {
            return best;
        }
        // That nobody here reports this office does not mean that it was never held: it says little, and nothing if it
        // is unknown here.
        return state.isOffice(value.text())
                ? new Compared(NOT_SEEN, best.note())
                : new Compared(Feature.UNKNOWN, "? " + value.text());
    }

    private Compared holder(PropertyConstraint.Value value) {
        Set<String> targets = state.targets(EntityProperty.HOLDER, value);
        if (targets.isEmpty() || profile().offices().isEmpty()) {
            return Compared.UNKNOWN;
        }
        return profile().offices().stream()
                .filter(o -> targets.contains(o.person()))
                .map(o -> new Compared(date.isEmpty() ? 1 : at(o, 1, date.get()), note(o.person())))
                .max((a, b) -> Double.compare(a.value(), b.value()))
                .orElse(new Compared(0, ""));
    }

    private static double at(Office office, double same, TimeBounds when) {
        if (same < SAME_TITLE) {
            return 0;
        }
        if (office.certainlyAt(when)) {
            return same;
        }
        return office.partlyAt(when) ? PARTLY * same : office.possiblyAt(when) ? POSSIBLY * same : 0;
    }

    private Compared at(PropertyConstraint.Value value) {
        Optional<TimeBounds> when = DateParser.bounds(value.text());
        if (when.isEmpty()) {
            return Compared.unread(value.text());
        }
        if (profile().times().isEmpty() && profile().offices().isEmpty()) {
            return Compared.UNKNOWN;
        }
        boolean certain = profile().times().stream().anyMatch(t -> t.certainlyOverlaps(when.get()))
                || profile().offices().stream().anyMatch(o -> o.partlyAt(when.get()));
        if (certain) {
            return new Compared(1, value.text());
        }
        boolean possible = profile().times().stream().anyMatch(t -> t.possiblyOverlaps(when.get()));
        boolean isEvent = profile().types().stream().anyMatch(t -> t.id().equals("Event"));
        return possible
                ? new Compared(POSSIBLY, value.text())
                : new Compared(isEvent ? 0 : NOT_SEEN, "≠ " + value.text());
    }

    private Compared birth(PropertyConstraint.Value value) {
        Optional<TimeBounds> when = DateParser.bounds(value.text());
        if (when.isEmpty()) {
            return Compared.unread(value.text());
        }
        if (profile().births().isEmpty()) {
            return Compared.UNKNOWN;
        }
        boolean possible = profile().births().stream().anyMatch(b -> b.possiblyOverlaps(when.get()));
        boolean same = profile().births().stream().anyMatch(when.get()::equals);
        return new Compared(same ? 1 : possible ? PARTLY : 0, possible ? value.text() : "≠ " + value.text());
    }

    private Compared name(PropertyConstraint.Value value) {
        NormalForm asked = NormalForm.of(value.text());
        double best = profile().names().stream()
                .mapToDouble(n -> !Collections.disjoint(n.keys(), asked.keys()) || n.hasSameTokens(asked)
                        ? 1
                        : n.contains(asked) ? SAME_TITLE : 0)
                .max()
                .orElse(Feature.UNKNOWN);
        return new Compared(best, value.text());
    }

    private Compared identifier(EntityProperty scheme, PropertyConstraint.Value value) {
        String asked = Identifiers.normal(scheme, value.id() == null ? value.text() : value.id());
        List<Profile.Identifier> known = profile().identifiers(scheme);
        Optional<Profile.Identifier> same = known.stream()
                .filter(i -> Identifiers.normal(scheme, i.value()).equals(asked))
                .findFirst();
        if (same.isPresent()) {
            return new Compared(same.get().accepted() ? 1 : POSSIBLY, asked);
        }
        Optional<String> another = known.stream()
                .filter(Profile.Identifier::accepted)
                .map(Profile.Identifier::value)
                .findFirst()
                .or(() -> state.bearer(scheme, asked).map(this::note));
        return another.map(other -> new Compared(0, "≠ " + other)).orElse(Compared.UNKNOWN);
    }

    private String note(String other) {
        return state.label(other, language);
    }

    static Set<String> iris(Set<String> ids, CollectionState state) {
        return ids.stream().flatMap(id -> state.entity(id).stream()).collect(Collectors.toSet());
    }
}
