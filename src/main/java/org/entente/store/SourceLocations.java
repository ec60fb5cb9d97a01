package org.entente.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.rdf.LocatedTriple;

/** The position of the first statement about each subject, so that findings can name a line. */
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

    /** The position of the first statement about the subject; empty if no loaded file has one. */
    public Optional<Position> of(Node subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }
}
