package org.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.store.CollectionDescription;
import org.entente.store.Graphs;
import org.entente.store.LoadedFile;
import org.entente.vocab.Ent;
import org.entente.vocab.EntClass;
import org.entente.vocab.EntProperty;

/** Terms and references of files that change one after another: what is kept of unchanged files makes no difference. */
class TermCheckTest {
    private static final CollectionDescription ABOUT = CollectionDescription.DEFAULT;

    @Property(tries = 100)
    void after_any_changes_of_files_the_findings_are_those_of_a_first_look(@ForAll long seed) {
        Random random = new Random(seed);
        TermCheck kept = new TermCheck();
        Map<String, LoadedFile> files = new TreeMap<>();
        files.put("ontology/entente.ttl", ontology(true));
        int found = 0;
        for (int step = 0; step < 25; step++) {
            String name = "data/sources/d" + random.nextInt(6) + ".ttl";
            switch (random.nextInt(12)) {
                case 0 -> files.remove(name);
                case 1 -> files.put("ontology/entente.ttl", ontology(random.nextBoolean()));
                default -> files.put(name, source(name, random));
            }
            List<LoadedFile> all = List.copyOf(files.values());
            List<Finding> findings = kept.check(all, ABOUT);
            assertThat(findings).isEqualTo(new TermCheck().check(all, ABOUT));
            found += findings.size();
        }
        assertThat(found).isPositive();
    }

    private static LoadedFile ontology(boolean whole) {
        List<Node> terms = new ArrayList<>(List.of(EntClass.PERSON, EntProperty.PARTICIPANT));
        if (whole) {
            terms.add(EntProperty.IN_EVENT);
        }
        return new LoadedFile(
                "ontology/entente.ttl",
                Graphs.ONTOLOGY,
                terms.stream()
                        .map(term -> at(term, RDF.type.asNode(), RDF.Property.asNode()))
                        .toList());
    }

    private static LoadedFile source(String name, Random random) {
        List<LocatedTriple> triples = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Node thing = thing(random);
            triples.add(
                    switch (random.nextInt(4)) {
                        case 0 -> at(thing, RDF.type.asNode(), EntClass.PERSON);
                        case 1 -> at(thing, EntProperty.PARTICIPANT, thing(random));
                        case 2 -> at(thing, EntProperty.IN_EVENT, thing(random));
                        default -> at(thing, RDFS.label.asNode(), NodeFactory.createLiteralString("label"));
                    });
        }
        return new LoadedFile(name, NodeFactory.createURI(Ent.GRAPH + "source/" + name.hashCode()), triples);
    }

    private static Node thing(Random random) {
        return NodeFactory.createURI((random.nextInt(20) == 0 ? "https://example.org/id/" : Ent.ID) + "person/"
                + (char) ('a' + random.nextInt(9)));
    }

    private static LocatedTriple at(Node subject, Node predicate, Node object) {
        return new LocatedTriple(Triple.create(subject, predicate, object), 1, 1);
    }
}
