package org.entente.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.entente.draft.Entry;
import org.entente.draft.EntryKind;
import org.entente.rdf.Finding;
import org.entente.rdf.LocatedTriple;
import org.entente.rdf.Severity;
import org.entente.store.CollectionDescription;
import org.entente.store.FileOutline;
import org.entente.store.Graphs;
import org.entente.store.LoadedFile;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.jspecify.annotations.Nullable;

/** Finds terms that the ontology does not declare and things that nothing describes: most often a slip of the pen. */
final class TermCheck {
    private @Nullable Described last;
    private Set<String> lastSuspects = Set.of();

    /**
     * Findings in the files. Of files that are as they were when it was asked last only those are looked at that name something which is
     * not described any more.
     *
     * @param about what the collection says about itself
     */
    synchronized List<Finding> check(List<LoadedFile> files, CollectionDescription about) {
        Described now = Described.of(files, about);
        Set<String> perhaps = now.perhapsSuspect(last, lastSuspects);
        last = now;
        if (now.terms().isEmpty()) {
            lastSuspects = Set.of();
            return List.of();
        }
        Set<String> suspects = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (LoadedFile file : files) {
            if (perhaps.contains(file.name()) && isSuspect(file, now)) {
                suspects.add(file.name());
                addFindings(file, now, findings);
            }
        }
        lastSuspects = suspects;
        return findings;
    }

    private static void addFindings(LoadedFile file, Described described, List<Finding> findings) {
        CollectionDescription about = described.about();
        for (LocatedTriple located : file.triples()) {
            Triple t = located.triple();
            if (isForeign(file, t, about)) {
                findings.add(foreign(file, located, about));
            }
            for (Node node : List.of(t.getSubject(), t.getPredicate(), t.getObject())) {
                if (isUnknownTerm(node, described.terms())) {
                    findings.add(unknown(
                            file, located, node, "unknown-term", "is not a term of the ontology", described.terms()));
                } else if (node == t.getObject() && Described.isThing(node) && !described.has(node)) {
                    findings.add(undescribed(file, located, node, described.things(), about));
                }
            }
        }
    }

    /** Whether there can be a finding in the file: of most files it is enough to look at their outlines. */
    private static boolean isSuspect(LoadedFile file, Described described) {
        FileOutline outline = file.outline();
        return outline.subjects().keySet().stream().anyMatch(node -> isUnknownTerm(node, described.terms()))
                || outline.named().stream()
                        .anyMatch(node -> isUnknownTerm(node, described.terms())
                                || Described.isThing(node) && !described.has(node))
                || isData(file)
                        && outline.typed().stream()
                                .anyMatch(node -> node.isURI()
                                        && !node.getURI()
                                                .startsWith(described.about().ids()));
    }

    private static boolean isUnknownTerm(Node node, Set<String> terms) {
        return Described.isIn(node, Ent.NS) && !terms.contains(node.getURI());
    }

    private static boolean isData(LoadedFile file) {
        return file.graph().equals(Graphs.AUTHORITY)
                || file.graph().equals(Graphs.DECISIONS)
                || Graphs.isSource(file.graph());
    }

    /** A thing of ours with a name that lies outside of the collection: no page would show it. */
    private static boolean isForeign(LoadedFile file, Triple t, CollectionDescription about) {
        return isData(file)
                && t.getPredicate().equals(RDF.type.asNode())
                && Described.isIn(t.getObject(), Ent.NS)
                && t.getSubject().isURI()
                && !t.getSubject().getURI().startsWith(about.ids());
    }

    private static Finding foreign(LoadedFile file, LocatedTriple at, CollectionDescription about) {
        String iri = at.triple().getSubject().getURI();
        String space = iri.replaceFirst("/(" + String.join("|", Ent.kinds()) + ")/[^/]+$", "/");
        return new Finding(
                Severity.ERROR,
                file.name(),
                at.line(),
                at.column(),
                "foreign-id",
                "<" + iri + "> does not begin with <" + about.ids() + ">, as all things of this collection do",
                space.equals(iri)
                        ? "Name it " + about.ids() + "<kind>/<name>."
                        : "If all things begin like that, write in collection.ttl: void:uriSpace \"" + space + "\"");
    }

    private static Finding undescribed(
            LoadedFile file, LocatedTriple at, Node node, Collection<String> things, CollectionDescription about) {
        Finding plain = unknown(file, at, node, "undescribed", "is not described in any file", things);
        String local = IdSpaces.local(node.getURI());
        int slash = local.indexOf('/');
        return EntryKind.ofPrefix(local.substring(0, Math.max(0, slash)))
                .map(kind -> new Finding(
                        plain.severity(),
                        plain.file(),
                        plain.line(),
                        plain.column(),
                        plain.code(),
                        plain.message(),
                        (plain.advice().startsWith("Did you") ? plain.advice() + " If not, describe it" : "Describe it")
                                + " in a file of authority/: "
                                + Entry.named(kind, local.substring(slash + 1), about.languages())
                                        .line()))
                .orElse(plain);
    }

    private static Finding unknown(
            LoadedFile file, LocatedTriple at, Node node, String code, String problem, Collection<String> known) {
        String near = TermSuggestions.to(node.getURI(), known)
                .map(n -> "Did you mean " + TermSuggestions.compact(n) + "?")
                .orElse("Declare it, or use another term.");
        return new Finding(
                Severity.ERROR,
                file.name(),
                at.line(),
                at.column(),
                code,
                TermSuggestions.compact(node.getURI()) + " " + problem,
                near);
    }
}
