package org.entente.vocab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The name spaces of things: that of Entente, and those of the collections that this process has read. A collection may name its things
 * wherever it likes; what matters is {@code person/aristide-briand} behind the name space.
 */
public final class IdSpaces {
    private static final List<String> KNOWN = new CopyOnWriteArrayList<>(List.of(Ent.ID));

    private IdSpaces() {}

    /** From now on, IRIs that begin with this name space are things. */
    public static void add(String space) {
        if (!KNOWN.contains(space)) {
            KNOWN.add(space);
        }
    }

    /** The name space of a thing; empty for any other IRI. */
    public static Optional<String> of(String iri) {
        String best = "";
        for (String space : KNOWN) {
            if (iri.startsWith(space) && space.length() > best.length()) {
                best = space;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** A rule or check of the program, written for the name space of Entente, as it is for another one. */
    public static String in(String query, String space) {
        return query.replace('"' + Ent.ID, '"' + space);
    }

    /** Whether the IRI names a thing of a collection. */
    public static boolean isThing(String iri) {
        return of(iri).isPresent();
    }

    /** What stands behind the name space, such as {@code person/aristide-briand}; any other IRI as it is. */
    public static String local(String iri) {
        return of(iri).map(space -> iri.substring(space.length())).orElse(iri);
    }
}
