package org.entente.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.WordList;
import org.entente.wikidata.Snapshot;
import org.entente.wikidata.WikidataEntity;
import org.entente.wikidata.WikidataProperties;

/** What an item can be: by its classes, which {@code words/wikidata-classes.txt} lists, else by what only such things have. */
final class ItemKinds {
    /** A page of the wiki that is no thing. */
    static final String NONE = "none";

    private static final Map<String, Set<String>> BY_CLASS = classes();
    private static final int MOST_CLASSES = 50;

    private ItemKinds() {}

    /** Kinds as {@link EntityFacts#kind} has them; empty if nothing tells. */
    static Set<String> of(WikidataEntity item, Snapshot snapshot) {
        if (isList(item)) {
            return Set.of(NONE);
        }
        if (snapshot.isPosition(item.id())) {
            return Set.of("post");
        }
        Set<String> kinds = byClass(item, snapshot);
        return kinds.isEmpty() ? byStatements(item) : kinds;
    }

    /** Lists of office holders are called like the office, and not all of them say that they are lists. */
    private static boolean isList(WikidataEntity item) {
        return item.labels().values().stream()
                .anyMatch(label -> label.startsWith("List of ") || label.startsWith("Liste der "));
    }

    /** By the classes of the item and, as far as the snapshot has them, the classes above. */
    private static Set<String> byClass(WikidataEntity item, Snapshot snapshot) {
        Set<String> kinds = new HashSet<>();
        Set<String> seen = new HashSet<>();
        List<String> next = item.values(WikidataProperties.INSTANCE_OF);
        while (!next.isEmpty() && seen.size() < MOST_CLASSES) {
            List<String> wider = new java.util.ArrayList<>();
            for (String one : next) {
                if (seen.add(one)) {
                    Set<String> known = BY_CLASS.getOrDefault(one, Set.of());
                    kinds.addAll(known);
                    if (known.isEmpty()) {
                        snapshot.entity(one).ifPresent(c -> wider.addAll(c.values(WikidataProperties.SUBCLASS_OF)));
                    }
                }
            }
            next = wider;
        }
        return kinds;
    }

    /** Only persons are born, only states have a two-letter code. */
    private static Set<String> byStatements(WikidataEntity item) {
        Set<String> kinds = new HashSet<>();
        if (has(item, WikidataProperties.BIRTH, WikidataProperties.POSITION, WikidataProperties.CITIZENSHIP)) {
            kinds.add("person");
            return kinds;
        }
        if (has(item, WikidataProperties.ISO_COUNTRY, WikidataProperties.ISO_SUBDIVISION)) {
            kinds.add("polity");
        }
        if (has(item, WikidataProperties.GEONAMES, WikidataProperties.ISO_SUBDIVISION)) {
            kinds.add("place");
        }
        if (has(item, WikidataProperties.ROR)) {
            kinds.add("organization");
        } else if (has(item, WikidataProperties.JURISDICTION)) {
            kinds.add("post");
            kinds.add("organization");
        }
        return kinds;
    }

    /** The classes whose instances are of a kind. */
    static Set<String> classesOf(String kind) {
        Set<String> classes = new HashSet<>();
        BY_CLASS.forEach((type, kinds) -> {
            if (kinds.contains(kind)) {
                classes.add(type);
            }
        });
        return classes;
    }

    private static boolean has(WikidataEntity item, String... properties) {
        for (String property : properties) {
            if (!item.of(property).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> classes() {
        Map<String, Set<String>> classes = new HashMap<>();
        WordList.sections("wikidata-classes")
                .forEach((kind, lines) -> lines.forEach(
                        line -> classes.computeIfAbsent(line.substring(0, line.indexOf(' ')), c -> new HashSet<>())
                                .add(kind)));
        return classes;
    }
}
