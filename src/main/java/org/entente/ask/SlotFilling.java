package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.ask.Asked.Slot;
import org.entente.ask.FoundName.How;
import org.entente.time.DateFinder;

/** Puts what was found in a question into the slots of a family. */
final class SlotFilling {
    private static final Kind[] SIDES = {Kind.PERSON, Kind.POST, Kind.BODY, Kind.DELEGATION, Kind.POLITY};
    private static final Set<String> WHERE =
            Set.of("in", "im", "nach", "bei", "at", "to", "into", "в", "во", "на", "aus", "durch", "from", "из");

    private final Reading reading;
    private final Head head;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>();

    private SlotFilling(Reading reading, Head head) {
        this.reading = reading;
        this.head = head;
        flags.addAll(head.flags());
    }

    static Optional<Asked> fill(Reading reading, Head head) {
        SlotFilling filling = new SlotFilling(reading, head);
        return filling.fill() ? Optional.of(new Asked(head.family(), filling.slots, filling.flags)) : Optional.empty();
    }

    private boolean fill() {
        return switch (head.family()) {
            case "did-meet" -> twoSides() && maybePlace() && maybeDate();
            case "connected" -> persons("a", "b") && maybeDate();
            case "met" -> met();
            case "holder" -> holder();
            case "offices" -> person("person") && maybeDate();
            case "was-holder" -> wasHolder();
            case "visited" -> visited();
            case "took-part" -> sideOfParticipants() && event();
            case "took-place" -> event() || eventOfOtherDay();
            case "led" -> event();
            case "led-by" -> person("leader") && maybeDate();
            case "travelled" -> travelled();
            case "agreements" -> agreements();
            case "agreements-of" -> agreementsOfPolity();
            case "agreements-count" -> event() || counted();
            case "sessions" -> series();
            case "figures" -> figures();
            case "funding" -> project();
            case "happened" -> happened();
            case "about" -> about();
            case "places" -> placesOf();
            case "conflicts" -> thing("thing") || isBare();
            case "announced" -> (reading.free(Kind.PERSON).isEmpty() || person("person")) && maybeDate();
            case "unnamed" -> event() || isBare();
            case "sources" -> thing("thing");
            case "events-of" -> person("person") && maybePlace() && maybeDate();
            default -> false;
        };
    }

    private boolean isBare() {
        return reading.mentions.isEmpty() && reading.dates.isEmpty();
    }

    private boolean put(String slot, FoundName mention, Kind kind) {
        List<String> iris = mention.iris(kind);
        if (iris.isEmpty()) {
            return false;
        }
        reading.use(mention);
        slots.put(slot, new Slot(iris, said(mention), mention.how().name().toLowerCase(Locale.ROOT)));
        return true;
    }

    private String said(FoundName mention) {
        return reading.sentence.part(mention.from(), mention.to());
    }

    private boolean isWhere(FoundName mention) {
        if (mention.how() == How.ADJECTIVE || !(mention.may(Kind.PLACE) || mention.may(Kind.POLITY))) {
            return false;
        }
        int before = mention.from() - 1;
        while (before >= 0) {
            String word = reading.sentence.words().get(before).folded();
            if (WHERE.contains(word)) {
                return true;
            }
            boolean goesOn = List.of("und", "and", "и", "der", "the", "dem").contains(word)
                    || reading.mentions.stream()
                            .anyMatch(m ->
                                    m.from() == indexOf(word, mention) && (m.may(Kind.PLACE) || m.may(Kind.POLITY)));
            if (!goesOn) {
                return false;
            }
            before--;
        }
        return false;
    }

    private int indexOf(String folded, FoundName before) {
        for (int i = before.from() - 1; i >= 0; i--) {
            if (reading.sentence.words().get(i).folded().equals(folded)) {
                return i;
            }
        }
        return -1;
    }

    /** Those who act, as the question names them; who is named as a place does not. */
    private List<FoundName> sides() {
        List<FoundName> sides = new ArrayList<>();
        for (FoundName m : reading.free(SIDES)) {
            if (m.how() != How.ADJECTIVE && !isWhere(m)) {
                sides.add(m);
            }
        }
        return sides;
    }

    private static Kind actingKind(FoundName mention) {
        for (Kind kind : SIDES) {
            if (mention.may(kind)) {
                return kind;
            }
        }
        return Kind.OTHER;
    }

    private boolean twoSides() {
        List<FoundName> sides = sides();
        return sides.size() == 2
                && put("a", sides.get(0), actingKind(sides.get(0)))
                && put("b", sides.get(1), actingKind(sides.get(1)));
    }

    private boolean persons(String one, String other) {
        List<FoundName> persons = reading.free(Kind.PERSON, Kind.POST);
        return persons.size() == 2
                && put(one, persons.get(0), actingKind(persons.get(0)))
                && put(other, persons.get(1), actingKind(persons.get(1)));
    }

