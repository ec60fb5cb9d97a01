package org.entente.web.page;

import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;
import org.entente.web.http.Urls;

/**
 * A value as a page shows it.
 *
 * @param href where it leads; "" nowhere
 * @param lang language of the text; "" where it has none
 * @param exact the value itself where the text only says it in words; "" where the text is the value
 * @param unnamed whether it stands for somebody who is known by office only
 */
public record Cell(String text, String href, String lang, String exact, boolean unnamed) {
    public static final Cell EMPTY = new Cell("", "", "");

    public Cell(String text, String href, String lang) {
        this(text, href, lang, "", false);
    }

    public Cell(String text, String href, String lang, String exact) {
        this(text, href, lang, exact, false);
    }

    /** The same, as somebody known by office only. */
    Cell asUnnamed() {
        return new Cell(text, href, lang, exact, true);
    }

    /** The language for an attribute: null leaves the attribute out. */
    public String language() {
        return lang.isEmpty() ? null : lang;
    }

    /** @param label finds the label of an IRI; null where it has none */
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

    /** Only addresses that a browser may follow safely become links. */
    public static String href(String iri) {
        if (iri.startsWith(Ent.BASE)) {
            return Urls.page(iri);
        }
        return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
    }

    private static String readable(String text, Node node) {
        boolean wholeDay = "http://www.w3.org/2001/XMLSchema#dateTime".equals(node.getLiteralDatatypeURI())
                && text.matches(".*T(00:00:00|23:59:59)Z");
        return wholeDay ? text.substring(0, text.indexOf('T')) : text;
    }

    /** A text in its language. */
    public record Label(String text, String lang) {}
}
