package org.entente.web.ontology;

import java.util.List;
import org.entente.web.page.Cell;

/**
 * A term of the ontology as its page shows it.
 *
 * @param name local name, which is also the fragment of its address
 * @param kind class, property or value
 */
public record OntologyTerm(
        String name, String kind, Text text, Relations relations, Signature signature, boolean deprecated, Use use) {

    /** What the ontology says about a term in words. Every text is "" if it says nothing. */
    public record Text(String label, String definition, String note, List<String> examples) {}

    /**
     * How a term relates to other terms.
     *
     * @param supers superclasses or superproperties
     * @param subs subclasses or subproperties
     * @param replacedBy the terms to use instead of a deprecated one
     * @param alignments terms of other vocabularies
     */
    public record Relations(
            List<Cell> supers,
            List<Cell> subs,
            List<Cell> inverses,
            List<Cell> replacedBy,
            List<Alignment> alignments) {}

    /**
     * How a property is used, and which properties a class has.
     *
     * @param domain classes that have the property; empty if it has no domain
     * @param traits functional, transitive, symmetric …, as keys of messages
     * @param used the properties whose domain is the class
     */
    public record Signature(List<Cell> domain, List<Cell> range, List<String> traits, List<Cell> used) {}

    /**
     * How often the collection uses a term.
     *
     * @param count number of instances of the class, or of statements with the property
     * @param query address of the query that lists them; "" if there are none
     */
    public record Use(long count, String query) {}

    /** Terms of other vocabularies to which a term has the same relation. */
    public record Alignment(String relation, List<Cell> terms) {}

    /** A list of values, or of functions. */
    public record Scheme(String name, String label, String definition, List<OntologyTerm> values) {}

    /** A class and its subclasses. */
    public record Branch(Cell term, List<Branch> branches) {}

    public String label() {
        return text.label();
    }

    public String curie() {
        return "ent:" + name;
    }

    /** The text that a search on the page looks through. */
    public String words() {
        return String.join(" ", name, text.label(), text.definition(), text.note());
    }
}
