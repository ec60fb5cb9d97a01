package org.entente.web.annotate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.annotate.Annotation;
import org.entente.annotate.Card;
import org.entente.annotate.CardChoices;
import org.entente.annotate.CardLabels;
import org.entente.annotate.TextSpan;
import org.entente.store.NameIndex;
import org.entente.vocab.Prefixes;
import org.entente.web.annotate.AnnotateView.Field;
import org.entente.web.annotate.AnnotateView.Item;
import org.entente.web.annotate.AnnotateView.Who;

/** Cards as the page shows them, with what was typed into their fields. */
final class CardItems {
    private final Annotation annotation;
    private final NameIndex names;
    private final CardLabels labels;
    private final String language;
    private final Map<String, List<String>> typed;

    /** @param typed the fields of the form; empty before the first time */
    CardItems(Annotation annotation, NameIndex names, String language, Map<String, List<String>> typed) {
        this.annotation = annotation;
        this.names = names;
        this.labels = new CardLabels(names);
        this.language = language;
        this.typed = typed;
    }

    List<Item> all() {
        return annotation.cards().stream().map(this::item).toList();
    }

    private Item item(Card card) {
        String id = card.id();
        String passage =
                card.passages().stream().map(p -> p.of(annotation.text())).collect(Collectors.joining(" … "));
        String places =
                card.places().stream().map(p -> Prefixes.compact(p.iri())).collect(Collectors.joining(" | "));
        String printed = card.places().stream()
                .map(p -> p.span().of(annotation.text()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Item(
                id,
                typed.getOrDefault("take", List.of()).contains(id),
                labels.of(card, language),
                passage,
                labels.locator(annotation, card),
                card.kind().type(),
                field(id + ".event", card.event().isEmpty() ? "new" : Prefixes.compact(card.event()), card.cue()),
                value(id + ".status", card.status()),
                field(id + ".date", card.date(), card.printedDate()),
                new Field(value(id + ".place", places), printed),
                IntStream.range(0, card.participants().size())
                        .mapToObj(i -> who(id, i, card, card.participants().get(i)))
                        .toList(),
                value(id + ".more", ""),
                card.proposal().isPresent(),
                card.proposal().map(Card.Proposal::refused).orElse(List.of()).stream()
                        .map(AnnotateView.Refusal::of)
                        .toList());
    }

    private Who who(String id, int i, Card card, Card.Participant p) {
        String iri = p.who().isEmpty()
                ? (p.name().isEmpty() ? "" : card.isDoubtful(p) ? p.name() : CardChoices.NEW)
                : Prefixes.compact(p.who());
        return new Who(
                field(id + ".who" + i, iri, p.span()),
                labels.name(p, language),
                field(id + ".office" + i, p.post().isEmpty() ? "" : Prefixes.compact(p.post()), p.title()),
                names.label(p.post(), language).orElse(""),
                value(id + ".role" + i, p.role()),
                value(id + ".in" + i, p.side().isEmpty() ? "" : Prefixes.compact(p.side())),
                value(id + ".kind" + i, "otherPost"));
    }

    private Field field(String name, String value, TextSpan span) {
        return new Field(value(name, value), span.of(annotation.text()).replaceAll("\\s+", " "));
    }

    private String value(String name, String proposed) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? proposed : values.getFirst();
    }
}
