package org.entente.web.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.annotate.Annotation;
import org.entente.annotate.TextSpan;
import org.entente.store.NameIndex;
import org.entente.web.annotate.AnnotateView.Piece;

/** The text, cut where something was found in it. */
final class MarkedText {
    private record Mark(TextSpan span, String kind, String title) {}

    private MarkedText() {}

    static List<List<Piece>> of(Annotation annotation, NameIndex names, String language) {
        List<Mark> marks = new ArrayList<>();
        annotation.people().forEach(p -> {
            marks.add(new Mark(
                    p.span(),
                    p.iri().isEmpty() ? "stranger" : "person",
                    names.label(p.iri(), language).orElse("")));
            if (p.title().isPrinted()) {
                marks.add(new Mark(
                        p.title(), "office", names.label(p.post(), language).orElse("")));
            }
        });
        annotation.dates().forEach(d -> marks.add(new Mark(new TextSpan(d.start(), d.end()), "date", d.edtf())));
        annotation.cards().forEach(card -> {
            marks.add(new Mark(card.cue(), "cue", ""));
            card.places().stream()
                    .filter(p -> p.span().isPrinted())
                    .forEach(p -> marks.add(new Mark(
                            p.span(), "place", names.label(p.iri(), language).orElse(""))));
        });
        marks.sort(Comparator.comparingInt((Mark m) -> m.span.start()).thenComparingInt(m -> -m.span.end()));
        List<List<Piece>> paragraphs = new ArrayList<>();
        String text = annotation.text();
        int begin = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(pieces(text, begin, begin + line.length(), marks));
            }
            begin += line.length() + 1;
        }
        return paragraphs;
    }

    private static List<Piece> pieces(String text, int from, int to, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Mark mark : marks) {
            if (mark.span.start() >= at && mark.span.end() <= to) {
                plain(text, at, mark.span.start(), pieces);
                pieces.add(new Piece(mark.span.of(text), mark.kind, mark.title));
                at = mark.span.end();
            }
        }
        plain(text, at, to, pieces);
        return pieces;
    }

    private static void plain(String text, int from, int to, List<Piece> pieces) {
        if (to > from) {
            pieces.add(new Piece(text.substring(from, to), "", ""));
        }
    }
}
