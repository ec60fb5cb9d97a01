package org.entente.web.ontology;

import java.util.List;
import org.entente.web.page.Cell;

/**
 * A term of the ontology as its page shows it.
 *
 * @param name local name: what stands behind the hash
 * @param kind class, property or value
 * @param supers what it is a special case of
 * @param domain what has the property; empty where it does not say
 * @param traits what the property is besides: functional, transitive, symmetric …, as keys of messages
 * @param used for a class, the properties that say something about it
 * @param alignments terms of other vocabularies, each with the relation
 * @param replacedBy null unless the term is no longer to be used
 * @param count things of the class, or statements with the property
 * @param query address of the query that lists them; "" where there are none
 */
public record OntologyTerm(
        String name,
        String curie,
        String kind,
        String label,
        String definition,
        String note,
        List<String> examples,
        List<Cell> supers,
        List<Cell> subs,
        List<Cell> domain,
        List<Cell> range,
        List<Cell> inverses,
        List<String> traits,
        List<Cell> used,
        List<Alignment> alignments,
        boolean deprecated,
        List<Cell> replacedBy,
        long count,
        String query) {

    /** A relation to terms of other vocabularies. */
    public record Alignment(String relation, List<Cell> terms) {}

    /** A list of values, or of functions. */
    public record Scheme(String name, String label, String definition, List<OntologyTerm> values) {}

    /** A class and its subclasses. */
    public record Branch(Cell term, List<Branch> branches) {}

    /** What a search looks through. */
    public String words() {
        return String.join(" ", name, label, definition, note);
    }
}
