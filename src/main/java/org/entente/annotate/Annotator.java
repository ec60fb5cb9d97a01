package org.entente.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.ask.AskLanguage;
import org.entente.ask.NamesInText;
import org.entente.execution.Select;
import org.entente.names.NameRow;
import org.entente.names.NameUse;
import org.entente.store.NameIndex;
import org.entente.time.TextDates;

/** Proposes reports for a text. Immutable; one serves all texts of a state of the collection. */
public final class Annotator {
    private final NamesInText names;
    private final KnownFacts facts;
    private final NameIndex index;
    private final EventLabels labels;
    private final LikeSources sources;

    private Annotator(NamesInText names, KnownFacts facts, NameIndex index, EventLabels labels, LikeSources sources) {
        this.sources = sources;
        this.labels = labels;
        this.names = names;
        this.facts = facts;
        this.index = index;
    }

    /** Reads what the state says that the select sees. */
    public static Annotator of(NameIndex index, Select select) {
        KnownFacts facts = KnownFacts.of(select);
        return new Annotator(
                NamesInText.of(index, select),
                facts,
                index,
                new EventLabels(index, facts.events.keySet()),
                LikeSources.of(select));
    }

    /**
     * The same as if a document were not in the collection.
     *
     * @param alsoThings leaves out people and offices that only this document names, too, and not only what it says of them
     */
    public Annotator without(String document, boolean alsoThings) {
        KnownFacts fewer = facts.without(document);
        Predicate<NameRow> kept = row -> (row.use() != NameUse.PRINTED || fewer.printed.contains(row.text()))
                && (!alsoThings || !facts.isTold(row.entity()) || fewer.isTold(row.entity()));
        return new Annotator(names.with(kept), fewer, index, labels, sources);
    }

    /** The sources that a text may be, or be a copy of. */
    public List<LikeSources.Like> like(Annotation annotation, String title, String address) {
        return sources.to(annotation, title, address);
    }

    /** Whether some document tells of a person or an office. */
    public boolean isTold(String thing) {
        return facts.isTold(thing);
    }

    /**
     * An annotation with what somebody outside proposes, too, each field looked up in the text.
     *
     * @param published EDTF of the day, month or year in which the text appeared; "" if unknown
     */
    public Annotation with(Annotation annotation, List<ProposedCard> proposed, String published) {
        String text = annotation.text();
        List<ReadSentence> sentences = SplitText.of(text).sentences().stream()
                .map(s -> new ReadSentence(text, s, names, annotation.language()))
                .toList();
        Sides sides = new Sides(names, facts);
        EventChooser events = new EventChooser(
                facts, index, names, labels, sides, text, annotation.language().tag());
        Map<String, Card> cards = new LinkedHashMap<>();
        annotation.cards().forEach(card -> cards.put(card.id(), card));
        List<RefusedField> refused = new ArrayList<>(annotation.refused());
        for (ProposedCard each : proposed) {
            ProposalCheck check = new ProposalCheck(annotation, index, names, sentences, sides, published);
            Optional<Card> card = check.card(each);
            card.map(c -> c.event().isEmpty()
                            ? events.choose(List.of(c), published).getFirst()
                            : c)
                    .ifPresentOrElse(c -> cards.putIfAbsent(c.id(), c), () -> refused.addAll(check.refused()));
        }
        return new Annotation(
                text,
                annotation.language(),
                annotation.people(),
                annotation.dates(),
                List.copyOf(cards.values()),
                List.copyOf(refused));
    }

    /**
     * What a text may report.
     *
     * @param published EDTF of the day, month or year in which it appeared; "" if unknown
     */
    public Annotation annotate(String text, String published) {
        return annotate(text, published, "");
    }

    /**
     * The same for a text with a title, whose date counts where the text prints none.
     *
     * @param title "" if unknown
     */
    public Annotation annotate(String text, String published, String title) {
        AskLanguage language = NamesInText.language(text);
        SplitText split = SplitText.of(text);
        List<ReadSentence> sentences = split.sentences().stream()
                .map(s -> new ReadSentence(text, s, names, language))
                .toList();
        String told = TextDates.in(title, published).stream()
                .filter(d -> d.edtf().matches("\\d{4}-\\d\\d-\\d\\d"))
                .map(TextDates.Found::edtf)
                .findFirst()
                .orElse("");
        List<TextDates.Found> dates = TextDates.in(text, told.isEmpty() ? published : told);
        Map<ReadSentence, List<PersonMention>> people =
                new PersonReader(language, names.givenNames(), facts::tellings).in(sentences);
        Map<String, Integer> around = new HashMap<>();
        sentences.forEach(
                s -> s.names.forEach(n -> n.name().things().forEach(t -> around.merge(t.iri(), 1, Integer::sum))));
        people = new OfficeReader(names, index, facts, language, told.isEmpty() ? published : told).in(people, around);
        Sides sides = new Sides(names, facts);
        EventChooser events = new EventChooser(facts, index, names, labels, sides, text, language.tag());
        List<Card> cards = events.choose(
                new CardMaker(language, sides, new CardTimes(language, split, dates, published, told), people).make(),
                published);
        List<PersonMention> all = new ArrayList<>();
        people.values().forEach(all::addAll);
        return new Annotation(text, language, List.copyOf(all), dates, cards, List.of());
    }
}
