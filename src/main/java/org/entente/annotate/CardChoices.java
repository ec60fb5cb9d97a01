package org.entente.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.draft.EntryKind;
import org.entente.names.NameMatches;
import org.entente.store.NameIndex;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.Prefixes;

/** What somebody has decided on cards: which are taken, and what in them is another value than the one proposed. */
public final class CardChoices {
    /** What stands in a field for an event, or a person, that the collection does not have yet. */
    public static final String NEW = "new";

    static final Set<String> STATUSES = Set.of("held", "announced", "cancelled", "postponed", "denied");
    static final Set<String> ROLES = Set.of(
            "host", "guest", "counterpart", "member", "headOfDelegation", "speaker", "chair", "organiser", "signatory");

    private final String text;
    private final NameIndex names;
    private final Map<String, List<String>> fields;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, NewPost> posts = new LinkedHashMap<>();

    private CardChoices(String text, NameIndex names, Map<String, List<String>> fields) {
        this.text = text;
        this.names = names;
        this.fields = fields;
    }

    /**
     * The cards as they were decided.
     *
     * @param cards those that are taken, changed
     * @param problems a line for each field that cannot be understood; empty if all can
     * @param posts offices that are new, by their names
     * @param unknown whether a card was taken that is none of these: the text or the collection has changed
     */
    public record Decided(List<Card> cards, List<String> problems, Map<String, NewPost> posts, boolean unknown) {}

    /** @param fields of the form: take, and for each card its id with the name of a field, such as {@code c12.date} */
    public static Decided decide(Annotation annotation, Map<String, List<String>> fields, NameIndex names) {
        List<Card> cards = annotation.cards();
        CardChoices choices = new CardChoices(annotation.text(), names, fields);
        List<String> taken = fields.getOrDefault("take", List.of());
        List<Card> decided = cards.stream()
                .filter(card -> taken.contains(card.id()))
                .map(choices::changed)
                .toList();
        boolean unknown = taken.stream().anyMatch(id -> cards.stream().noneMatch(c -> c.id().equals(id)));
        return new Decided(decided, List.copyOf(choices.problems), Map.copyOf(choices.posts), unknown);
    }

    private Card changed(Card card) {
        String id = card.id() + ".";
        String event = field(id + "event")
                .map(text -> thing(text, EntClass.EVENT.getURI(), id + "event"))
                .orElse(card.event());
        String status = field(id + "status").filter(STATUSES::contains).orElse(card.status());
        String modality =
                status.equals(card.status()) ? card.modality() : status.equals("announced") ? "asPlan" : "asFact";
        String date = field(id + "date").map(this::date).orElse(card.date());
        List<Card.Place> places =
                field(id + "place").map(text -> places(card, text, id)).orElse(card.places());
        List<Card.Participant> who = new ArrayList<>();
        for (int i = 0; i < card.participants().size(); i++) {
            if (field(id + "out" + i).isEmpty()) {
                who.add(participant(card, card.participants().get(i), id, i));
            }
        }
        who.addAll(more(card, id));
        return new Card(
                card.kind(),
                event,
                card.cue(),
                card.passages(),
                status,
                modality,
                date,
                date.equals(card.date()) ? card.printedDate() : TextSpan.NONE,
                places,
                who,
                card.named(),
                card.proposal());
    }

    private Card.Participant participant(Card card, Card.Participant p, String id, int i) {
        String who = field(id + "who" + i)
                .or(() -> card.isDoubtful(p) ? Optional.of(p.name()) : Optional.empty())
                .map(text -> p.name().isEmpty() && text.isEmpty()
                        ? ""
                        : thing(text, EntClass.AGENT.getURI(), id + "who" + i))
                .orElse(p.who());
        String post = field(id + "office" + i)
                .map(office -> office.isEmpty()
                        ? ""
                        : office.matches("new(?::.*)?")
                                ? post(p, office, id, i)
                                : thing(office, EntClass.POST.getURI(), id + "office" + i))
                .orElse(p.post());
        String role = field(id + "role" + i).filter(ROLES::contains).orElse(p.role());
        return new Card.Participant(who, p.name(), p.span(), post, p.title(), role, p.side());
    }