    private boolean person(String slot) {
        List<FoundName> persons = reading.free(Kind.PERSON);
        return persons.size() == 1 && put(slot, persons.getFirst(), Kind.PERSON);
    }

    private boolean maybeDate() {
        reading.date().ifPresent(this::date);
        return true;
    }

    private void date(DateFinder.Found date) {
        String said =
                reading.sentence.text().substring(date.start(), date.end()).strip();
        if (!date.from().isEmpty()) {
            slots.put("from", new Slot(List.of(date.from()), said, "date"));
        }
        if (!date.to().isEmpty()) {
            slots.put("to", new Slot(List.of(date.to()), said, "date"));
        }
    }

    /** Places with "in": one slot, any of them. */
    private boolean maybePlace() {
        List<String> iris = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (FoundName m : reading.free(Kind.PLACE, Kind.POLITY)) {
            if (isWhere(m)) {
                List<String> places = m.iris(Kind.PLACE);
                if (places.isEmpty()) {
                    return false;
                }
                reading.use(m);
                iris.addAll(places);
                said.add(said(m));
            }
        }
        if (!iris.isEmpty()) {
            slots.put("place", new Slot(iris, String.join(", ", said), "written"));
        }
        return true;
    }

    private boolean met() {
        List<FoundName> documents = reading.free(Kind.DOCUMENT);
        List<FoundName> sides =
                sides().stream().filter(m -> !m.may(Kind.DOCUMENT)).toList();
        List<FoundName> kinds = sides.stream()
                .filter(m -> m.kind() == Kind.POST && isAskedFor(m))
                .toList();
        if (kinds.size() == 1 && sides.size() == 2) {
            FoundName kind = kinds.getFirst();
            reading.use(kind);
            slots.put("office", new Slot(List.of(said(kind)), said(kind), "described"));
            sides = sides.stream().filter(m -> m != kind).toList();
        }
        List<FoundName> persons = sides.stream()
                .filter(m -> m.may(Kind.PERSON) || m.may(Kind.POST))
                .toList();
        List<FoundName> asked = persons.isEmpty() ? sides : persons;
        if (asked.size() != 1 || !put("person", asked.getFirst(), actingKind(asked.getFirst()))) {
            return false;
        }
        if (documents.size() == 1 && !put("source", documents.getFirst(), Kind.DOCUMENT)) {
            return false;
        }
        return maybePlace() && maybeDate() && otherSide();
    }

    /** "Which ministers": directly behind a question word. */
    private boolean isAskedFor(FoundName mention) {
        Set<Integer> asking = new HeadMatcher(reading).asking();
        for (int i = Math.max(0, mention.from() - 2); i < mention.from(); i++) {
            if (asking.contains(i)) {
                return true;
            }
        }
        return false;
    }

    /** "German politicians": only people of that country. */
    private boolean otherSide() {
        List<FoundName> adjectives = reading.free(Kind.POLITY).stream()
                .filter(m -> m.how() == How.ADJECTIVE)
                .toList();
        return adjectives.isEmpty() || adjectives.size() == 1 && put("side", adjectives.getFirst(), Kind.POLITY);
    }

    private boolean holder() {
        List<FoundName> posts = reading.free(Kind.POST);
        if (posts.size() != 1 || !reading.free(Kind.PERSON).isEmpty()) {
            return false;
        }
        List<FoundName> others = reading.free(Kind.POLITY);
        if (others.isEmpty()) {
            return put("post", posts.getFirst(), Kind.POST) && maybeDate();
        }
        // "Who represented Uzbekistan as ambassador in Germany?"
        FoundName other = others.getFirst();
        List<FoundName.Thing> fitting = posts.getFirst().things().stream()
                .filter(t -> other.things().stream().anyMatch(p -> {
                    AskFacts.Office office = reading.facts.offices.get(t.iri());
                    return office != null && p.iri().equals(office.of());
                }))
                .toList();
        if (others.size() > 1 || fitting.isEmpty()) {
            return false;
        }
        reading.use(other);
        reading.use(posts.getFirst());
        slots.put(
                "post",
                new Slot(fitting.stream().map(FoundName.Thing::iri).toList(), said(posts.getFirst()), "described"));
        return maybeDate();
    }

    /** Any of the offices that the description fits will do. */
    private boolean wasHolder() {
        List<FoundName> posts = reading.free(Kind.POST);
        return posts.size() == 1 && put("office", posts.getFirst(), Kind.POST) && person("person") && maybeDate();
    }

