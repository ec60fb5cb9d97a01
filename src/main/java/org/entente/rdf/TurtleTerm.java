package org.entente.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.entente.text.TurtleText;
import org.entente.vocab.Prefixes;

/** A term as a file of a collection has it, where the usual prefixes need no declaration. */
public final class TurtleTerm {
    private TurtleTerm() {}

    /** @param node an IRI or a literal */
    public static String of(Node node) {
        if (node.isURI()) {
            String curie = Prefixes.compact(node.getURI());
            return curie.matches("[a-z0-9]+:[A-Za-z0-9]([A-Za-z0-9_-]*)") ? curie : "<" + node.getURI() + ">";
        }
        String language = node.getLiteralLanguage();
        String type = node.getLiteralDatatypeURI();
        boolean plain = !language.isEmpty() || type.equals(XSD.xstring.getURI());
        return TurtleText.quoted(node.getLiteralLexicalForm())
                + (language.isEmpty() ? "" : "@" + language)
                + (plain ? "" : "^^" + Prefixes.compact(type));
    }
}
