package org.entente.reconcile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.names.NormalForm;
import org.entente.vocab.Ent;

/** Names by how they, and each of their words, begin. */
final class Prefixes {
    private final NavigableMap<String, Set<String>> byBeginning = new TreeMap<>();

    private Prefixes() {}

    static Prefixes read(Facts facts) {
        Prefixes prefixes = new Prefixes();
        for (Node naming : new Node[] {RDFS.label.asNode(), SKOS.altLabel.asNode()}) {
            facts.labelled(naming)
                    .filter(t -> t.getSubject().isURI()
                            && t.getSubject().getURI().startsWith(Ent.ID)
                            && t.getObject().isLiteral())
                    .forEach(t -> prefixes.add(
                            t.getObject().getLiteralLexicalForm(),
                            t.getSubject().getURI()));
        }
        return prefixes;
    }

    private void add(String name, String iri) {
        String folded = NormalForm.exact(name);
        int from = 0;
        while (from >= 0 && from < folded.length()) {
            byBeginning
                    .computeIfAbsent(folded.substring(from), k -> new TreeSet<>())
                    .add(iri);
            int space = folded.indexOf(' ', from);
            from = space < 0 ? -1 : space + 1;
        }
    }

    /** Entities with a name or a word of a name that begins so, at most so many. */
    Set<String> begun(String prefix, int most) {
        String folded = NormalForm.exact(prefix);
        Set<String> found = new LinkedHashSet<>();
        for (Map.Entry<String, Set<String>> entry : byBeginning.tailMap(folded).entrySet()) {
            if (!entry.getKey().startsWith(folded) || found.size() >= most) {
                break;
            }
            found.addAll(entry.getValue());
        }
        return found;
    }
}
