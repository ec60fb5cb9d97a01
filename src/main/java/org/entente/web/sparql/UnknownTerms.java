package org.entente.web.sparql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.entente.store.Graphs;
import org.entente.text.NearWords;
import org.entente.vocab.Ent;

/** Terms in a query that look like terms of the ontology and are none: a pattern with them matches nothing, and SPARQL does not say so. */
final class UnknownTerms {
    private static final Pattern TERM = Pattern.compile("<" + Pattern.quote(Ent.NS) + "([\\w-]+)>");

    private UnknownTerms() {}

    /**
     * @param name with the prefix
     * @param near the term that was probably meant, with the prefix
     */
    record Unknown(String name, Optional<String> near) {}

    /** None where no ontology is loaded. */
    static List<Unknown> in(Query query, DatasetGraph dataset) {
        Query plain = query.cloneQuery();
        plain.setPrefixMapping(new PrefixMappingImpl());
        Set<String> unknown = TERM.matcher(plain.toString())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !isKnown(Ent.NS + name, dataset))
                .collect(Collectors.toCollection(TreeSet::new));
        if (unknown.isEmpty()) {
            return List.of();
        }
        Set<String> terms = terms(dataset);
        if (terms.isEmpty()) {
            return List.of();
        }
        return unknown.stream()
                .map(name -> new Unknown(
                        "ent:" + name,
                        NearWords.of(name, terms, 1).stream().findFirst().map(near -> "ent:" + near)))
                .toList();
    }

    private static boolean isKnown(String iri, DatasetGraph dataset) {
        Node term = NodeFactory.createURI(iri);
        return dataset.getDefaultGraph().contains(term, Node.ANY, Node.ANY)
                || dataset.getDefaultGraph().contains(Node.ANY, term, Node.ANY)
                || FunctionRegistry.get().isRegistered(iri)
                || PropertyFunctionRegistry.get().isRegistered(iri);
    }

    private static Set<String> terms(DatasetGraph dataset) {
        return Stream.of(Graphs.ONTOLOGY, Graphs.VOCABULARY)
                .flatMap(graph -> dataset.getGraph(graph).stream())
                .map(Triple::getSubject)
                .filter(term -> term.isURI() && term.getURI().startsWith(Ent.NS))
                .map(term -> term.getURI().substring(Ent.NS.length()))
                .collect(Collectors.toSet());
    }
}
