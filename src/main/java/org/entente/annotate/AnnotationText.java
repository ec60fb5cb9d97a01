package org.entente.annotate;

import java.util.List;
import java.util.Locale;
import org.entente.store.NameIndex;
import org.entente.vocab.Prefixes;

/** An annotation as lines to read. */
public final class AnnotationText {
    private AnnotationText() {}

    /** One block for each card, with the words of the text in quotation marks. */
    public static String of(Annotation annotation, NameIndex names) {
        StringBuilder out = new StringBuilder();
        if (!annotation.unread().isEmpty()) {
            out.append(unread(annotation)).append('\n');
        }
        CardLabels words = new CardLabels(names);
        SplitText split = SplitText.of(annotation.text());
        int n = 0;
        for (Card card : annotation.cards()) {
            out.append("[")
                    .append(++n)
                    .append("] ")
                    .append(words.of(card, "en"))
                    .append(card.proposal().isPresent() ? " – by the proposer" : "")
                    .append('\n');
            line(
                    out,
                    "event",
                    card.event().isEmpty() ? "new (" + card.kind().type() + ")" : Prefixes.compact(card.event()),
                    card.cue().of(annotation.text()) + "”, P"
                            + split.paragraph(card.cue().start()) + " “");
            line(out, "status", card.status() + ", " + card.modality(), "");
            line(out, "date", card.date(), card.printedDate().of(annotation.text()));
            card.places()
                    .forEach(p -> line(
                            out, "place", Prefixes.compact(p.iri()), p.span().of(annotation.text())));
            for (Card.Participant p : card.participants()) {
                line(
                        out,
                        p.role(),
                        p.who().isEmpty() ? p.name().isEmpty() ? "unnamed" : "new" : Prefixes.compact(p.who()),
                        p.name());
                line(
                        out,
                        "  office",
                        p.post().isEmpty() ? p.title().isPrinted() ? "unknown" : "" : Prefixes.compact(p.post()),
                        p.title().of(annotation.text()));
            }
            card.proposal().ifPresent(p -> p.refused().forEach(r -> line(out, "refused", r.sentence(), "")));
            out.append('\n');
        }
        annotation.refused().forEach(r -> out.append("Refused, no card: ")
                .append(r.sentence())
                .append('\n'));
        if (n == 0) {
            out.append("No report was found: no sentence tells of a meeting, visit, gathering or ceremony.\n");
        }
        List<String> unknown = annotation.people().stream()
                .filter(p -> p.iri().isEmpty())
                .map(PersonMention::name)
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            out.append("Not in the collection: ")
                    .append(String.join(", ", unknown))
                    .append('\n');
        }
        return out.toString().replace(" “”", "").stripTrailing();
    }

    /** That a text is in a language that is not read; "" if it is read. */
    static String unread(Annotation annotation) {
        String name = annotation.unreadName(Locale.ENGLISH);
        return annotation.unread().isEmpty()
                ? ""
                : (name.isEmpty() ? "The text seems to be in another language" : "The text seems to be in " + name)
                        + "; only German, English and Russian are read.";
    }

    /** A line for each source that the text may be, or be a copy of; "" for none. */
    public static String of(List<LikeSources.Like> like) {
        StringBuilder out = new StringBuilder();
        for (LikeSources.Like each : like) {
            out.append("In the collection already? ")
                    .append(Prefixes.compact(each.document()))
                    .append(" has the same ")
                    .append(each.reasons().stream()
                            .sorted()
                            .map(r -> r.name().toLowerCase(Locale.ROOT))
                            .collect(java.util.stream.Collectors.joining(", ")))
                    .append(each.common() > 0 ? " (" + each.common() + " of " + each.events() + " known events)" : "")
                    .append(".\n");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String value, String printed) {
        if (!value.isEmpty() || !printed.isEmpty()) {
            out.append("    %-12s %s".formatted(name, value));
            out.append(printed.isEmpty() ? "" : " “" + printed.replaceAll("\\s+", " ") + "”")
                    .append('\n');
        }
    }
}
