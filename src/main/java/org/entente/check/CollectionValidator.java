package org.entente.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Finding;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.entente.store.CommitValidator;
import org.entente.store.LoadedFile;
import org.entente.store.SourceLocations;
import org.entente.text.SourceTexts;
import org.entente.vocab.EntProperty;

/** What a collection must pass: terms and references in its files, then shapes and checks over the whole. */
public final class CollectionValidator implements CommitValidator {

    private final ShapeCheck shapes;
    private final List<QueryCheck> checks;
    private final SourceTexts texts;
    private final CollectionDescription description;

    private CollectionValidator(
            ShapeCheck shapes, List<QueryCheck> checks, SourceTexts texts, CollectionDescription description) {
        this.description = description;
        this.shapes = shapes;
        this.checks = checks;
        this.texts = texts;
    }

    /**
     * The shapes and checks of a collection.
     *
     * @throws CheckException if a shapes file or a check cannot be read; the message names the file
     */
    public static CollectionValidator of(CollectionFiles collection) {
        CollectionDescription description = collection.description();
        return new CollectionValidator(
                ShapeCheck.read(collection.shapes(), description.languages()),
                QueryCheck.read(collection.checks(), description.ids()),
                SourceTexts.NONE,
                description);
    }

    /** Shapes and checks as they are now; what is known from unchanged shapes goes on to count. */
    public CollectionValidator reread(CollectionFiles collection) {
        CollectionValidator now = of(collection);
        return new CollectionValidator(shapes.orOther(now.shapes), now.checks, texts, now.description);
    }

    /** The same, which also compares what is said to be printed with the texts. */
    public CollectionValidator with(SourceTexts others) {
        return new CollectionValidator(shapes, checks, others, description);
    }

    @Override
    public List<Finding> ofFiles(List<LoadedFile> files) {
        return TermCheck.check(files, description);
    }

    @Override
    public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
        List<Finding> findings = new ArrayList<>(shapes.check(everything(dataset), positions));
        for (QueryCheck check : checks) {
            findings.addAll(check.run(dataset, positions));
        }
        findings.addAll(TextCheck.run(dataset, texts, positions));
        return findings;
    }

    /**
     * All graphs as one: a shape about a report must see the event that another file describes. Where decisions merged or split a
     * thing, what the graphs say of it and what was decided would contradict each other; what was decided counts. The identifiers of a
     * merged thing are those of the one that is left: two that have the same can be merged, which is the cure for it.
     */
    private static Set<Triple> everything(DatasetGraph dataset) {
        Graph view = dataset.getDefaultGraph();
        Set<Node> merged = new HashSet<>();
        view.find(Node.ANY, EntProperty.MERGED_INTO, Node.ANY).forEachRemaining(t -> merged.add(t.getSubject()));
        Set<Node> decided = new HashSet<>(merged);
        view.find(Node.ANY, EntProperty.SPLIT_FROM, Node.ANY).forEachRemaining(t -> decided.add(t.getObject()));
        // The view says what the named graphs say, but for what was decided.
        Iterator<Quad> quads = decided.isEmpty()
                ? dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                : dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        Set<Triple> all = new HashSet<>();
        quads.forEachRemaining(q -> {
            Triple triple = q.asTriple();
            boolean otherwise = decided.contains(triple.getObject()) && isDecidedOtherwise(view, triple)
                    || triple.getPredicate().equals(EntProperty.IDENTIFIER)
                            && merged.contains(triple.getSubject())
                            && !view.contains(triple);
            if (!otherwise) {
                all.add(triple);
            }
        });
        return all;
    }

    private static boolean isDecidedOtherwise(Graph view, Triple triple) {
        return !view.contains(triple) && view.contains(triple.getSubject(), triple.getPredicate(), Node.ANY);
    }
}