    /** Those whom the proposal has overlooked, as the text prints them or by their names; separated by |. */
    private List<Card.Participant> more(Card card, String id) {
        List<Card.Participant> more = new ArrayList<>();
        String role = card.kind() == Card.EventKind.VISIT ? "guest" : "counterpart";
        for (String each : field(id + "more").orElse("").split("\\|")) {
            String name = each.strip();
            if (name.isEmpty()) {
                continue;
            }
            int at = text.indexOf(name);
            TextSpan span = at < 0 ? TextSpan.NONE : new TextSpan(at, at + name.length());
            Optional<String> known =
                    names.match(name, Set.of(EntClass.AGENT.getURI())).entity();
            String who = at >= 0 ? known.orElse("") : thing(name, EntClass.AGENT.getURI(), id + "who");
            if (at >= 0 || !who.isEmpty()) {
                more.add(new Card.Participant(who, at < 0 ? "" : name, span, "", TextSpan.NONE, role, ""));
            } else if (name.equals(NEW)) {
                problems.add("Write the name of whoever is new as the text prints it.");
            }
        }
        return more;
    }

    /** An office that is new: "new", or "new: Mayor of Bergen", with the country, region or body whose office it is. */
    private String post(Card.Participant p, String office, String id, int i) {
        String printed = p.title().of(text).replaceAll("\\s+", " ");
        String label = office.replaceFirst("^new:?\\s*", "");
        String name = label.isEmpty() ? printed : label;
        String of = field(id + "in" + i).orElse("");
        if (name.isEmpty()) {
            problems.add("No title is printed for the new office; write its name: new: Mayor of Bergen.");
            return "";
        }
        String within = of.isEmpty() ? "" : Prefixes.compact(thing(of, EntClass.AGENT.getURI(), id + "in" + i));
        String prefix = within.replaceFirst(":.*", "");
        if (!EntryKind.POST.within().contains(prefix)) {
            problems.add("The office “" + name + "” is new: say of which country, region or body it is one.");
            return "";
        }
        String kind = field(id + "kind" + i).filter(NewPost.KINDS::contains).orElse("otherPost");
        posts.put(name, new NewPost(name, within, kind));
        return NewPost.PREFIX + name;
    }

    private List<Card.Place> places(Card card, String text, String id) {
        List<Card.Place> places = new ArrayList<>();
        for (String each : text.split("\\|")) {
            String iri = each.isBlank() ? "" : thing(each.strip(), EntClass.PLACE.getURI(), id + "place");
            if (!iri.isEmpty()) {
                places.add(card.places().stream()
                        .filter(p -> p.iri().equals(iri))
                        .findFirst()
                        .orElse(new Card.Place(iri, TextSpan.NONE)));
            }
        }
        return places;
    }

    private Optional<String> field(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.getFirst().strip());
    }

    private String date(String text) {
        try {
            return text.isEmpty() ? "" : Edtf.parse(text).text();
        } catch (EdtfException e) {
            problems.add("“" + text + "” is no date; write it like 2024-05-02, 2024-05 or 2024-05-02/2024-05-04.");
            return "";
        }
    }

    /** The thing that a text means: its CURIE, or a name that only it has; "" for a new one. */
    private String thing(String text, String type, String field) {
        if (text.isEmpty() || text.equals(NEW)) {
            return "";
        }
        Optional<String> written = Prefixes.expand(text)
                .map(iri -> iri.startsWith(Ent.ID) ? names.survivor(iri) : iri)
                .filter(iri -> names.classes(iri).contains(type));
        if (written.isPresent()) {
            return written.get();
        }
        NameMatches named = names.match(text, Set.of(type));
        if (named.entity().isPresent()) {
            return named.entity().get();
        }
        List<String> near = (named.rows().isEmpty() ? names.near(text, 3, Set.of(type)) : named.rows())
                .stream()
                        .limit(8)
                        .map(row -> row.text() + " (" + Prefixes.compact(row.entity()) + ")")
                        .toList();
        String kind = field.replaceFirst("^.*\\.", "").replaceFirst("\\d+$", "").toLowerCase(Locale.ROOT);
        problems.add("“" + text + "” (" + kind + ") "
                + (named.entities().isEmpty() ? "is nothing in this collection" : "means more than one")
                + (near.isEmpty() ? "." : "; there is " + String.join(", ", near) + ".")
                + (kind.equals("event") || kind.equals("who") ? " Write new for what is not there yet." : ""));
        return "";
    }
}
