package org.entente.web.page;

import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;
import org.jspecify.annotations.Nullable;

/**
 * A value as a page shows it.
 *
 * @param href address of the link; "" for none
 * @param lang language of the text; "" if it has none
 * @param exact the value behind a text in words, such as an EDTF date; "" if the text is the value
 * @param unnamed whether it stands for somebody known by office only
 */
public record Cell(String text, String href, String lang, String exact, boolean unnamed) {
    public static final Cell EMPTY = new Cell("", "", "");

    public Cell(String text, String href, String lang) {
        this(text, href, lang, "", false);
    }

    public Cell(String text, String href, String lang, String exact) {
        this(text, href, lang, exact, false);
    }

    /** The same cell, marked as somebody known by office only. */
    Cell asUnnamed() {
        return new Cell(text, href, lang, exact, true);
    }

    /** The value of the attribute {@code lang}; null leaves the attribute out. */
    public @Nullable String language() {
        return lang.isEmpty() ? null : lang;
    }

    /** @param label finds the label of an IRI; null if it has none */
    public static Cell of(Node node, Function<Node, Label> label) {
        if (node == null) {
            return EMPTY;
        }
        if (node.isLiteral()) {
            String text = node.getLiteralLexicalForm();
            boolean address = text.startsWith("https://") || text.startsWith("http://");
            return new Cell(readable(text, node), address ? text : "", node.getLiteralLanguage());
        }
        if (!node.isURI()) {
            return new Cell("·", "", "");
        }
        Label found = label.apply(node);
        String text = found == null ? Prefixes.compact(node.getURI()) : found.text();
        return new Cell(text, href(node.getURI()), found == null ? "" : found.lang());
    }

    /** The link for an IRI; "" unless it is http, https or an IRI of this collection. */
    public static String href(String iri) {
        if (iri.startsWith(Ent.BASE) || IdSpaces.isThing(iri)) {
            return Urls.page(iri);
        }
        return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
    }

    private static String readable(String text, Node node) {
        boolean wholeDay = "http://www.w3.org/2001/XMLSchema#dateTime".equals(node.getLiteralDatatypeURI())
                && text.matches(".*T(00:00:00|23:59:59)Z");
        boolean wholeNumber = "http://www.w3.org/2001/XMLSchema#decimal".equals(node.getLiteralDatatypeURI())
                && text.matches("-?[0-9]+\\.0+");
        return wholeDay
                ? text.substring(0, text.indexOf('T'))
                : wholeNumber ? text.substring(0, text.indexOf('.')) : text;
    }

    /** A text in its language. */
    public record Label(String text, String lang) {}
}
