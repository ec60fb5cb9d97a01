package org.entente.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.bounds.UnboundedTexts;
import org.entente.rdf.Finding;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.entente.store.CommitValidator;
import org.entente.store.JudgedChanges;
import org.entente.store.LoadedFile;
import org.entente.store.Progress;
import org.entente.store.SourceLocations;
import org.entente.text.SourceTexts;

/** What a collection must pass: terms and references in its files, then shapes and checks over the whole. */
public final class CollectionValidator implements CommitValidator {

    private final TermCheck terms;
    private final ShapeCheck shapes;
    private final List<QueryCheck> checks;
    private final SourceTexts texts;
    private final CollectionDescription description;

    private CollectionValidator(
            TermCheck terms,
            ShapeCheck shapes,
            List<QueryCheck> checks,
            SourceTexts texts,
            CollectionDescription description) {
        this.description = description;
        this.terms = terms;
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
                new TermCheck(),
                ShapeCheck.read(collection.shapes(), description.languages()),
                QueryCheck.read(collection.checks(), description.ids()),
                SourceTexts.NONE,
                description);
    }

    /** Shapes and checks as they are now; what is known from unchanged ones goes on to count. */
    public CollectionValidator reread(CollectionFiles collection) {
        CollectionValidator now = of(collection);
        return new CollectionValidator(
                terms,
                shapes.orOther(now.shapes),
                now.checks.stream().map(check -> check.orKnown(checks)).toList(),
                texts,
                now.description);
    }

    /** The same, which also compares what is said to be printed with the texts. */
    public CollectionValidator with(SourceTexts others) {
        return new CollectionValidator(terms, shapes, checks, others, description);
    }

    @Override
    public List<Finding> ofFiles(List<LoadedFile> files) {
        return terms.check(files, description);
    }

    @Override
    public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
        return ofDataset(dataset, JudgedChanges.unknown(), positions);
    }

    @Override
    public List<Finding> ofDataset(DatasetGraph dataset, JudgedChanges difference, SourceLocations positions) {
        return ofDataset(dataset, difference, positions, Progress.SILENT);
    }

    @Override
    public List<Finding> ofDataset(
            DatasetGraph dataset, JudgedChanges difference, SourceLocations positions, Progress progress) {
        List<Finding> findings = new ArrayList<>();
        UnboundedTexts.in(() -> judge(dataset, difference, positions, progress, findings));
        return findings;
    }

    private void judge(
            DatasetGraph dataset,
            JudgedChanges difference,
            SourceLocations positions,
            Progress progress,
            List<Finding> findings) {
        findings.addAll(shapes.check(dataset, difference, positions));
        Compared state = Compared.of(dataset, difference);
        int done = 0;
        for (QueryCheck check : checks) {
            progress.at("Shapes and checks", ++done, checks.size() + 1L);
            findings.addAll(check.check(state, positions));
        }
        findings.addAll(TextCheck.run(dataset, texts, positions));
    }
}
