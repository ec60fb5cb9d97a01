package org.entente.annotate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.annotate.ProposedCard.Field;
import org.entente.annotate.RefusedField.Reason;
import org.entente.ask.NamesInText;
import org.entente.store.NameIndex;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.time.TextDates;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.Prefixes;

/** Looks up one proposed card: what rests on words of the text stays, all else is refused, and told. */
final class ProposalCheck {
    private final Annotation annotation;
    private final NameIndex index;
    private final NamesInText names;
    private final List<ReadSentence> sentences;
    private final Sides sides;
    private final String published;

    private final List<RefusedField> refused = new ArrayList<>();
    private final Set<TextSpan> passages = new LinkedHashSet<>();

    ProposalCheck(
            Annotation annotation,
            NameIndex index,
            NamesInText names,
            List<ReadSentence> sentences,
            Sides sides,
            String published) {
        this.annotation = annotation;
        this.index = index;
        this.names = names;
        this.sentences = sentences;
        this.sides = sides;
        this.published = published;
    }

    /** What was refused, so far. */
    List<RefusedField> refused() {
        return refused;
    }

    /** The card; empty if no words tell of an event of that kind, without which there is none. */
    Optional<Card> card(ProposedCard proposed) {
        TextSpan cue = required("kind", proposed.kind());
        Optional<Card.EventKind> kind = Stream.of(Card.EventKind.values())
                .filter(k -> k.type().equalsIgnoreCase(proposed.kind().value()))
                .findFirst();
        if (cue.isPrinted() && kind.isEmpty()) {
            refuse("kind", proposed.kind(), Reason.UNKNOWN, List.of());
        }
        if (!cue.isPrinted() || kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<Meant> event = meant("event", proposed.event(), EntClass.EVENT.getURI());
        TextSpan printedDate = given("date", proposed.date());
        String date = printedDate.isPrinted() ? date(proposed.date(), printedDate) : "";
        String status = listed("status", proposed.status(), CardChoices.STATUSES)
                .orElse(
                        date.length() == 10 && published.length() == 10 && date.compareTo(published) > 0
                                ? "announced"
                                : "held");
        List<Card.Place> places = new ArrayList<>();
        for (Field place : proposed.places()) {
            meant("place", place, EntClass.PLACE.getURI())
                    .filter(m -> !isNothing("place", place, m))
                    .ifPresent(m -> places.add(new Card.Place(m.iri, m.span)));
        }
        List<Card.Participant> who = new ArrayList<>();
        Set<TextSpan> doubtful = new LinkedHashSet<>();
        for (ProposedCard.Who one : proposed.participants()) {
            participant(one, kind.get(), doubtful).ifPresent(who::add);
        }
        return Optional.of(new Card(
                kind.get(),
                event.map(m -> m.iri).orElse(""),
                cue,
                List.copyOf(passages),
                status,
                status.equals("announced") ? "asPlan" : "asFact",
                date,
                date.isEmpty() ? TextSpan.NONE : printedDate,
                places,
                who,
                List.of(),
                Optional.of(new Card.Proposal(refused, doubtful))));
    }

    private Optional<Card.Participant> participant(
            ProposedCard.Who proposed, Card.EventKind kind, Set<TextSpan> doubtful) {
        Optional<Meant> person = meant("who", proposed.name(), EntClass.AGENT.getURI());
        Optional<Meant> office = meant("office", proposed.office(), EntClass.POST.getURI());
        office.filter(m -> m.iri.isEmpty() && !m.several)
                .ifPresent(m -> refuse("office", proposed.office(), Reason.UNKNOWN, List.of()));
        String role = listed("role", proposed.role(), CardChoices.ROLES)
                .orElse(kind == Card.EventKind.MEETING ? "counterpart" : "member");
        if (person.isEmpty() && (proposed.name().isGiven() || office.isEmpty())) {
            return Optional.empty();
        }
        String who = person.map(m -> m.iri).orElse("");
        String post = office.map(m -> m.iri).orElse("");
        TextSpan span = person.map(m -> m.span).orElse(TextSpan.NONE);
        if (person.filter(m -> m.several).isPresent()) {
            doubtful.add(span);
        }
        return Optional.of(new Card.Participant(
                who,
                span.of(annotation.text()),
                span,
                post,
                office.map(m -> m.span).orElse(TextSpan.NONE),
                role,
                sides.of(who, post)));
    }

    /** What words mean. @param iri "" for what the collection does not have, or where several are meant */
    private record Meant(String iri, TextSpan span, boolean several) {}

    private Optional<Meant> meant(String name, Field field, String type) {
        TextSpan span = given(name, field);
        if (!span.isPrinted()) {
            return Optional.empty();
        }
        List<String> printed = printed(span, type);
        List<String> said = said(field, type);
        boolean fits = !field.value().isBlank()
                && said.size() == 1
                && type.equals(EntClass.POST.getURI())
                && names.fits(field.quote(), said.getFirst())
                && !names.isOther(field.quote(), said.getFirst());
        List<String> both = fits
                ? said
                : said.isEmpty() && isAlike(field)
                        ? printed
                        : said.stream().filter(printed::contains).toList();
        if (both.isEmpty() && !(said.isEmpty() && printed.isEmpty() && isAlike(field))) {
            refuse(name, field, Reason.OTHER, labels(printed));
            return Optional.empty();
        }
        if (both.size() <= 1) {
            return Optional.of(new Meant(both.isEmpty() ? "" : both.getFirst(), span, false));
        }
        Optional<String> here = annotation.people().stream()
                .filter(p -> p.span().overlaps(span)
                        || p.title().isPrinted() && p.title().overlaps(span))
                .filter(p -> type.equals(EntClass.POST.getURI()) || isNamedInFull(p.iri()))
                .map(p -> type.equals(EntClass.POST.getURI()) ? p.post() : p.iri())
                .filter(both::contains)
                .findFirst();
        if (here.isEmpty()) {
            refuse(name, field, Reason.SEVERAL, labels(both));
        }
        return Optional.of(new Meant(here.orElse(""), span, here.isEmpty()));
    }

    /** Whether some name in the text means only this person, so that a surname elsewhere does, too. */
    private boolean isNamedInFull(String person) {
        return annotation.people().stream().filter(p -> p.iri().equals(person)).anyMatch(p -> index.match(
                        p.name(), Set.of(EntClass.AGENT.getURI()))
                .entity()
                .filter(person::equals)
                .isPresent());
    }

    private boolean isNothing(String name, Field field, Meant meant) {
        if (meant.iri.isEmpty() && !meant.several) {
            refuse(name, field, Reason.UNKNOWN, List.of());
        }
        return meant.iri.isEmpty();
    }

    /** The things that the value means: all of which the collection has. */
    private List<String> said(Field field, String type) {
        String value = field.said();
        Optional<String> written = Prefixes.expand(value)
                .map(iri -> iri.startsWith(Ent.ID) ? index.survivor(iri) : iri)
                .filter(iri -> index.classes(iri).contains(type));
        return written.map(List::of)
                .orElseGet(() -> index.match(value, Set.of(type)).entities());
    }

    /** The things that the printed words mean: by themselves, else by how the text is read. */
    private List<String> printed(TextSpan span, String type) {
        List<String> matched =
                index.match(span.of(annotation.text()), Set.of(type)).entities();
        if (!matched.isEmpty()) {
            return matched;
        }
        Set<String> read = new LinkedHashSet<>();
        annotation.people().stream()
                .filter(p -> p.span().overlaps(span))
                .map(PersonMention::iri)
                .forEach(read::add);
        for (ReadSentence sentence : sentences) {
            Stream.concat(sentence.names.stream(), sentence.described.stream())
                    .filter(n -> n.span().overlaps(span))
                    .flatMap(n -> n.name().things().stream())
                    .forEach(t -> read.add(t.iri()));
        }
        return read.stream().filter(iri -> index.classes(iri).contains(type)).toList();
    }

    /** Whether a name that nobody has may be what is printed: one of its words begins as a printed one. */
    private static boolean isAlike(Field field) {
        String printed = " " + String.join(" ", words(field.quote()));
        return field.value().isBlank()
                || words(field.value()).stream()
                        .anyMatch(
                                w -> w.length() > 2 && printed.contains(" " + w.substring(0, Math.min(4, w.length()))));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"));
    }

    private String date(Field field, TextSpan printed) {
        String value;
        try {
            value = Edtf.parse(field.value()).text();
        } catch (EdtfException e) {
            refuse("date", field, Reason.UNKNOWN, List.of());
            return "";
        }
        List<String> read = annotation.dates().stream()
                .filter(d -> new TextSpan(d.start(), d.end()).overlaps(printed))
                .map(TextDates.Found::edtf)
                .toList();
        if (!read.isEmpty() && read.stream().noneMatch(d -> bare(d).equals(bare(value)))) {
            refuse("date", field, Reason.OTHER, read);
            return "";
        }
        return value;
    }

    private static String bare(String edtf) {
        return edtf.replaceAll("[~?%]", "");
    }

    private Optional<String> listed(String name, Field field, Set<String> values) {
        if (!given(name, field).isPrinted()) {
            return Optional.empty();
        }
        if (!values.contains(field.value())) {
            refuse(name, field, Reason.UNKNOWN, List.of());
            return Optional.empty();
        }
        return Optional.of(field.value());
    }

    /** Where a field stands, if it is given; refused if it does not stand there. */
    private TextSpan given(String name, Field field) {
        return field.isGiven() ? required(name, field) : TextSpan.NONE;
    }

    private TextSpan required(String name, Field field) {
        TextSpan span = field.in(annotation.text());
        if (!span.isPrinted()) {
            boolean none = field.quote().isBlank() || field.start() < 0;
            refuse(name, field, none ? Reason.NO_PLACE : Reason.NOT_THERE, List.of());
            return span;
        }
        sentences.stream().map(s -> s.span).filter(span::overlaps).forEach(passages::add);
        return span;
    }

    private void refuse(String name, Field field, Reason reason, List<String> instead) {
        refused.add(new RefusedField(name, field.said(), field.quote(), reason, instead));
    }

    private List<String> labels(List<String> iris) {
        return iris.stream()
                .limit(8)
                .map(iri ->
                        index.label(iri, annotation.language().tag()).orElse("") + " (" + Prefixes.compact(iri) + ")")
                .toList();
    }
}
