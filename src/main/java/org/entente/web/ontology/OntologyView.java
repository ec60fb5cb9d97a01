package org.entente.web.ontology;

import java.util.List;

/**
 * The ontology as its page shows it.
 *
 * @param version as the ontology names it; "" if it does not
 * @param functions lists of functions, whose examples run
 * @param shapes what complete data look like; empty where their files are not at hand
 */
public record OntologyView(
        String title,
        String description,
        String version,
        OntologyDiagram diagram,
        List<OntologyTerm.Branch> tree,
        List<OntologyTerm> classes,
        List<OntologyTerm> properties,
        List<OntologyTerm.Scheme> lists,
        List<OntologyTerm.Scheme> functions,
        List<OntologyFolder.Shapes> shapes,
        List<OntologyFolder.Change> changes) {}
