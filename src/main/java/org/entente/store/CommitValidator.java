package org.entente.store;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Finding;

/** Judges what is about to be committed. An error among its findings aborts the load. */
public interface CommitValidator {
    /** Lets everything pass. */
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

    /** Findings in the files themselves, before anything is written; files with syntax errors come with what was readable. */
    List<Finding> ofFiles(List<LoadedFile> files);

    /** Findings in the whole, after the rules have run. */
    List<Finding> ofDataset(DatasetGraph dataset, SourceLocations positions);
}
