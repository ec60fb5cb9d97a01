package org.entente.annotate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.store.NameIndex;
import org.entente.text.Json;

/** An annotation for programs: each field with its value and its place in the text. */
public final class AnnotationJson {
    private AnnotationJson() {}

    /** The cards, and all mentions. */
    public static ObjectNode of(Annotation annotation, NameIndex names) {
        ObjectNode out = Json.MAPPER.createObjectNode();
        out.put("language", annotation.language().tag());
        if (!annotation.unread().isEmpty()) {
            out.put("unread", annotation.unread());
            out.put("note", AnnotationText.unread(annotation));
        }
        CardLabels words = new CardLabels(names);
        ArrayNode cards = out.putArray("cards");
        for (Card card : annotation.cards()) {
            ObjectNode each = cards.addObject();
            each.put("about", words.of(card, annotation.language().tag()));
            each.put("kind", card.kind().type());
            each.put("event", card.event());
            each.put("new", card.event().isEmpty());
            each.put("proposed", card.proposal().isPresent());
            card.proposal().ifPresent(p -> refused(each.putArray("refused"), p.refused()));
            each.put("status", card.status());
            each.put("modality", card.modality());
            field(each, "date", card.date(), card.printedDate(), annotation.text());
            field(each, "cue", card.kind().type(), card.cue(), annotation.text());
            ArrayNode places = each.putArray("places");
            card.places().forEach(p -> value(places.addObject(), p.iri(), p.span(), annotation.text()));
            ArrayNode who = each.putArray("participants");
            for (Card.Participant p : card.participants()) {
                ObjectNode one = who.addObject();
                field(one, "who", p.who(), p.span(), annotation.text());
                one.put("label", words.name(p, annotation.language().tag()));
                field(one, "office", p.post(), p.title(), annotation.text());
                one.put("role", p.role());
                one.put("side", p.side());
            }
        }
        refused(out.putArray("refused"), annotation.refused());
        ArrayNode dates = out.putArray("dates");
        annotation
                .dates()
                .forEach(d -> value(dates.addObject(), d.edtf(), new TextSpan(d.start(), d.end()), annotation.text()));
        ArrayNode people = out.putArray("people");
        annotation.people().forEach(p -> value(people.addObject(), p.iri(), p.span(), annotation.text()));
        return out;
    }

    /** The same with the sources that the text may be, or be a copy of. */
    public static ObjectNode of(Annotation annotation, NameIndex names, List<LikeSources.Like> like) {
        ObjectNode out = of(annotation, names);
        ArrayNode sources = out.putArray("like");
        for (LikeSources.Like each : like) {
            ObjectNode one = sources.addObject();
            one.put("document", each.document());
            ArrayNode why = one.putArray("same");
            each.reasons().stream().sorted().forEach(r -> why.add(r.name().toLowerCase(java.util.Locale.ROOT)));
            one.put("commonEvents", each.common());
            one.put("events", each.events());
        }
        return out;
    }

    private static void refused(ArrayNode to, List<RefusedField> fields) {
        for (RefusedField each : fields) {
            ObjectNode one = to.addObject();
            one.put("field", each.field())
                    .put("value", each.value())
                    .put("printed", each.quote())
                    .put("reason", each.reason().name().toLowerCase(java.util.Locale.ROOT))
                    .put("said", each.sentence());
            each.instead().forEach(one.putArray("instead")::add);
        }
    }

    private static void field(ObjectNode of, String name, String value, TextSpan span, String text) {
        value(of.putObject(name), value, span, text);
    }

    private static void value(ObjectNode field, String value, TextSpan span, String text) {
        field.put("value", value);
        if (span.isPrinted()) {
            field.put("printed", span.of(text));
            field.put("start", span.start());
            field.put("end", span.end());
        }
    }
}
