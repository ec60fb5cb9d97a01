package org.entente.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of things that {@code entente new} describes, each with its prefix, its class and the file that it goes to. */
public enum EntryKind {
    PERSON("person", "Person", "people.ttl"),
    POST("post", "Post", "posts.ttl"),
    ORGANIZATION("org", "Organization", "organizations.ttl"),
    STATE("state", "State", "organizations.ttl"),
    REGION("region", "SubnationalPolity", "organizations.ttl"),
    PLACE("place", "Place", "places.ttl"),
    EVENT("event", "Meeting", "events.ttl"),
    SERIES("series", "EventSeries", "events.ttl"),
    DELEGATION("delegation", "Delegation", "organizations.ttl"),
    PROJECT("project", "Project", "projects.ttl"),
    AGREEMENT("agreement", "Agreement", "agreements.ttl");

    private final String prefix;
    private final String type;
    private final String file;

    EntryKind(String prefix, String type, String file) {
        this.prefix = prefix;
        this.type = type;
        this.file = file;
    }

    /** The word in commands. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String prefix() {
        return prefix;
    }

    /** Local name of the class if no narrower one is given. */
    public String type() {
        return type;
    }

    /** Name of the file below {@code authority/} in a new collection. */
    public String file() {
        return file;
    }

    /** Prefixes of what a thing of this kind can be in; none if it is in nothing. */
    public List<String> within() {
        return switch (this) {
            case POST -> List.of("org", "state", "region");
            case ORGANIZATION -> List.of("org");
            case STATE, REGION -> List.of("state", "region");
            case PLACE -> List.of("place");
            case EVENT -> List.of("event");
            case DELEGATION -> List.of("org", "state", "region");
            default -> List.of();
        };
    }

    /** The kind with this prefix. */
    public static Optional<EntryKind> ofPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix.equals(prefix))
                .findFirst();
    }
}
