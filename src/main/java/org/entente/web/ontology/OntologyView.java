package org.entente.web.ontology;

import java.util.List;
import org.entente.web.page.View;

/**
 * The page of the ontology.
 *
 * @param shapes the rules that complete data must follow; empty if their files are not at hand
 * @param changes the lines of the change log
 */
public record OntologyView(
        About about,
        OntologyDiagram diagram,
        Terms terms,
        List<OntologyFolder.Shapes> shapes,
        List<OntologyFolder.Change> changes)
        implements View {
    /**
     * What the ontology says about itself.
     *
     * @param version "" if it names none
     */
    public record About(String title, String description, String version) {}

    /**
     * The terms of the ontology.
     *
     * @param tree the classes, each below its superclass
     * @param lists the lists of values
     * @param functions the lists of functions, with examples that can be run
     */
    public record Terms(
            List<OntologyTerm.Branch> tree,
            List<OntologyTerm> classes,
            List<OntologyTerm> properties,
            List<OntologyTerm.Scheme> lists,
            List<OntologyTerm.Scheme> functions) {}

    @Override
    public String template() {
        return "ontology/ontology.jte";
    }
}
