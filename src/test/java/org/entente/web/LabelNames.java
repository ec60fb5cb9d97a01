package org.entente.web;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.entente.query.Candidate;
import org.entente.query.EntityNames;
import org.entente.store.Store;

/** The labels of a small store as names, for tests. */
record LabelNames(Store store) implements EntityNames {
    @Override
    public List<Candidate> resolve(String name, Set<String> classIris) {
        return all().stream()
                .filter(c -> c.label().equalsIgnoreCase(name.strip()))
                .toList();
    }

    @Override
    public List<Candidate> near(String name, Set<String> classIris, int limit) {
        List<String> labels = all().stream().map(Candidate::label).distinct().toList();
        List<String> near = Near.words(name, labels, limit);
        return all().stream().filter(c -> near.contains(c.label())).limit(limit).toList();
    }

    @Override
    public boolean exists(String iri) {
        Node node = NodeFactory.createURI(iri);
        return store.read(data -> data.contains(Node.ANY, node, Node.ANY, Node.ANY));
    }

    private List<Candidate> all() {
        return store.read(data -> data.getDefaultGraph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filter(t -> t.getSubject().isURI())
                .map(t -> new Candidate(t.getSubject().getURI(), t.getObject().getLiteralLexicalForm(), ""))
                .toList());
    }
}
