package org.entente.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.rdf.LocatedTriple;

/** Where things are described: the first statement of each subject. Lets a finding about a thing name a line. */
public final class SourceLocations {
    /** A place in a file; line and column count from 1. */
    public record Position(String file, int line, int column) {}

    private final Map<Node, Position> bySubject = new HashMap<>();

    static SourceLocations of(List<LoadedFile> files) {
        SourceLocations positions = new SourceLocations();
        for (LoadedFile file : files) {
            for (LocatedTriple located : file.triples()) {
                positions.bySubject.putIfAbsent(
                        located.triple().getSubject(), new Position(file.name(), located.line(), located.column()));
            }
        }
        return positions;
    }

    /** Where the thing is first described, if a loaded file describes it. */
    public Optional<Position> of(Node subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }
}
