package org.entente.reconcile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.vocab.Ent;
import org.entente.vocab.IdSpaces;
import org.entente.vocab.Prefixes;

/**
 * Identifiers of entities as this service gives them: {@code person/albert-rau}, which behind {@link Ent#ID} is the entity's IRI. The IRI
 * itself and the short form {@code person:albert-rau} are understood, too.
 */
public final class EntityId {
    private static final Pattern SHORT = Pattern.compile("([a-z]+)[:/]([\\p{L}\\p{N}._~%-]+)");

    private EntityId() {}

    /** The identifier of an entity of this collection; any other IRI is its own identifier. */
    public static String of(String iri) {
        return IdSpaces.local(iri);
    }

    /** The IRI that an identifier stands for; empty if the text is no identifier. That something exists there is not said. */
    public static Optional<String> iri(String text) {
        String id = text.strip();
        if (IdSpaces.isThing(id)) {
            return Optional.of(id);
        }
        var written = SHORT.matcher(id);
        if (written.matches()) {
            String space = Prefixes.all().get(written.group(1));
            return space != null && space.startsWith(Ent.ID) ? Optional.of(space + written.group(2)) : Optional.empty();
        }
        return Optional.empty();
    }
}
