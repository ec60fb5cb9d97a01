package org.entente.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.store.CollectionDescription;
import org.entente.store.FileOutline;
import org.entente.store.Graphs;
import org.entente.store.LoadedFile;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.jspecify.annotations.Nullable;

/** Which terms and things the files of a collection describe. */
final class Described {
    /** To look up more than that in all files, one by one, takes longer than to put together what they describe. */
    private static final long MANY = 2_000_000;

    private final List<FileOutline> outlines;
    private final Map<String, Outlined> files;
    private final Set<String> terms;
    private final CollectionDescription about;
    private final Map<Node, Boolean> asked = new HashMap<>();
    private @Nullable Set<String> things;
    private boolean all;

    private Described(
            List<FileOutline> outlines, Map<String, Outlined> files, Set<String> terms, CollectionDescription about) {
        this.outlines = outlines;
        this.files = files;
        this.terms = terms;
        this.about = about;
    }

    private record Outlined(FileOutline outline, Node graph) {
        /** Whether it is the same reading of the same file. */
        boolean is(@Nullable Outlined other) {
            return other != null && other.outline == outline && other.graph.equals(graph);
        }
    }

    static Described of(List<LoadedFile> all, CollectionDescription about) {
        Map<String, Outlined> files = new HashMap<>();
        Set<String> terms = new HashSet<>();
        for (LoadedFile file : all) {
            files.put(file.name(), new Outlined(file.outline(), file.graph()));
            if (isOfTerms(file)) {
                file.outline().typed().stream()
                        .filter(subject -> isIn(subject, Ent.NS))
                        .forEach(subject -> terms.add(subject.getURI()));
            }
        }
        return new Described(all.stream().map(LoadedFile::outline).toList(), files, terms, about);
    }

    private static boolean isOfTerms(LoadedFile file) {
        return file.graph().equals(Graphs.ONTOLOGY) || file.graph().equals(Graphs.VOCABULARY);
    }

    /** The terms of the ontology. */
    Set<String> terms() {
        return terms;
    }

    /** What the collection says about itself. */
    CollectionDescription about() {
        return about;
    }

    /** All things that are described. */
    Collection<String> things() {
        if (things == null) {
            Set<String> found = new HashSet<>();
            outlines.forEach(outline -> outline.subjects().keySet().stream()
                    .filter(Described::isThing)
                    .forEach(subject -> found.add(subject.getURI())));
            things = found;
        }
        return things;
    }

    /** Whether some file describes the thing. */
    boolean has(Node thing) {
        return all
                ? things().contains(thing.getURI())
                : asked.computeIfAbsent(thing, node -> outlines.stream()
                        .anyMatch(outline -> outline.subjects().containsKey(node)));
    }

    /**
     * Names of the files in which there may be findings.
     *
     * @param before what was described when they were looked at last
     * @param suspects files in which there were perhaps findings then
     */
    Set<String> perhapsSuspect(@Nullable Described before, Set<String> suspects) {
        if (before == null || !terms.equals(before.terms) || !about.equals(before.about)) {
            return everything();
        }
        Set<String> perhaps = new HashSet<>(suspects);
        Set<Node> earlier = new HashSet<>();
        long nodes = 0;
        for (Map.Entry<String, Outlined> file : files.entrySet()) {
            if (!file.getValue().is(before.files.get(file.getKey()))) {
                perhaps.add(file.getKey());
                nodes += file.getValue().outline().named().size();
            }
        }
        before.files.forEach((name, file) -> {
            if (!file.is(files.get(name))) {
                earlier.addAll(file.outline().subjects().keySet());
            }
        });
        if ((nodes + earlier.size()) * files.size() > MANY) {
            return everything();
        }
        earlier.removeIf(subject -> !isThing(subject) || has(subject));
        if (!earlier.isEmpty()) {
            // Whoever names what is described no more.
            files.forEach((name, file) -> {
                if (earlier.stream().anyMatch(file.outline().named()::contains)) {
                    perhaps.add(name);
                }
            });
        }
        return perhaps;
    }

    private Set<String> everything() {
        all = true;
        return files.keySet();
    }

    static boolean isThing(Node node) {
        return node.isURI() && IdSpaces.isThing(node.getURI());
    }

    static boolean isIn(Node node, String nameSpace) {
        return node.isURI() && node.getURI().startsWith(nameSpace);
    }
}
