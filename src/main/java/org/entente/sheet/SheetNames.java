package org.entente.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.ReadOptions;
import org.entente.rdf.TurtleReader;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.entente.text.NearWords;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;

/** What the things and terms of a collection are called in a sheet: by their label where only one thing has it, else with a prefix. */
final class SheetNames {
    private final CollectionDescription about;
    private final Map<String, Set<String>> byName = new TreeMap<>();
    private final Map<String, Map<String, String>> labels = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private SheetNames(CollectionDescription about) {
        this.about = about;
    }

    static SheetNames of(CollectionFiles files) {
        SheetNames names = new SheetNames(files.description());
        ReadOptions options = ReadOptions.bulk().withPrefixes(Prefixes.inFiles(names.about.ids()));
        files.files().forEach(file -> {
            for (LocatedTriple located :
                    TurtleReader.read(file.path(), file.name(), options).triples()) {
                names.add(located.triple());
            }
        });
        return names;
    }

    /** The same with things that are described elsewhere, by their IRIs. */
    SheetNames with(Set<String> things) {
        SheetNames more = new SheetNames(about);
        more.byName.putAll(byName);
        more.labels.putAll(labels);
        more.known.addAll(known);
        more.known.addAll(things);
        return more;
    }

    private void add(Triple t) {
        if (!t.getSubject().isURI()) {
            return;
        }
        String iri = t.getSubject().getURI();
        known.add(iri);
        boolean label = t.getPredicate().equals(RDFS.label.asNode());
        if (iri.startsWith(about.ids())
                && t.getObject().isLiteral()
                && (label || t.getPredicate().equals(SKOS.altLabel.asNode()))) {
            String text = t.getObject().getLiteralLexicalForm();
            byName.computeIfAbsent(text, n -> new HashSet<>()).add(iri);
            if (label) {
                labels.computeIfAbsent(iri, n -> new HashMap<>())
                        .put(t.getObject().getLiteralLanguage(), text);
            }
        }
    }

    /** How a thing is written in a cell. */
    String write(String iri) {
        String label = label(iri);
        return Set.of(iri).equals(byName.get(label)) && !label.contains("|") && !label.matches("[-?]|[a-z]+:\\S*")
                ? label
                : Prefixes.compact(iri);
    }

    String label(String iri) {
        Map<String, String> told = labels.getOrDefault(iri, Map.of());
        return about.languages().stream()
                .filter(told::containsKey)
                .map(told::get)
                .findFirst()
                .orElseGet(() -> Prefixes.compact(iri));
    }

    /** The thing that a text of a cell means; empty if it means none, or more than one. */
    Optional<Node> thing(String text) {
        Optional<String> written = Prefixes.expand(text).map(about::own).filter(known::contains);
        if (written.isPresent()) {
            return written.map(NodeFactory::createURI);
        }
        Set<String> named = byName.getOrDefault(text, Set.of());
        return named.size() == 1
                ? Optional.of(NodeFactory.createURI(named.iterator().next()))
                : Optional.empty();
    }

    /** What to write instead of a name that means nothing, or too much. */
    String advice(String text, String kind) {
        Set<String> named = byName.getOrDefault(text, Set.of());
        if (named.size() > 1) {
            return "it means more than one: write "
                    + String.join(
                            " or ",
                            named.stream().map(Prefixes::compact).sorted().toList());
        }
        List<String> names = byName.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(iri -> isOf(kind, Prefixes.compact(iri))))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<String> near = new ArrayList<>(NearWords.of(text, names, 3));
        for (String name : names) {
            if (near.size() < 3 && !near.contains(name) && (name.endsWith(" " + text) || name.startsWith(text + " "))) {
                near.add(name);
            }
        }
        return (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? Otherwise ")
                + "make it: entente new " + (kind.equals("side") ? "state" : kind) + " '" + text.replace("'", "’")
                + "'";
    }

    /** Whether a thing may stand in a column: bodies take part as people do, and are sides. */
    private static boolean isOf(String kind, String thing) {
        String prefix = thing.substring(0, Math.max(0, thing.indexOf(':')));
        boolean body = Set.of("org", "state", "region").contains(prefix);
        return prefix.equals(kind) || body && (kind.equals("side") || kind.equals("person"));
    }

    Optional<Node> term(String text) {
        String iri = Ent.NS + text.replaceFirst("^ent:", "");
        return known.contains(iri) ? Optional.of(NodeFactory.createURI(iri)) : Optional.empty();
    }

    List<String> termsLike(String text) {
        return NearWords.of(
                text,
                known.stream()
                        .filter(iri -> iri.startsWith(Ent.NS))
                        .map(iri -> iri.substring(Ent.NS.length()))
                        .toList(),
                3);
    }
}