    private boolean visited() {
        if (!person("person")) {
            return false;
        }
        List<FoundName> areas = reading.free(Kind.PLACE, Kind.POLITY).stream()
                .filter(m -> m.how() != How.ADJECTIVE)
                .toList();
        if (areas.size() != 1 || areas.getFirst().iris(Kind.PLACE).isEmpty()) {
            return false;
        }
        reading.use(areas.getFirst());
        slots.put("place", new Slot(areas.getFirst().iris(Kind.PLACE), said(areas.getFirst()), "written"));
        return maybeDate();
    }

    private boolean described(String slot, List<String> found) {
        if (found.isEmpty()) {
            return false;
        }
        slots.put(slot, new Slot(found, reading.sentence.text(), "described"));
        return true;
    }

    private boolean event() {
        return described("event", Describer.events(reading));
    }

    /** Whether something took place on a day may be asked of what took place on another. */
    private boolean eventOfOtherDay() {
        List<String> found = reading.dates.size() == 1 ? Describer.eventsOfAnyDay(reading) : List.of();
        flags.add("otherDate");
        return found.size() == 1 && described("event", found);
    }

    /** "Who represented Germany …", "which German bodies …": only those of one side. */
    private boolean sideOfParticipants() {
        List<FoundName> polities = reading.free(Kind.POLITY);
        for (FoundName polity : polities) {
            boolean before = polity.how() == How.ADJECTIVE
                    && polity.to() < reading.sentence.words().size()
                    && !Concepts.isOne(reading.sentence.words().get(polity.to()).text())
                    && reading.isIdle(polity.to());
            boolean represented = head.says("side") && polity.how() != How.ADJECTIVE && !isWhere(polity);
            if (before || represented) {
                return put("side", polity, Kind.POLITY);
            }
        }
        return !head.says("side");
    }

    private boolean travelled() {
        List<FoundName> persons = reading.free(Kind.PERSON);
        if (persons.size() != 1) {
            return false;
        }
        List<String> trips = Describer.trips(reading).stream()
                .filter(iri -> reading.facts.names.classes(iri).contains(org.entente.vocab.EntClass.VISIT.getURI()))
                .toList();
        if (!described("event", trips)) {
            return false;
        }
        slots.put("person", new Slot(persons.getFirst().iris(Kind.PERSON), said(persons.getFirst()), "written"));
        return true;
    }

    private boolean agreements() {
        List<FoundName> bodies = reading.free(Kind.BODY);
        List<FoundName> polities = reading.free(Kind.POLITY);
        if (bodies.isEmpty()) {
            Reading copy = reading.with(explained());
            List<String> named = Describer.agreements(copy);
            if (named.size() == 1 && copy.unexplained().isEmpty()) {
                copy.used().forEach(reading::use);
                return described("agreement", Describer.agreements(reading));
            }
        }
        // "TITK Rudolstadt": the seat belongs to the name.
        bodies.forEach(body -> reading.free(Kind.PLACE).stream()
                .filter(place -> place.from() == body.to()
                        && reading.sentence.behind(body.to() - 1).isBlank())
                .forEach(reading::use));
        if (bodies.size() == 1) {
            boolean done = put("organisation", bodies.getFirst(), Kind.BODY) && maybeDate();
            return done && maybePlace();
        }
        List<FoundName> sides =
                polities.stream().filter(m -> m.may(Kind.POLITY)).toList();
        if (bodies.isEmpty() && sides.size() == 2) {
            return put("one", sides.get(0), Kind.POLITY) && put("other", sides.get(1), Kind.POLITY) && maybeDate();
        }
        if (bodies.size() == 2) {
            return put("organisation", bodies.get(0), Kind.BODY)
                    && put("partner", bodies.get(1), Kind.BODY)
                    && maybeDate();
        }
        return event();
    }

    /** Of a country or a Land alone. */
    private boolean agreementsOfPolity() {
        List<FoundName> polities = reading.free(Kind.POLITY);
        return polities.size() == 1
                && reading.free(Kind.BODY, Kind.PERSON, Kind.POST).isEmpty()
                && put("organisation", polities.getFirst(), Kind.POLITY)
                && maybeDate();
    }

    private Set<Integer> explained() {
        Set<Integer> words = new java.util.HashSet<>();
        for (int i = 0; i < reading.sentence.words().size(); i++) {
            if (reading.isExplained(i)) {
                words.add(i);
            }
        }
        return words;
    }

    private boolean counted() {
        return isBare();
    }

