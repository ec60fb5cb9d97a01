package org.entente.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** The position of the first statement about each subject, so that findings can name a line. */
public final class SourceLocations {
    /** A place in a file; line and column count from 1. */
    public record Position(String file, int line, int column) {}

    /** Of each file, in the order that counts. */
    private final List<Map<Node, Position>> files;
    /** Filled when somebody asks. */
    private @Nullable Map<Node, Position> bySubject;

    /** None: nothing was loaded from files. */
    public SourceLocations() {
        this(List.of());
    }

    private SourceLocations(List<Map<Node, Position>> files) {
        this.files = files;
    }

    /** @param files of each the subjects with their positions; the first file with a subject counts */
    static SourceLocations of(List<Map<Node, Position>> files) {
        return new SourceLocations(files);
    }

    /** The position of the first statement about the subject; empty if no loaded file has one. */
    public synchronized Optional<Position> of(Node subject) {
        Map<Node, Position> known = bySubject;
        if (known == null) {
            Map<Node, Position> all = new HashMap<>();
            files.forEach(file -> file.forEach(all::putIfAbsent));
            bySubject = all;
            known = all;
        }
        return Optional.ofNullable(known.get(subject));
    }
}
