package org.entente.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ask.Answer.Alternative;
import org.entente.ask.Answer.Term;
import org.entente.ask.Answer.Verdict;
import org.entente.ask.Asked.Slot;
import org.entente.execution.Select;
import org.entente.query.EdtfDates;
import org.entente.query.EntityCandidate;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterException;
import org.entente.query.QueryCatalog;
import org.entente.store.NameIndex;
import org.entente.store.PerRevision;
import org.entente.time.DateFinder;
import org.entente.vocab.Prefixes;

/** Answers questions in German, English and Russian from the collection. Thread-safe. */
public final class Asker {
    /** The longest question, in characters. */
    public static final int LONGEST = 300;

    private static final int ALTERNATIVES = 3;
    private static final int EVENTS = 4;

    private final QueryCatalog catalog;
    private final EntityResolver resolver;
    private final PerRevision<AskFacts> facts = new PerRevision<>();

    public Asker(QueryCatalog catalog, EntityResolver resolver) {
        this.catalog = catalog;
        this.resolver = resolver;
    }

    /**
     * Answers a question.
     *
     * @param changes slot to the value that the reader wants instead of the one understood: a name, an identifier, a date; "" to leave it out
     * @param readersLanguage for questions whose language cannot be told
     * @param state what stands for the state that the select sees
     */
    public Answer ask(
            String question,
            Map<String, String> changes,
            String readersLanguage,
            Object state,
            NameIndex names,
            Select select) {
        AskFacts known = facts.get(state, () -> AskFacts.of(names, select));
        Understanding understood = Understanding.of(question, known, readersLanguage);
        AskLanguage language = understood.language();
        AskTexts texts = AskTexts.in(language);
        AskQueries queries = new AskQueries(catalog, resolver, select, known, language);
        if (understood.asked().isEmpty()) {
            return notUnderstood(question, understood, queries);
        }
        Asked asked = understood.asked().get();
        for (Map.Entry<String, String> change : changes.entrySet()) {
            Optional<Asked> changed =
                    changed(asked, change.getKey(), change.getValue().strip(), queries);
            if (changed.isEmpty()) {
                return unclear(
                        question, asked, change.getKey(), change.getValue().strip(), queries);
            }
            asked = changed.get();
        }
        Optional<String> open = asked.slots().entrySet().stream()
                .filter(e -> e.getValue().values().size() > most(e.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (open.isPresent()) {
            return unclear(question, asked, open.get(), asked.slot(open.get()).said(), queries);
        }
        Found found;
        try {
            found = find(asked, queries);
        } catch (ParameterException wrong) {
            // Each value can be read, but not together, such as a period that ends before it begins.
            if (!asked.has(wrong.parameter())) {
                throw wrong;
            }
            return unclear(
                    question,
                    asked,
                    wrong.parameter(),
                    asked.slot(wrong.parameter()).said(),
                    queries);
        }
        return new Answer(
                question,
                language,
                Optional.of(asked),
                found.verdict(),
                found.sentence(),
                found.rows(),
                Optional.of(queries.ran()),
                known.coverage,
                found.rows().isEmpty() ? near(understood, queries, question) : List.of(),
                List.of(),
                slots(asked, queries),
                found.counted());
    }

    /** Whole questions that begin like the typed text and have an answer. */
    public List<String> complete(
            String typed, int most, String readersLanguage, Object state, NameIndex names, Select select) {
        AskFacts known = facts.get(state, () -> AskFacts.of(names, select));
        return new Completion(known, LanguageGuess.of(typed, readersLanguage)).of(typed, most);
    }

    private static int most(String slot) {
        return switch (slot) {
            case "event", "thing" -> EVENTS;
            case "place", "measure", "office", "topic" -> Integer.MAX_VALUE;
            default -> 1;
        };
    }

    private static Found find(Asked asked, AskQueries queries) {
        MeetingAnswers meetings = new MeetingAnswers(queries);
        EventAnswers events = new EventAnswers(queries);
        AgreementAnswers agreements = new AgreementAnswers(queries);
        SourceAnswers sources = new SourceAnswers(queries);
        OfficeAnswers offices = new OfficeAnswers(queries);
        return switch (asked.family()) {
            case "did-meet" -> new PairAnswers(queries).didMeet(asked);
            case "met" -> meetings.met(asked);
            case "connected" -> new ConnectionAnswers(queries).connected(asked);
            case "holder" -> new HolderAnswers(queries).holder(asked);
            case "offices", "was-holder" -> offices.offices(asked);
            case "visited" -> events.visited(asked);
            case "led", "led-by" -> new ParticipantAnswers(queries).led(asked);
            case "took-part", "travelled" -> new ParticipantAnswers(queries).tookPart(asked);
            case "took-place" -> events.tookPlace(asked);
            case "sessions" -> events.sessions(asked);
            case "happened" -> events.happened(asked);
            case "about" -> events.about(asked);
            case "events-of" -> events.eventsOf(asked);
            case "places" -> events.places(asked);
            case "agreements", "agreements-of" -> agreements.agreements(asked);
            case "agreements-count", "unnamed" -> agreements.count(asked);
            case "funding" -> agreements.funding(asked);
            case "figures" -> sources.figures(asked);
            case "conflicts" -> sources.conflicts(asked);
            case "announced" -> sources.announced(asked);
            case "sources" -> sources.sources(asked);
            default -> throw new IllegalStateException(asked.family());
        };
    }

    /** The question with another value; empty if the value means nothing, or several things. */
    private Optional<Asked> changed(Asked asked, String slot, String value, AskQueries queries) {
        if (value.isEmpty()) {
            return Optional.of(asked.without(slot));
        }
        // The form shows what was understood in words; what comes back the same was not changed.
        if (asked.has(slot) && value.equals(shown(slot, asked.values(slot), queries))) {
            return Optional.of(asked);
        }
        if (slot.equals("from") || slot.equals("to")) {
            List<DateFinder.Found> dates = DateFinder.in(value);
            String edtf = dates.size() == 1
                    ? (slot.equals("from")
                            ? dates.getFirst().from()
                            : dates.getFirst().to())
                    : value;
            return new EdtfDates().read(edtf).isPresent()
                    ? Optional.of(asked.with(slot, new Slot(List.of(edtf), value, "changed")))
                    : Optional.empty();
        }
        if (slot.equals("measure")) {
            return Optional.of(asked.with(slot, new Slot(List.of(value), value, "changed")));
        }
        Optional<String> iri = Prefixes.expand(value).map(resolver::survivor).filter(resolver::exists);
        if (iri.isEmpty()) {
            List<EntityCandidate> meant = resolver.resolve(value, java.util.Set.of());
            iri = meant.size() == 1 ? Optional.of(meant.getFirst().iri()) : Optional.empty();
        }
        return iri.map(one -> asked.with(slot, new Slot(List.of(one), value, "changed")));
    }

    private static String shown(String slot, List<String> values, AskQueries queries) {
        return values.stream()
                .map(value -> shown(slot, value, queries))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** What is measured has a name, too. */
    private static String shown(String slot, String value, AskQueries queries) {
        if (value.startsWith("http")) {
            return queries.label(value);
        }
        return slot.equals("measure") ? queries.label(org.entente.vocab.Ent.NS + value) : value;
    }

    private Answer unclear(String question, Asked asked, String slot, String said, AskQueries queries) {
        List<String> meant = asked.has(slot) && asked.slot(slot).said().equals(said) ? asked.values(slot) : List.of();
        List<Alternative> alternatives = new ArrayList<>();
        if (meant.isEmpty()) {
            resolver.near(said, java.util.Set.of(), 5)
                    .forEach(c ->
                            alternatives.add(new Alternative(c.label(), question.replace(said, c.label()), c.iri())));
        } else {
            meant.stream()
                    .limit(10)
                    .forEach(iri -> alternatives.add(
                            new Alternative(queries.label(iri), question.replace(said, queries.label(iri)), iri)));
        }
        return new Answer(
                question,
                queries.language,
                Optional.of(asked),
                Verdict.AMBIGUOUS,
                queries.texts.say(
                        meant.isEmpty() ? "unknown" : "ambiguous",
                        said.equals(question) ? "" : queries.texts.say("quoted", said)),
                List.of(),
                Optional.empty(),
                queries.facts.coverage,
                alternatives,
                List.of(said),
                slots(asked, queries),
                List.of());
    }

    private Answer notUnderstood(String question, Understanding understood, AskQueries queries) {
        AskTexts texts = queries.texts;
        List<String> words = understood.unexplained();
        boolean known = understood.reading().unknown().isEmpty();
        String said = words.isEmpty() || known
                ? texts.say(known ? "not.combined" : "not")
                : texts.say(
                        "not.words",
                        words.stream()
                                .map(word -> texts.say("quoted", word))
                                .collect(java.util.stream.Collectors.joining(", ")));
        Coverage coverage = queries.facts.coverage;
        String covered =
                texts.say("covered", coverage.sources(), coverage.publishers(), coverage.first(), coverage.last());
        return new Answer(
                question,
                queries.language,
                Optional.empty(),
                Verdict.NOT_UNDERSTOOD,
                said + " " + covered,
                List.of(),
                Optional.empty(),
                coverage,
                near(understood, queries, question),
                words,
                Map.of(),
                List.of());
    }

    /** Questions about what was recognised; where nothing was, the names most like the words that were not. */
    private List<Alternative> near(Understanding understood, AskQueries queries, String question) {
        AskTexts texts = queries.texts;
        List<Alternative> near = new ArrayList<>();
        for (FoundName mention : understood.reading().mentions) {
            for (FoundName.Thing thing : mention.things()) {
                String key = "near." + thing.kind().name().toLowerCase(java.util.Locale.ROOT);
                for (int i = 1; texts.has(key + "." + i); i++) {
                    String next = texts.say(key + "." + i, queries.label(thing.iri()));
                    if (!next.equals(question)
                            && near.stream().noneMatch(a -> a.question().equals(next))) {
                        near.add(new Alternative(next, next, thing.iri()));
                    }
                }
            }
        }
        if (near.isEmpty()) {
            for (String word : understood.unexplained()) {
                if (Character.isUpperCase(word.codePointAt(0))) {
                    resolver.near(word, java.util.Set.of(), 1).stream()
                            .map(c -> new Alternative(c.label(), question.replace(word, c.label()), c.iri()))
                            .filter(each -> isQuestion(each.question(), queries))
                            .forEach(near::add);
                }
            }
        }
        for (int i = 1; near.size() < ALTERNATIVES && texts.has("near.any." + i); i++) {
            near.add(new Alternative(texts.say("near.any." + i), texts.say("near.any." + i), ""));
        }
        queries.facts.answerable("person").stream().findFirst().ifPresent(person -> {
            String asked = texts.say("near.person.1", queries.facts.label(person, queries.language));
            near.add(new Alternative(asked, asked, person));
        });
        return near.stream().limit(ALTERNATIVES).toList();
    }

    /** Whether a suggestion would be understood: a name that is put in for a word need not make a question. */
    private static boolean isQuestion(String question, AskQueries queries) {
        return Understanding.of(question, queries.facts, queries.language.tag())
                .asked()
                .isPresent();
    }

    private static Map<String, List<Term>> slots(Asked asked, AskQueries queries) {
        Map<String, List<Term>> slots = new LinkedHashMap<>();
        asked.slots()
                .forEach((name, slot) -> slots.put(
                        name,
                        slot.values().stream()
                                .map(value -> value.startsWith("http")
                                        ? queries.term(value)
                                        : Term.text(shown(name, value, queries)))
                                .toList()));
        return slots;
    }
}
