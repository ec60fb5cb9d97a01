package org.entente.web.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.entente.vocab.Ent;
import org.entente.vocab.Prefixes;

/**
 * What the top of an entity's page shows, by its kind, as declared in {@code web/entity/kinds.yaml}.
 *
 * @param name the first part of the entity's name, such as {@code person}; "" if there is none
 * @param facts IRIs of the properties, in order
 * @param acts whether it can meet somebody, so that the page links to a dossier
 * @param claimed whether sources claim the entity itself, so that its name gets a badge
 * @param story panels whose sentences stand together at the top
 */
record EntityKind(String name, List<String> facts, boolean acts, boolean claimed, List<String> story) {
    private static final Map<String, Head> HEADS = read();

    /** An entry of the file. */
    private record Head(List<String> facts, boolean acts, boolean claimed, List<String> story) {
        Head {
            facts = facts == null
                    ? List.of()
                    : facts.stream()
                            .map(fact -> Prefixes.expand(fact).orElseThrow())
                            .toList();
            story = story == null ? List.of() : story;
        }
    }

    /** @param name name of an entity, such as {@code person/albert-rau} */
    static EntityKind of(String name) {
        String kind = name.substring(0, Math.max(0, name.indexOf('/')));
        Head head = HEADS.getOrDefault(kind, new Head(List.of(), false, false, List.of()));
        return new EntityKind(kind, head.facts(), head.acts(), head.claimed(), head.story());
    }

    private static Map<String, Head> read() {
        try (InputStream in = EntityKind.class.getResourceAsStream("/web/entity/kinds.yaml")) {
            Map<String, Head> heads = new YAMLMapper().readValue(in, new TypeReference<>() {});
            if (!Ent.kinds().containsAll(heads.keySet())) {
                throw new IllegalStateException("kinds.yaml has a kind that is none of " + Ent.kinds());
            }
            return heads;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
