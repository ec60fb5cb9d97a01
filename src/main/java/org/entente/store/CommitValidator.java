package org.entente.store;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Finding;

/** Validates what is about to be committed. An error among its findings aborts the load. */
public interface CommitValidator {
    /** Accepts everything. */
    CommitValidator OPEN = new CommitValidator() {
        @Override
        public List<Finding> ofFiles(List<LoadedFile> files) {
            return List.of();
        }

        @Override
        public List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions) {
            return List.of();
        }
    };

    /**
     * Findings in the files, before anything is written. Files with syntax errors have only their readable statements.
     */
    List<Finding> ofFiles(List<LoadedFile> files);

    /** Findings in the whole dataset, after the rules have run. */
    List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions);

    /**
     * The same for a validator that knows what it said of an earlier state.
     *
     * @param difference from the state that was judged before
     */
    default List<Finding> ofDataset(DatasetGraph dataset, JudgedChanges difference, SourceLocations positions) {
        return ofDataset(dataset, positions);
    }

    /** The same for whoever waits. */
    default List<Finding> ofDataset(
            DatasetGraph dataset, JudgedChanges difference, SourceLocations positions, Progress progress) {
        return ofDataset(dataset, difference, positions);
    }
}