    private boolean series() {
        List<String> series = Describer.series(reading);
        if (series.size() == 1) {
            return described("series", series) && maybeDate();
        }
        List<FoundName> bodies = reading.free(Kind.BODY, Kind.SERIES);
        if (bodies.size() == 1 && bodies.getFirst().may(Kind.SERIES)) {
            return put("series", bodies.getFirst(), Kind.SERIES) && maybeDate();
        }
        if (bodies.size() == 1) {
            return put("group", bodies.getFirst(), Kind.BODY) && maybeDate();
        }
        // All events that are described belong to one series.
        List<String> events = Describer.eventsOfSeries(reading);
        Set<String> all = new java.util.LinkedHashSet<>();
        events.forEach(e -> all.add(
                java.util.Objects.requireNonNull(reading.facts.events.get(e), e).series()));
        return all.size() == 1
                && !all.iterator().next().isEmpty()
                && described("series", List.copyOf(all))
                && maybeDate();
    }

    private boolean figures() {
        Grammar grammar = Grammar.in(reading.sentence.language());
        List<String> measures = new ArrayList<>();
        for (Map.Entry<String, List<Lexicon.Phrase>> entry : grammar.classes().entrySet()) {
            if (entry.getKey().startsWith("measure.")) {
                for (Lexicon.Phrase phrase : entry.getValue()) {
                    if (has(phrase)) {
                        measures.add(entry.getKey().substring("measure.".length()));
                    }
                }
            }
        }
        if (measures.isEmpty()) {
            return false;
        }
        slots.put("measure", new Slot(measures.stream().distinct().toList(), String.join(", ", measures), "written"));
        List<FoundName> areas = reading.free(Kind.POLITY, Kind.PLACE).stream()
                .filter(m -> !m.things().isEmpty())
                .toList();
        if (areas.size() > 2) {
            return false;
        }
        for (int i = 0; i < areas.size(); i++) {
            String slot = i == 0 ? "country" : "partner";
            FoundName area = areas.get(i);
            if (!put(slot, area, area.may(Kind.POLITY) ? Kind.POLITY : Kind.PLACE)) {
                return false;
            }
        }
        if (areas.isEmpty()) {
            return described("event", Describer.events(reading));
        }
        return maybeDate();
    }

    private boolean has(Lexicon.Phrase phrase) {
        Set<Integer> at = new java.util.HashSet<>();
        for (String pattern : phrase.words()) {
            boolean any = false;
            for (int i = 0; i < reading.sentence.words().size(); i++) {
                if (Lexicon.Phrase.matches(
                                pattern, reading.sentence.words().get(i).folded())
                        && !reading.isMentioned(i)) {
                    at.add(i);
                    any = true;
                }
            }
            if (!any) {
                return false;
            }
        }
        at.forEach(reading::explain);
        return true;
    }

    private boolean project() {
        List<FoundName> projects = reading.free(Kind.PROJECT);
        if (projects.size() == 1) {
            return put("project", projects.getFirst(), Kind.PROJECT);
        }
        List<String> found = Describer.projects(reading);
        return found.size() == 1 && described("project", found);
    }

    private boolean happened() {
        return maybePlace()
                && maybeDate()
                && (slots.containsKey("place") || slots.containsKey("from") || slots.containsKey("to"));
    }

    /** Events about something: of one country, in a place, in a time. */
    private boolean about() {
        List<Topics.Named> topics = Topics.in(reading);
        List<String> said = new ArrayList<>();
        for (Topics.Named topic : topics) {
            topic.words().forEach(reading::explain);
            topic.words().stream()
                    .sorted()
                    .map(word -> reading.sentence.words().get(word).text())
                    .filter(word -> !said.contains(word))
                    .forEach(said::add);
        }
        slots.put(
                "topic", new Slot(topics.stream().map(Topics.Named::iri).toList(), String.join(" ", said), "written"));
        if (!maybePlace()) {
            return false;
        }
        List<FoundName> persons = reading.free(Kind.PERSON);
        if (persons.size() == 1 && !put("person", persons.getFirst(), Kind.PERSON)) {
            return false;
        }
        List<FoundName> polities = reading.free(Kind.POLITY);
        return persons.size() < 2
                && (polities.isEmpty() || polities.size() == 1 && put("country", polities.getFirst(), Kind.POLITY))
                && maybeDate();
    }

    private boolean placesOf() {
        List<FoundName> persons = reading.free(Kind.PERSON);
        if (persons.size() == 1) {
            boolean alone = reading.mentions.size() == 1;
            return alone && put("head", persons.getFirst(), Kind.PERSON) && maybeDate();
        }
        return event();
    }

    private boolean thing(String slot) {
        List<FoundName> free =
                reading.mentions.stream().filter(m -> m.how() != How.ADJECTIVE).toList();
        boolean onlyNames = free.size() == 1 && reading.mentions.size() == 1 && reading.dates.isEmpty();
        if (onlyNames) {
            Reading copy = reading.with(explained());
            copy.use(free.getFirst());
            if (copy.unexplained().isEmpty()) {
                return put(slot, free.getFirst(), free.getFirst().kind());
            }
        }
        return described(slot, Describer.events(reading));
    }
}
